package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.WageRecord;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.Overtime;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.Salary;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.hr.Hire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody is to be paid, against a row of the history. Differences name fields and dates, no
 * amounts.
 *
 * @param hourlyRate two decimals; exactly one of it and {@code salary} is there
 * @param overtimeRate two decimals; empty when not eligible
 */
record WantedWage(
    Optional<BigDecimal> hourlyRate,
    Optional<BigDecimal> salary,
    Optional<BigDecimal> overtimeRate) {

  /** Section 11.3: eligible without a rate of its own. */
  private static final BigDecimal OVERTIME_FACTOR = new BigDecimal("1.5");

  /** The one number of a text whose form is unknown; with more than one it is not told. */
  private static final Pattern ONE_AMOUNT =
      Pattern.compile("[^0-9]*([0-9][0-9,]*(?:\\.[0-9]+)?)[^0-9]*");

  /** The add form always says "not eligible", so that comes from the row before (section 11.3). */
  static WantedWage of(RecordWage request) {
    boolean eligible =
        request
            .overtime()
            .map(Overtime::eligible)
            .orElse(request.before().filter(Wage::overtimeEligible).isPresent());
    return new WantedWage(
        request.hourlyRate().map(WantedWage::cents),
        request.salary().map(Salary::amount).map(WantedWage::cents),
        request
            .hourlyRate()
            .filter(rate -> eligible)
            .map(
                rate ->
                    request
                        .overtime()
                        .flatMap(Overtime::rate)
                        .map(WantedWage::cents)
                        .orElse(cents(rate.multiply(OVERTIME_FACTOR)))));
  }

  /** A hire's: hourly (section 7.2). */
  static WantedWage of(BackofficePlan plan) {
    return new WantedWage(
        Optional.of(cents(plan.wageRate())),
        Optional.empty(),
        plan.noOvertime() ? Optional.empty() : Optional.of(cents(plan.overtimeRate())));
  }

  /** The same before there is a plan. */
  static WantedWage of(Hire hire) {
    BigDecimal rate = cents(hire.wageRate());
    return new WantedWage(
        Optional.of(rate),
        Optional.empty(),
        hire.noOvertime()
            ? Optional.empty()
            : hire.overtimeRate()
                .map(WantedWage::cents)
                .or(() -> Optional.of(cents(rate.multiply(OVERTIME_FACTOR)))));
  }

  static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  boolean isPaidBy(WageRecord row) {
    return pay(row).isEmpty();
  }

  /** What is not as wanted in a row that is to begin on this day. */
  List<String> differences(Optional<WageRecord> newest, LocalDate effective) {
    if (newest.isEmpty()) {
      return List.of("wage (the history has no row)");
    }
    List<String> found = pay(newest.get());
    if (!newest.get().effective().equals(effective)) {
      found.add(
          "wage (planned from "
              + effective
              + ", the newest is from "
              + newest.get().effective()
              + ")");
    }
    if (!newest.get().current()) {
      found.add("wage (the newest has ended)");
    }
    return found;
  }

  private List<String> pay(WageRecord row) {
    List<String> found = new ArrayList<>();
    if (hourlyRate.isPresent() != row.hourlyRate().isPresent()) {
      found.add(hourlyRate.isPresent() ? "wage (it is a salary)" : "wage (it is hourly)");
      return found;
    }
    if (!same(hourlyRate, row.hourlyRate())) {
      found.add("hourly rate");
    }
    if (!same(salary, row.salary().flatMap(WantedWage::amount))) {
      found.add("salary");
    }
    if (overtimeRate.isPresent() != row.overtimeEligible()) {
      found.add(row.overtimeEligible() ? "overtime (is eligible)" : "overtime (is not eligible)");
    } else if (!same(overtimeRate, row.overtimeRate())) {
      found.add("overtime rate");
    }
    return found;
  }

  private static Optional<BigDecimal> amount(String salary) {
    Matcher matcher = ONE_AMOUNT.matcher(salary);
    return matcher.matches()
        ? Optional.of(new BigDecimal(matcher.group(1).replace(",", "")))
        : Optional.empty();
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().compareTo(other.get()) == 0);
  }

  /** Whether a row of the page is the one that a plan was based on, its end date apart. */
  static boolean isSameRow(Wage planned, WageRecord row) {
    return same(planned.hourlyRate(), row.hourlyRate())
        && planned.salary().equals(row.salary())
        && planned.overtimeEligible() == row.overtimeEligible()
        && same(planned.overtimeRate(), row.overtimeRate())
        && row.effective().equals(planned.effective());
  }

  @Override
  public String toString() {
    return "WantedWage[redacted]";
  }
}
