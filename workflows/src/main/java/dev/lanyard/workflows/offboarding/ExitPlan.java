package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an offboarding would close in each system, when, and who would have to approve: the looks
 * that it begins with, and no write.
 */
final class ExitPlan {

  private static final String NOBODY = "nobody was found; nothing would be written";

  private final OffboardingInput input;
  private final NameGuard guard;
  private final AttendedSteps steps;
  private final Progress progress;
  private final LastMoment lastMoment;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param steps none of which parks
   */
  ExitPlan(
      OffboardingInput input,
      NameGuard guard,
      AttendedSteps steps,
      Progress progress,
      LastMoment lastMoment) {
    this.input = input;
    this.guard = guard;
    this.steps = steps;
    this.progress = progress;
    this.lastMoment = lastMoment;
  }

  /** Shows the plan; returns every problem. */
  List<Finding> show(ProcessPolicy policy, AccessRequest about) {
    Optional<EmployeeLocated> located = input.posUserId().map(this::locate);
    Optional<Integer> employeeId =
        located.flatMap(EmployeeLocated::employeeId).or(input::employeeId);
    backoffice(located, employeeId);
    boolean staffFound = staffApi(located.flatMap(EmployeeLocated::email));
    webUsers(located.flatMap(found -> employeeId));
    lines.add("PIN that nobody collected yet: is not handed out any more");
    lines.add("Access ends: " + moment());
    lines.add("Afterwards: " + afterwards(policy));
    lines.add("Approval: " + ActivityStubs.approvals().assess(about).describe());
    progress.outline(new PlanOutline("", lines));
    boolean foundNowhere = !staffFound && located.flatMap(EmployeeLocated::employeeId).isEmpty();
    List<Finding> problems =
        foundNowhere
            ? List.of(
                new Finding(
                    "FOUND_NOWHERE",
                    "posUserId",
                    "Nobody was found in either system. Look whether employee number, POS user ID"
                        + " and last name are this person's."))
            : List.of();
    progress.findings(problems, progress.status().warnings());
    return problems;
  }

  private EmployeeLocated locate(PosUserId posUserId) {
    EmployeeLocated located =
        steps.run(
            "locate employee",
            () ->
                ActivityStubs.backoffice("POS user ID " + posUserId)
                    .locate(new LocateEmployee(posUserId, guard.lastName(), input.employeeId())),
            found -> found.employeeId().map(id -> "employee " + id).orElse("not found"));
    located
        .fullName()
        .ifPresent(name -> progress.headline("Dry run: " + name + ", POS user ID " + posUserId));
    lastMoment.sitesKnown(located.siteNames());
    return located;
  }

  private void backoffice(Optional<EmployeeLocated> located, Optional<Integer> employeeId) {
    if (located.isEmpty()) {
      lines.add("Backoffice: no POS user ID is known, so nothing would be written");
      return;
    }
    Optional<EmployeeSnapshot> employee = read(input.posUserId().orElseThrow(), employeeId);
    if (employee.isEmpty()) {
      lines.add("Backoffice: " + NOBODY);
      return;
    }
    EmployeeSnapshot found = employee.get();
    lines.add(
        "Backoffice: "
            + (found.active()
                ? "make employee "
                    + found.employeeId()
                    + " inactive (POS user ID "
                    + found.posUserId()
                    + ")"
                : "employee " + found.employeeId() + " is inactive already"));
    if (found.active()) {
      lines.add(
          "Backoffice sites that are closed to it: "
              + found.sites().map(SiteGrant::describe).orElse("unreadable"));
      lines.add("Backoffice permissions that end: " + permissions(found));
    }
  }

  private Optional<EmployeeSnapshot> read(PosUserId posUserId, Optional<Integer> employeeId) {
    return steps
        .run(
            "read employee",
            () ->
                ActivityStubs.backofficeReading("Backoffice: as it is now")
                    .readEmployee(new EmployeeQuestion(Optional.of(posUserId), employeeId)),
            answer ->
                answer
                    .employee()
                    .map(one -> one.active() ? "active" : "inactive")
                    .orElse("not found"))
        .employee();
  }

  private static String permissions(EmployeeSnapshot found) {
    return found
        .permissions()
        .map(
            state ->
                state.template()
                    + " ("
                    + Present.grants(state).grants().size()
                    + " granted, "
                    + Present.grants(state).overrides().size()
                    + " with approval)")
        .orElse("not shown");
  }

  private boolean staffApi(Optional<String> email) {
    StaffMemberLocated located = locateStaff("locate staff member", Optional.empty());
    if (located.staffId().isEmpty() && email.isPresent()) {
      located = locateStaff("locate staff member by e-mail", email);
    }
    if (located.staffId().isEmpty()) {
      lines.add("Staff API: " + NOBODY);
      return false;
    }
    long staffId = located.staffId().get();
    lines.add(
        "Staff API: "
            + (located.hasAccess()
                ? "take all access of staff member " + staffId
                : "staff member " + staffId + " has no access already"));
    if (located.hasAccess()) {
      located.access().ifPresent(this::staffAccess);
    }
    return true;
  }

  private void staffAccess(StaffAccess access) {
    lines.add("Staff API sites that end: " + access.siteIds());
    lines.add(
        "Staff API permissions that end: "
            + (access.admin() ? "administrator" : String.join(", ", access.permissions())));
  }

  private StaffMemberLocated locateStaff(String step, Optional<String> email) {
    return steps.run(
        step,
        () ->
            ActivityStubs.staffApi(input.employeeNumber().value())
                .locate(
                    new LocateStaffMember(
                        input.employeeNumber(), input.staffId(), email, guard.lastName())),
        found -> found.staffId().map(id -> "staff member " + id).orElse("not found"));
  }

  private void webUsers(Optional<Integer> employeeId) {
    if (employeeId.isEmpty()) {
      lines.add("Web users: not looked for, since no Backoffice record is known");
      return;
    }
    WebUsersFound found =
        steps.run(
            "find web users",
            () ->
                ActivityStubs.webUsers("web users of employee " + employeeId.get())
                    .find(FindWebUsers.ofEmployee(employeeId.get())),
            WebUserExit::words);
    if (found.linked().isEmpty()) {
      lines.add("Web users: none found");
    }
    found.linked().forEach(user -> lines.add("Web users: " + words(user)));
    found.candidates().stream()
        .filter(candidate -> !candidate.linked() && candidate.user().active())
        .forEach(candidate -> progress.warn(WebUserExit.doubt(candidate)));
  }

  private String words(WebUserRow user) {
    if (!user.active()) {
      return "the login of web user " + user.userId() + " is closed already";
    }
    return input.leave()
        ? "web user " + user.userId() + " keeps its login during the leave"
        : "close web user "
            + user.userId()
            + " as far as that can be done, and ask a human to disable its login";
  }

  private String moment() {
    if (lastMoment.isNow()) {
      return "at once";
    }
    lastMoment.resolve();
    return lastMoment.momentInWords();
  }

  private String afterwards(ProcessPolicy policy) {
    if (input.leave()) {
      return "a return gives back exactly this";
    }
    String undo =
        policy.gracePeriod().isZero()
            ? "nothing is kept for an undo"
            : "it can be undone for " + words(policy.gracePeriod());
    return policy.deleteLeavers() ? undo + ", then the staff member is deleted" : undo;
  }

  private static String words(Duration time) {
    return time.toHoursPart() == 0 && time.toDays() > 0
        ? time.toDays() + " days"
        : time.toHours() + " hours";
  }
}
