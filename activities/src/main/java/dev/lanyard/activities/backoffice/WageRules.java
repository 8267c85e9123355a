package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.backoffice.Overtime;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.Salary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What has to be right with a wanted wage before anything is asked. */
final class WageRules {

  /** The form's own (section 11.2). */
  private static final BigDecimal LARGEST = new BigDecimal("999999999.99");

  private WageRules() {}

  /** A final failure for what breaks the rules, or is not switched on. */
  static void require(RecordWage request, Set<Unproven> unproven) {
    InputRefused.unlessNone("The wage of employee " + request.employeeId(), problems(request));
    request.salary().ifPresent(salary -> requireProven(salary, unproven));
  }

  private static void requireProven(Salary salary, Set<Unproven> unproven) {
    Unproven.SALARY.require(unproven, "A wage that is not hourly");
    salary
        .schedule()
        .ifPresent(
            schedule -> Unproven.SCHEDULE.require(unproven, "A salary with a weekly schedule"));
  }

  private static List<String> problems(RecordWage request) {
    List<String> found = new ArrayList<>();
    if (request.hourlyRate().isPresent() == request.salary().isPresent()) {
      found.add("an hourly rate or a salary is wanted, not both and not neither");
    }
    request.hourlyRate().ifPresent(rate -> money(rate, "the hourly rate", found));
    request.salary().ifPresent(salary -> money(salary.amount(), "the salary", found));
    request
        .overtime()
        .flatMap(Overtime::rate)
        .ifPresent(rate -> money(rate, "the overtime rate", found));
    if (request.overtime().filter(o -> !o.eligible() && o.rate().isPresent()).isPresent()) {
      found.add("an overtime rate is given for somebody who is not eligible");
    }
    if (request.salary().isPresent() && request.overtime().filter(Overtime::eligible).isPresent()) {
      found.add("a salary has no overtime");
    }
    if (request.from() == null) {
      found.add("the day from which it is paid is not given");
    }
    return found;
  }

  private static void money(BigDecimal amount, String what, List<String> found) {
    if (amount == null
        || amount.signum() <= 0
        || amount.compareTo(LARGEST) > 0
        || amount.stripTrailingZeros().scale() > 2) {
      found.add(what + " must be more than 0 and at most " + LARGEST + ", in cents");
    }
  }
}
