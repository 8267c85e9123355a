package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.Alarm;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationRules;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.saga.WithdrawableWork;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order of an offboarding; what is done in each system stands in its own class. */
public final class OffboardingWorkflowImpl implements OffboardingWorkflow {

  private final OffboardingInput input;
  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final LastMoment lastMoment;
  private final NameGuard guard;
  private final CallOffs callOffs;
  private final OffboardingApproval approval;
  private OffboardingResult result;

  @WorkflowInit
  public OffboardingWorkflowImpl(OffboardingInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input =
        input == null
            ? new OffboardingInput(null, null, Optional.empty(), Optional.empty(), Optional.empty())
            : input;
    this.progress =
        new Progress(this.input.dryRun() ? "dry run" : "offboarding", this.input.employeeNumber());
    this.requests = new Requests(progress);
    this.approvals = new Approvals(progress, requests);
    this.lastMoment =
        new LastMoment(this.input.employeeNumber(), this.input.termination(), progress);
    this.guard = new NameGuard(this.input.termination());
    this.callOffs = new CallOffs(this.input, lastMoment, approvals);
    this.approval = new OffboardingApproval(this.input, progress, requests, approvals, lastMoment);
  }

  @Override
  public OffboardingResult offboard(OffboardingInput sameInput) {
    PersonConsent.require(
        input.employeeNumber(),
        TerminationRules.problems(input.employeeNumber(), input.termination()));
    if (input.dryRun()) {
      return tryOut();
    }
    // A cancelled termination would leave somebody with access: cancellation is not followed.
    Workflow.newDetachedCancellationScope(() -> result = revoke()).run();
    return result;
  }

  /** Looks, and ends: whoever is at fault is told in the result, and nothing parks. */
  private OffboardingResult tryOut() {
    show("Dry run: ");
    progress.stage(Stages.CHECKING);
    List<Finding> found = new ArrayList<>();
    WithdrawableWork work =
        new WithdrawableWork(Mandate.NONE, approvals, progress, approval::about);
    Optional<String> obstacle = work.tryOut(() -> found.addAll(look()));
    progress.stage(Stages.PLANNED);
    work.close();
    return OffboardingResult.planned(
        obstacle.map(List::of).orElseGet(() -> found.stream().map(Finding::text).toList()),
        progress.warningTexts());
  }

  private List<Finding> look() {
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    warnOfOtherPosUserId();
    AttendedSteps steps =
        new AttendedSteps(
            progress,
            requests::askParked,
            policy.operators(),
            List.of(),
            type -> false,
            decision -> {},
            () -> 0);
    return new ExitPlan(input, guard, steps, progress, lastMoment)
        .show(policy, approval.about().withStartsOn(end().map(EffectiveDate::lastDay)));
  }

  private OffboardingResult revoke() {
    show("");
    progress.stage(Stages.CHECKING);
    approval.begin();
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    progress.notices().follow(policy);
    warnOfOtherPosUserId();
    lastMoment.resolve();
    boolean older =
        Workflow.getVersion("whole-exit", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION;
    // Asked before the branches begin: it hands the turn to other threads.
    if (!older
        && !lastMoment.isNow()
        && Workflow.getVersion("exit-shows-waiting", Workflow.DEFAULT_VERSION, 1) >= 1) {
      lastMoment.showWaiting();
    }
    return older ? exitWithoutSnapshot(policy) : wholeExit(policy);
  }

  /** Whose it is, for Temporal's list and for the run's page. */
  private void show(String prefix) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    input
        .posUserId()
        .ifPresent(
            id ->
                Workflow.upsertTypedSearchAttributes(
                    SearchAttributes.POS_USER_ID.valueSet((long) id.value())));
    progress.headline(prefix + (input.leave() ? "Leave of " : "Leaver ") + input.employeeNumber());
  }

  private OffboardingResult exitWithoutSnapshot(ProcessPolicy policy) {
    if (!approval.given(policy)) {
      return refused(policy);
    }
    ExitWithoutSnapshot exit =
        new ExitWithoutSnapshot(input, guard, attended(policy), progress, lastMoment, policy);
    exit.run();
    tellEnd(exit.ended(), policy);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return exit.ended();
  }

  private OffboardingResult wholeExit(ProcessPolicy policy) {
    Promise<Void> callingOff = Async.procedure(callOffs::run);
    AttendedSteps steps = attended(policy).alarming(Alarm.of(policy, progress));
    while (approval.given(policy)) {
      WholeExit exit =
          new WholeExit(input, guard, steps, approval.parked(), progress, lastMoment, policy);
      Optional<OffboardingResult> ended = exit.run();
      if (ended.isPresent()) {
        callOffs.end();
        callingOff.get();
        tellEnd(ended.get(), policy);
        Workflow.await(Workflow::isEveryHandlerFinished);
        return exit.ended(ended.get());
      }
      // A termination that arrived after the call-off was not called off: it is carried out.
      if (lastMoment.calledOff()) {
        callOffs.end();
        callingOff.get();
        return calledOff(policy);
      }
    }
    callOffs.end();
    callingOff.get();
    return refused(policy);
  }

  private OffboardingResult refused(ProcessPolicy policy) {
    progress.stage(Stages.REFUSED);
    tellEnd(Notice.REFUSED, policy, "The end of the access was not approved; it stays open.");
    return untouched(OffboardingResult.REJECTED);
  }

  private OffboardingResult calledOff(ProcessPolicy policy) {
    progress.stage(Stages.REFUSED);
    tellEnd(Notice.WITHDRAWN, policy, "The termination was called off; the access stays.");
    return untouched(OffboardingResult.CALLED_OFF);
  }

  private OffboardingResult untouched(String outcome) {
    return new OffboardingResult(
        outcome,
        input.employeeId(),
        input.staffId(),
        "not touched",
        "not touched",
        progress.warningTexts());
  }

  private void tellEnd(OffboardingResult ended, ProcessPolicy policy) {
    tellEnd(
        ended.closedEverywhere() ? Notice.DONE : Notice.OFFBOARDING_OPEN,
        policy,
        "Backoffice: "
            + ended.backoffice()
            + "; staff API: "
            + ended.staffApi()
            + (ended.webUsers().isEmpty() ? "." : "; web users: " + ended.webUsers() + "."));
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

  private Optional<EffectiveDate> end() {
    return lastMoment.isNow() ? Optional.empty() : Optional.of(lastMoment.end());
  }

  private AttendedSteps attended(ProcessPolicy policy) {
    return new AttendedSteps(
        progress,
        approval.parked(),
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
  public void callOff(RawValue request) {
    DecisionAnswer answer = callOffs.ask(request);
    if (!answer.accepted()) {
      progress.warn(
          new Finding("CALL_OFF_REFUSED", "callOff", "Not called off: " + answer.reason()));
    }
  }

  @Override
  public DecisionAnswer callOffNow(Withdrawal request) {
    return callOffs.ask(request);
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}
