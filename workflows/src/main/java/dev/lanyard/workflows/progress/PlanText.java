package dev.lanyard.workflows.progress;

import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.BegunGrant;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan in words, for the approver, the run's page and {@code ./lanyard plan}. */
public final class PlanText {

  private PlanText() {}

  /** One write or fact a line; names the person, never a PIN; not escaped for any sink. */
  public static List<String> lines(AccessPlan plan) {
    List<String> lines = new ArrayList<>();
    var backoffice = plan.backoffice();
    var target = backoffice.target();
    lines.add(
        "Backoffice: "
            + record(plan)
            + backoffice.firstName()
            + " "
            + backoffice.lastName()
            + ", POS user ID "
            + backoffice.posUserId()
            + ", from "
            + backoffice.startDate());
    lines.add("Backoffice sites: " + target.sites().describe());
    lines.add(
        "Backoffice permissions: "
            + target.template().name()
            + " ("
            + target.template().grants().size()
            + " granted, "
            + target.template().overrides().size()
            + " with approval)");
    lines.add(
        "Backoffice departments: "
            + target.departments().stream().map(d -> d.name()).collect(Collectors.joining(", ")));
    pin(plan).ifPresent(lines::add);
    lines.add(
        "Wage: "
            + wageRow(plan)
            + backoffice.wageRate().toPlainString()
            + " USD an hour, "
            + (backoffice.noOvertime()
                ? "not eligible for overtime"
                : "overtime " + backoffice.overtimeRate().toPlainString() + " USD")
            + ", at "
            + target.wageSite().name());
    if (backoffice.emergencyName().isPresent() || backoffice.emergencyPhone().isPresent()) {
      lines.add(
          "Emergency contact: "
              + Stream.concat(
                      backoffice.emergencyName().stream(), backoffice.emergencyPhone().stream())
                  .collect(Collectors.joining(", ")));
    }
    plan.staffApi()
        .ifPresentOrElse(
            staff -> {
              lines.add("Staff API: " + member(plan, staff) + staff.email());
              lines.add(
                  "Staff API sites: "
                      + staff.target().sites().stream()
                          .map(StaffSite::name)
                          .collect(Collectors.joining(", ")));
              lines.add(
                  "Staff API permissions: " + String.join(", ", staff.target().permissions()));
            },
            () -> lines.add("Staff API: not applicable for this role"));
    lines.addAll(plan.notes());
    lines.add("Access opens: " + plan.effectiveAt() + " (" + plan.zone() + ")");
    return lines;
  }

  /** What becomes of which record; a hire that was amended on its way makes no second one. */
  private static String record(AccessPlan plan) {
    BegunGrant begun = plan.begun();
    if (begun.employeeId().isPresent()) {
      return (begun.active() ? "adjust employee " : "make active, and adjust, employee ")
          + begun.employeeId().get()
          + ", which this hire has written to, to ";
    }
    return plan.backoffice()
        .target()
        .formerEmployee()
        .map(id -> "make employee " + id + " active again as ")
        .orElse("create ");
  }

  /** Of a record that is new everything is. */
  private static Optional<String> pin(AccessPlan plan) {
    if (plan.begun().employeeId().isPresent()) {
      return Optional.of("PIN: the one that was sealed for this hire");
    }
    return plan.backoffice()
        .target()
        .formerEmployee()
        .map(id -> "PIN: a new one; the former one opens nothing any more");
  }

  private static String wageRow(AccessPlan plan) {
    String from = " from " + plan.backoffice().startDate() + ", ";
    if (plan.begun().active()) {
      return "another row" + from + "unless it was recorded already: ";
    }
    return plan.backoffice().target().formerEmployee().isPresent()
            || plan.begun().employeeId().isPresent()
        ? "a new row" + from
        : "";
  }

  private static String member(AccessPlan plan, StaffPlan staff) {
    return plan.begun()
        .staffId()
        .map(id -> "adjust staff member " + id + ", which this hire has written to, to ")
        .or(
            () ->
                staff
                    .target()
                    .formerMember()
                    .map(id -> "give staff member " + id + " access again, as "))
        .orElse("create, and invite ");
  }
}
