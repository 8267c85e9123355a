package dev.lanyard.workflows.hr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the events of somebody who is employed must look like: every problem at once. */
public final class PersonRules {

  private PersonRules() {}

  /** Every problem of any event; empty when there is none. */
  public static List<InputProblem> problems(HrEvent event) {
    if (event instanceof HireEvent hire) {
      return HireRules.problems(hire.employeeNumber(), hire.hire());
    }
    if (event instanceof TerminationEvent termination) {
      return TerminationRules.problems(termination.employeeNumber(), termination.termination());
    }
    if (event instanceof DryRunEvent dry) {
      return dry.event() == null || dry.event() instanceof DryRunEvent
          ? List.of(new InputProblem("event", "is missing"))
          : problems(dry.event());
    }
    List<InputProblem> found = new ArrayList<>();
    HireRules.employeeNumber(event.employeeNumber()).ifPresent(found::add);
    if (event instanceof ChangeEvent change) {
      found.addAll(problems(change.change()));
    } else if (event instanceof TransferEvent transfer) {
      found.addAll(problems(transfer.transfer()));
    } else if (event instanceof LeaveEvent leave) {
      found.addAll(problems(leave.leave()));
    } else if (event instanceof ReturnEvent back) {
      day("on", back.on()).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** Of a change; what it clears is empty and has no other rule. */
  public static List<InputProblem> problems(PersonChange change) {
    if (change == null || change.empty()) {
      return List.of(new InputProblem("change", "must name at least one field that changes"));
    }
    List<InputProblem> found = new ArrayList<>();
    change
        .firstName()
        .flatMap(name -> HireRules.name("firstName", name, HireRules.FIRST_NAME_LIMIT))
        .ifPresent(found::add);
    change
        .lastName()
        .flatMap(name -> HireRules.name("lastName", name, HireRules.NAME_LIMIT))
        .ifPresent(found::add);
    kept(change.phone()).flatMap(HireRules::phone).ifPresent(found::add);
    kept(change.email()).flatMap(HireRules::email).ifPresent(found::add);
    day("startDate", change.startDate()).ifPresent(found::add);
    kept(change.emergencyName())
        .flatMap(name -> HireRules.name("emergencyName", name, HireRules.EMERGENCY_NAME_LIMIT))
        .ifPresent(found::add);
    kept(change.emergencyPhone())
        .flatMap(phone -> HireRules.phone("emergencyPhone", phone))
        .ifPresent(found::add);
    day("from", change.from()).ifPresent(found::add);
    return List.copyOf(found);
  }

  /** Of a transfer. */
  public static List<InputProblem> problems(Transfer transfer) {
    if (transfer == null
        || (transfer.sites().isEmpty()
            && transfer.departments().isEmpty()
            && transfer.permissionTemplate().isEmpty()
            && transfer.wageRate().isEmpty())) {
      return List.of(
          new InputProblem(
              "transfer", "must name sites, departments, a permission template or a wage rate"));
    }
    List<InputProblem> found = new ArrayList<>();
    transfer.sites().flatMap(HireRules::sites).ifPresent(found::add);
    HireRules.labels("departments", transfer.departments()).ifPresent(found::add);
    transfer
        .permissionTemplate()
        .flatMap(name -> HireRules.label("permissionTemplate", name))
        .ifPresent(found::add);
    transfer.wageRate().flatMap(HireRules::wageRate).ifPresent(found::add);
    day("from", transfer.from()).ifPresent(found::add);
    day("until", transfer.until()).ifPresent(found::add);
    if (transfer.until().isPresent()
        && transfer.from().filter(from -> from.isAfter(transfer.until().get())).isPresent()) {
      found.add(new InputProblem("until", "must not lie before from"));
    }
    if (transfer.until().isPresent() && transfer.wageRate().isPresent()) {
      found.add(
          new InputProblem(
              "wageRate",
              "does not go together with until: a wage row cannot be taken back; hand the wages in"
                  + " as two transfers"));
    }
    return List.copyOf(found);
  }

  /** Of a leave. */
  public static List<InputProblem> problems(Leave leave) {
    if (leave == null) {
      return List.of(new InputProblem("leave", "is missing"));
    }
    List<InputProblem> found = new ArrayList<>();
    day("lastDay", leave.lastDay()).ifPresent(found::add);
    day("returnOn", leave.returnOn()).ifPresent(found::add);
    if (leave.returnOn().isPresent()
        && leave.lastDay().filter(last -> !last.isBefore(leave.returnOn().get())).isPresent()) {
      found.add(new InputProblem("returnOn", "must lie after lastDay"));
    }
    return List.copyOf(found);
  }

  private static Optional<String> kept(Optional<String> value) {
    return value.filter(text -> !text.isEmpty());
  }

  private static Optional<InputProblem> day(String field, Optional<LocalDate> value) {
    return value.flatMap(day -> HireRules.startDate(field, day));
  }
}
