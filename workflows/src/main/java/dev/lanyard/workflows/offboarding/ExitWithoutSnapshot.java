package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.Optional;

/** Of runs that are older than snapshots, web users, call-offs and alarms. */
final class ExitWithoutSnapshot {

  private final Progress progress;
  private final BackofficeExit backoffice;
  private final StaffApiExit staffApi;

  ExitWithoutSnapshot(
      OffboardingInput input,
      NameGuard guard,
      AttendedSteps steps,
      Progress progress,
      LastMoment lastMoment,
      ProcessPolicy policy) {
    this.progress = progress;
    this.backoffice =
        new BackofficeExit(input, guard, steps, progress, lastMoment, policy, Optional.empty());
    this.staffApi =
        new StaffApiExit(
            input, guard, steps, progress, lastMoment, policy, backoffice, Optional.empty());
  }

  /** Both systems at once. */
  void run() {
    Promise<Void> inBackoffice = Async.procedure(backoffice::run);
    Promise<Void> inStaffApi = Async.procedure(staffApi::run);
    Promise.allOf(inBackoffice, inStaffApi).get();
    progress.warn(
        new Finding(
            "WEB_USERS_NOT_CHECKED",
            "webUser",
            "Backoffice web users outlive the employee record and are not looked for yet: see"
                + " Backoffice, Back Office Users."));
    progress.stage(Stages.DONE);
  }

  /** As it stands by now. */
  OffboardingResult ended() {
    return new OffboardingResult(
        OffboardingResult.DONE,
        backoffice.employeeId(),
        staffApi.staffId(),
        backoffice.outcome(),
        staffApi.outcome(),
        progress.warningTexts());
  }
}
