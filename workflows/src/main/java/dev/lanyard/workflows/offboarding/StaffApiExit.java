package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import dev.lanyard.workflows.staffapi.StaffMemberRevoked;
import dev.lanyard.workflows.staffapi.StaffMemberVerified;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** The staff API's half of an offboarding. */
final class StaffApiExit {

  private static final String SECOND_LOOK = "revoke staff member, second look";

  private final OffboardingInput input;
  private final NameGuard guard;
  private final AttendedSteps steps;
  private final Progress progress;
  private final LastMoment lastMoment;
  private final ProcessPolicy policy;
  private final BackofficeExit backoffice;
  private final Optional<Before> before;
  private Optional<Long> staffId;
  private boolean hadAccess;
  private String outcome = "";

  /**
   * @param before takes what is shown first; without one nothing is kept
   */
  StaffApiExit(
      OffboardingInput input,
      NameGuard guard,
      AttendedSteps steps,
      Progress progress,
      LastMoment lastMoment,
      ProcessPolicy policy,
      BackofficeExit backoffice,
      Optional<Before> before) {
    this.input = input;
    this.guard = guard;
    this.steps = steps;
    this.progress = progress;
    this.lastMoment = lastMoment;
    this.policy = policy;
    this.backoffice = backoffice;
    this.before = before;
    this.staffId = input.staffId();
  }

  void run() {
    if (!find("")) {
      return;
    }
    // What somebody changed while the day was waited for belongs to what an undo gives back.
    if (lastMoment.await("last day (staff API)")
        && !lastMoment.calledOff()
        && (staffId.isEmpty() || before.isPresent())
        && !find(", last day")) {
      return;
    }
    if (lastMoment.calledOff()) {
      return;
    }
    if (staffId.isEmpty()) {
      outcome = OffboardingResult.NOT_FOUND;
      progress.warn(
          new Finding(
              "NOT_IN_STAFF_API",
              "employeeNumber",
              "Not found in the staff API: no staff member carries this employee number or the"
                  + " e-mail address of the Backoffice record."));
      return;
    }
    progress.stage(Stages.REVOKING);
    if (revoke("revoke staff member") && verify()) {
      progress.waiting(SECOND_LOOK, "in " + policy.lookAgainAfter().toSeconds() + " s");
      Workflow.sleep(policy.lookAgainAfter());
      if (revoke(SECOND_LOOK) && deletesAtOnce()) {
        delete();
      }
    }
  }

  /**
   * By id or code, then by e-mail; who is not there yet may be made before a later last day.
   *
   * @param when to tell the look on the last day from the first one
   * @return false when a human took it over
   */
  private boolean find(String when) {
    if (!locate("locate staff member" + when, Optional.empty())) {
      return false;
    }
    if (staffId.isPresent()) {
      return true;
    }
    // The e-mail address in Backoffice is the last thing that could lead to the person.
    Workflow.await(backoffice::looked);
    return backoffice.email().isEmpty()
        || locate("locate staff member by e-mail" + when, backoffice.email());
  }

  private boolean locate(String step, Optional<String> email) {
    Optional<StaffMemberLocated> located =
        steps.runOr(
            step,
            () ->
                ActivityStubs.staffApi(input.employeeNumber().value())
                    .locate(
                        new LocateStaffMember(
                            input.employeeNumber(), staffId, email, guard.lastName())),
            found ->
                found
                    .staffId()
                    .map(id -> "staff member " + id + ", by " + found.foundBy())
                    .orElse("not found"),
            List.of(Decision.SKIP));
    if (located.isEmpty()) {
      outcome = OffboardingResult.LEFT_TO_A_HUMAN;
      return false;
    }
    staffId = located.get().staffId();
    hadAccess = located.get().hasAccess();
    before.ifPresent(kept -> kept.staff(located.get()));
    return true;
  }

  private boolean revoke(String step) {
    Optional<StaffMemberRevoked> revoked =
        steps.runOr(
            step,
            () ->
                ActivityStubs.staffApi(input.employeeNumber().value())
                    .revokeStaffMember(
                        new RevokeStaffMember(input.employeeNumber(), staffId, false)),
            done ->
                done.staffId()
                    .map(
                        id ->
                            "staff member "
                                + id
                                + (tookAccess(done) ? " revoked" : " had no access"))
                    .orElse("is gone"),
            List.of(Decision.SKIP));
    if (revoked.isEmpty()) {
      outcome = OffboardingResult.LEFT_TO_A_HUMAN;
      return false;
    }
    if (outcome.isEmpty()) {
      before.ifPresent(kept -> kept.staffRevoked(revoked.get().written()));
      outcome = tookAccess(revoked.get()) ? "revoked" : "had no access";
    } else if (revoked.get().written()) {
      progress.warn(
          new Finding(
              "ACCESS_AGAIN",
              "employeeNumber",
              "Somebody gave the staff member access again after it was revoked; it was revoked a"
                  + " second time."));
    }
    return true;
  }

  /** A repeat after a lost answer finds nothing left to write: the first look knows better. */
  private boolean tookAccess(StaffMemberRevoked done) {
    boolean firstTime = outcome.isEmpty();
    return done.written() || (firstTime && hadAccess);
  }

  private boolean verify() {
    progress.stage(Stages.VERIFYING);
    Optional<StaffMemberVerified> verified =
        steps.runOr(
            "verify (staff API)",
            () ->
                ActivityStubs.staffApi("staff API")
                    .verify(
                        new ExpectedStaffMember(
                            input.employeeNumber(), staffId.get(), Optional.empty())),
            seen -> seen.present() ? "no access" : "gone",
            List.of(Decision.SKIP));
    if (verified.isEmpty()) {
      outcome = OffboardingResult.LEFT_TO_A_HUMAN;
    }
    return verified.isPresent();
  }

  /** With a grace period it is left for its end. */
  private boolean deletesAtOnce() {
    return policy.deleteLeavers()
        && !input.leave()
        && (before.isEmpty() || policy.gracePeriod().isZero());
  }

  /** Policy's last step: the access is gone already, whatever becomes of this. */
  private void delete() {
    steps
        .runOr(
            "delete staff member",
            () ->
                ActivityStubs.staffApi(input.employeeNumber().value())
                    .deleteStaffMember(
                        new DeleteStaffMember(input.employeeNumber(), staffId.get())),
            done ->
                "staff member "
                    + done.staffId()
                    + (done.kept() ? " is kept" : done.written() ? " deleted" : " was gone"),
            List.of(Decision.SKIP))
        .filter(done -> !done.kept())
        .ifPresent(done -> outcome = outcome + ", then deleted");
  }

  Optional<Long> staffId() {
    return staffId;
  }

  String outcome() {
    return outcome;
  }
}
