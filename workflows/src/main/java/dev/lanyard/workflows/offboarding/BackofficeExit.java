package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeDisabled;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.EmployeeVerified;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** Backoffice's half of an offboarding. */
final class BackofficeExit {

  private static final String SECOND_LOOK = "disable employee, second look";

  private final OffboardingInput input;
  private final NameGuard guard;
  private final AttendedSteps steps;
  private final Progress progress;
  private final LastMoment lastMoment;
  private final ProcessPolicy policy;
  private final Optional<Before> before;
  private Optional<Integer> employeeId;
  private Optional<String> email = Optional.empty();
  private boolean looked;
  private boolean recognised;
  private String outcome = "";

  /**
   * @param before takes what is shown first; without one nothing is read
   */
  BackofficeExit(
      OffboardingInput input,
      NameGuard guard,
      AttendedSteps steps,
      Progress progress,
      LastMoment lastMoment,
      ProcessPolicy policy,
      Optional<Before> before) {
    this.input = input;
    this.guard = guard;
    this.steps = steps;
    this.progress = progress;
    this.lastMoment = lastMoment;
    this.policy = policy;
    this.before = before;
    this.employeeId = input.employeeId();
  }

  void run() {
    try {
      if (input.posUserId().isEmpty()) {
        notFound("no POS user ID is known for this person");
        return;
      }
      PosUserId posUserId = input.posUserId().get();
      if (!locate(posUserId)) {
        return;
      }
      looked = true;
      lastMoment.await("last day (Backoffice)");
      if (lastMoment.calledOff()) {
        return;
      }
      progress.stage(Stages.REVOKING);
      before.ifPresent(
          kept ->
              kept.readEmployee(
                  new EmployeeQuestion(Optional.of(posUserId), employeeId), lastMoment.isNow()));
      if (disable("disable employee", posUserId) && verify(posUserId)) {
        progress.waiting(SECOND_LOOK, "in " + policy.lookAgainAfter().toSeconds() + " s");
        Workflow.sleep(policy.lookAgainAfter());
        disable(SECOND_LOOK, posUserId);
      }
    } finally {
      looked = true;
    }
  }

  private boolean locate(PosUserId posUserId) {
    Optional<EmployeeLocated> located =
        steps.runOr(
            "locate employee",
            () ->
                ActivityStubs.backoffice("POS user ID " + posUserId)
                    .locate(new LocateEmployee(posUserId, guard.lastName(), input.employeeId())),
            found ->
                found
                    .employeeId()
                    .map(id -> "employee " + id + (found.active() ? ", active" : ", inactive"))
                    .orElse("not found"),
            List.of(Decision.SKIP));
    if (located.isEmpty()) {
      outcome = OffboardingResult.LEFT_TO_A_HUMAN;
      return false;
    }
    recognised = true;
    employeeId = located.get().employeeId().or(input::employeeId);
    email = located.get().email();
    located
        .get()
        .fullName()
        .ifPresent(name -> progress.headline(name + ", POS user ID " + posUserId));
    lastMoment.sitesKnown(located.get().siteNames());
    return true;
  }

  /** Looks once more by itself, so that somebody who moved meanwhile is found too. */
  private boolean disable(String step, PosUserId posUserId) {
    Optional<EmployeeDisabled> disabled =
        steps.runOr(
            step,
            () ->
                ActivityStubs.backoffice("POS user ID " + posUserId)
                    .disableEmployee(
                        new DisableEmployee(
                            input.employeeNumber(),
                            posUserId,
                            employeeId,
                            guard.lastName(),
                            Optional.empty(),
                            false)),
            done ->
                done.employeeId()
                    .map(id -> "employee " + id + (done.written() ? " disabled" : " was inactive"))
                    .orElse("not found"),
            List.of(Decision.SKIP));
    if (disabled.isEmpty()) {
      outcome = OffboardingResult.LEFT_TO_A_HUMAN;
      return false;
    }
    employeeId = disabled.get().employeeId().or(() -> employeeId);
    if (outcome.isEmpty()) {
      boolean written = disabled.get().written();
      before.ifPresent(kept -> kept.employeeDisabled(written));
    }
    if (disabled.get().employeeId().isEmpty()) {
      if (outcome.isEmpty()) {
        notFound("the roster does not show POS user ID " + posUserId);
      }
      return false;
    }
    if (outcome.isEmpty()) {
      outcome = disabled.get().written() ? "disabled" : "was already inactive";
    } else if (disabled.get().written()) {
      progress.warn(
          new Finding(
              "ACTIVE_AGAIN",
              "posUserId",
              "Somebody made the Backoffice record active again after it was disabled; it was"
                  + " disabled a second time."));
    }
    return true;
  }

  private boolean verify(PosUserId posUserId) {
    progress.stage(Stages.VERIFYING);
    Optional<EmployeeVerified> verified =
        steps.runOr(
            "verify (Backoffice)",
            () ->
                ActivityStubs.backoffice("Backoffice")
                    .verify(
                        new ExpectedEmployee(
                            employeeId.get(),
                            posUserId,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())),
            seen -> "inactive",
            List.of(Decision.SKIP));
    if (verified.isEmpty()) {
      outcome = OffboardingResult.LEFT_TO_A_HUMAN;
    }
    return verified.isPresent();
  }

  private void notFound(String why) {
    outcome = OffboardingResult.NOT_FOUND;
    before.filter(kept -> input.posUserId().isEmpty()).ifPresent(Before::noEmployee);
    progress.warn(
        new Finding(
            "NOT_IN_BACKOFFICE",
            "posUserId",
            "Not found in Backoffice: "
                + why
                + ". Employees without sites, or at sites hidden from the bot, are not shown"
                + " there."));
  }

  /** Whether the record is known to be the leaver's, as far as there is one. */
  boolean recognised() {
    return recognised;
  }

  /** Whether everything that can be learnt of the person's e-mail address has been. */
  boolean looked() {
    return looked;
  }

  Optional<String> email() {
    return email;
  }

  Optional<Integer> employeeId() {
    return employeeId;
  }

  String outcome() {
    return outcome;
  }
}
