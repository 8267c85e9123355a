package dev.lanyard.workflows.progress;

import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.util.ArrayList;
import java.util.List;
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
            + target
                .formerEmployee()
                .map(id -> "make employee " + id + " active again as ")
                .orElse("create ")
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
    lines.add(
        "Wage: "
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
              lines.add(
                  "Staff API: "
                      + staff
                          .target()
                          .formerMember()
                          .map(id -> "give staff member " + id + " access again, as ")
                          .orElse("create, and invite ")
                      + staff.email());
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
}
