package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationRules;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The order of an offboarding; what is done in each system stands in its own class. */
public final class OffboardingWorkflowImpl implements OffboardingWorkflow {

  private final OffboardingInput input;
  private final Progress progress;
  private final Requests requests;
  private final LastMoment lastMoment;
  private final NameGuard guard;
  private OffboardingResult result;

  @WorkflowInit
  public OffboardingWorkflowImpl(OffboardingInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input =
        input == null
            ? new OffboardingInput(null, null, Optional.empty(), Optional.empty(), Optional.empty())
            : input;
    this.progress = new Progress("offboarding", this.input.employeeNumber());
    this.requests = new Requests(progress);
    this.lastMoment = new LastMoment(this.input.termination(), progress);
    this.guard = new NameGuard(this.input.termination());
  }

  @Override
  public OffboardingResult offboard(OffboardingInput sameInput) {
    PersonConsent.require(
        input.employeeNumber(),
        TerminationRules.problems(input.employeeNumber(), input.termination()));
    // A cancelled termination would leave somebody with access: cancellation is not followed.
    Workflow.newDetachedCancellationScope(() -> result = revoke()).run();
    return result;
  }

  private OffboardingResult revoke() {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    input
        .posUserId()
        .ifPresent(
            id ->
                Workflow.upsertTypedSearchAttributes(
                    SearchAttributes.POS_USER_ID.valueSet((long) id.value())));
    progress.headline("Leaver " + input.employeeNumber());
    progress.stage(Stages.CHECKING);
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    progress.notices().follow(policy);
    warnOfOtherPosUserId();
    lastMoment.resolve(List.of());
    if (!approved(policy)) {
      progress.stage(Stages.REFUSED);
      tellEnd(Notice.REFUSED, policy, "The end of the access was not approved; it stays open.");
      return new OffboardingResult(
          OffboardingResult.REJECTED,
          input.employeeId(),
          input.staffId(),
          "not touched",
          "not touched",
          progress.warningTexts());
    }
    AttendedSteps steps = attended(policy);
    BackofficeExit backoffice =
        new BackofficeExit(input, guard, steps, progress, lastMoment, policy);
    StaffApiExit staffApi =
        new StaffApiExit(input, guard, steps, progress, lastMoment, policy, backoffice);
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
    OffboardingResult ended = ended(backoffice, staffApi);
    tellEnd(
        ended.closedEverywhere() ? Notice.DONE : Notice.OFFBOARDING_OPEN,
        policy,
        "Backoffice: " + ended.backoffice() + "; staff API: " + ended.staffApi() + ".");
    Workflow.await(Workflow::isEveryHandlerFinished);
    return ended(backoffice, staffApi);
  }

  private OffboardingResult ended(BackofficeExit backoffice, StaffApiExit staffApi) {
    return new OffboardingResult(
        OffboardingResult.DONE,
        backoffice.employeeId(),
        staffApi.staffId(),
        backoffice.outcome(),
        staffApi.outcome(),
        progress.warningTexts());
  }

  /** What is left open is the operators' matter, all else that of those who approve. */
  private void tellEnd(String kind, ProcessPolicy policy, String what) {
    String group = kind.equals(Notice.OFFBOARDING_OPEN) ? policy.operators() : policy.approvers();
    progress.notices().tell(kind, group, what, progress.warningTexts());
    progress.notices().settle(() -> false);
  }

  /** The employee number is the key: where the two disagree, nobody else's record is touched. */
  private void warnOfOtherPosUserId() {
    input
        .termination()
        .posUserId()
        .filter(named -> input.posUserId().filter(named::equals).isEmpty())
        .ifPresent(
            named ->
                progress.warn(
                    new Finding(
                        "OTHER_POS_USER_ID",
                        "posUserId",
                        "The termination named POS user ID "
                            + named
                            + ", which is not this person's; that record was not touched.")));
  }

  /** Only a dated termination may be held up, and never once it became immediate. */
  private boolean approved(ProcessPolicy policy) {
    if (!policy.offboardingNeedsApproval() || lastMoment.isNow()) {
      return true;
    }
    progress.stage(Stages.AWAITING_APPROVAL);
    progress.waiting("approval", "asked of " + policy.approvers());
    while (!lastMoment.isNow()) {
      LocalDate asked = lastMoment.lastDay();
      Optional<Decision> decision =
          requests.ask(
              OpenRequest.APPROVAL,
              "May the access of " + input.employeeNumber() + " end on its last day?",
              List.of("Last day: " + asked),
              policy.approvers(),
              List.of(Decision.APPROVE, Decision.REJECT),
              Optional.empty(),
              () -> lastMoment.isNow() || !lastMoment.lastDay().equals(asked));
      // What was brought forward meanwhile is another question, also to somebody who just answered.
      if (decision.isPresent() && !lastMoment.isNow() && lastMoment.lastDay().equals(asked)) {
        boolean given = decision.get().choice().equals(Decision.APPROVE);
        String by = decision.get().by();
        if (given) {
          progress.done("approval", "given by " + by);
        } else {
          progress.failed("approval", "rejected by " + by);
        }
        return given;
      }
    }
    progress.done("approval", "no longer needed");
    return true;
  }

  private AttendedSteps attended(ProcessPolicy policy) {
    return new AttendedSteps(
        progress,
        requests,
        policy.operators(),
        List.of(),
        type -> true,
        decision -> {},
        guard::corrections);
  }

  @Override
  public void bringForward(Termination termination) {
    // By hand anything may arrive here; what the person's run passes on keeps the rules.
    if (TerminationRules.problems(input.employeeNumber(), termination).isEmpty()) {
      lastMoment.bringForward(termination);
      guard.correct(termination);
    }
  }

  @Override
  public void decide(RawValue decision) {
    requests.decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return requests.decide(decision);
  }

  @Override
  public void validateDecideNow(Decision decision) {
    Requests.requireWellFormed(decision);
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}
