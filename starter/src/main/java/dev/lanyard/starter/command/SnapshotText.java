package dev.lanyard.starter.command;

import dev.lanyard.starter.output.WrappedText;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.backoffice.reading.PermissionState.TemplateMatch;
import dev.lanyard.workflows.backoffice.reading.RosterEntry;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.backoffice.reading.WageHistory.WageEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An employee's snapshot for a reader: a label and its value on each line. */
final class SnapshotText {

  /** As wide as the longest label and two blanks. */
  private static final int COLUMN = 20;

  /** Older ones are in the JSON (guessed). */
  private static final int WAGES_SHOWN = 10;

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

  private final List<String> lines = new ArrayList<>();

  private SnapshotText() {}

  /**
   * @param zone in which the time of the look is shown
   */
  static List<String> lines(EmployeeSnapshot employee, ZoneId zone) {
    SnapshotText text = new SnapshotText();
    text.head(employee);
    text.profile(employee.profile());
    text.access(employee);
    employee.permissions().ifPresent(text::permissions);
    employee.wages().ifPresent(text::wages);
    text.line("read at", AT.format(employee.readAt().atZone(zone)));
    text.line("not looked at", String.join("; ", employee.notLookedAt()));
    return text.lines;
  }

  private void head(EmployeeSnapshot employee) {
    StoredProfile profile = employee.profile();
    lines.addAll(
        WrappedText.lines("", 0, profile.firstName().strip() + " " + profile.lastName().strip()));
    line("POS user ID", employee.posUserId().toString());
    line("employee id", employee.employeeId() + " (/employee/edit/" + employee.employeeId() + ")");
    line("status", employee.active() ? "active" : "disabled");
  }

  private void profile(StoredProfile profile) {
    line("phone", profile.phone());
    line("e-mail", profile.email());
    line("start date", profile.startDate().map(Object::toString).orElse(""));
    line(
        "emergency contact",
        (profile.emergencyContactName().orElse("")
                + " "
                + profile.emergencyContactPhone().orElse(""))
            .strip());
    line("ADP id", profile.adpEmployeeId().orElse(""));
    profile.others().forEach(other -> line(other.field(), other.content()));
  }

  private void access(EmployeeSnapshot employee) {
    line(
        "departments",
        employee.departments().stream().map(DepartmentRef::name).collect(Collectors.joining(", ")));
    employee.sites().ifPresentOrElse(this::sites, () -> line("sites", "the form does not say"));
    line("roster", employee.roster().map(row -> roster(employee, row)).orElse("does not show it"));
  }

  private void sites(SiteGrant sites) {
    if (sites.all()) {
      line("sites", "all, later ones included");
    }
    List<String> names =
        sites.sites().stream().map(site -> site.name() + " (" + site.id() + ")").toList();
    list(
        sites.all() ? "  today" : "sites",
        names.isEmpty() ? List.of("none that the bot may see") : names);
  }

  private static String roster(EmployeeSnapshot employee, RosterEntry row) {
    String sites = row.siteCodes().isEmpty() ? "no site" : String.join(", ", row.siteCodes());
    String agrees =
        employee
            .rosterShowsSameSites()
            .map(same -> same ? "" : "; these are OTHER sites than those of the form")
            .orElse("");
    return sites
        + "; access "
        + row.access()
        + "; "
        + (row.active() ? "active" : "disabled")
        + agrees;
  }

  private void permissions(PermissionState permissions) {
    String also =
        permissions.sameGrants().stream()
            .filter(match -> !match.name().equals(permissions.template()))
            .map(TemplateMatch::name)
            .collect(Collectors.joining(", "));
    boolean otherApprovals =
        permissions.sameGrants().stream()
            .anyMatch(
                match -> match.name().equals(permissions.template()) && !match.sameOverrides());
    line(
        "permissions",
        permissions.template()
            + (also.isEmpty() ? "" : " (the same grants as " + also + ")")
            + (otherApprovals ? "; it needs OTHER approvals than the template" : ""));
    list("  granted", PermissionLabels.of(permissions.granted()));
    list("  needs approval", PermissionLabels.of(permissions.overrides()));
    line("  action approval", permissions.actionApprovalAuthority() ? "yes: everything" : "no");
  }

  private void wages(WageHistory wages) {
    if (wages.entries().isEmpty()) {
      line("wages", "none");
    }
    int shown = Math.min(WAGES_SHOWN, wages.entries().size());
    for (int i = 0; i < shown; i++) {
      line(i == 0 ? "wages" : "", wage(wages.entries().get(i)));
    }
    int more = wages.entries().size() - shown + wages.leftOut();
    if (more > 0) {
      line("", "and " + more + " older");
    }
    wages.earliestNext().ifPresent(date -> line("  next wage from", date.toString()));
  }

  private static String wage(WageEntry wage) {
    String rate =
        wage.hourlyRate()
            .map(dollars -> "$" + dollars.toPlainString() + "/hr")
            .or(wage::salary)
            .orElse("");
    String overtime =
        wage.overtimeRate()
            .map(dollars -> "overtime $" + dollars.toPlainString() + "/hr")
            .orElse("no overtime");
    return wage.endDate()
            .map(end -> wage.effectiveDate() + " to " + end)
            .orElse("from " + wage.effectiveDate())
        + ": "
        + rate
        + ", "
        + overtime;
  }

  private void list(String label, List<String> entries) {
    lines.addAll(WrappedText.list(label, COLUMN, entries));
  }

  private void line(String label, String value) {
    lines.addAll(WrappedText.lines(label, COLUMN, value.isEmpty() ? "-" : value));
  }
}
