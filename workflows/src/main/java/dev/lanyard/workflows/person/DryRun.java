package dev.lanyard.workflows.person;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.change.ChangeInput;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.change.ChangeWorkflow;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingInput;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.offboarding.OffboardingWorkflow;
import dev.lanyard.workflows.onboarding.OnboardingInput;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingWorkflow;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.restoration.RestorationWorkflow;
import dev.lanyard.workflows.transfer.TransferInput;
import dev.lanyard.workflows.transfer.TransferResult;
import dev.lanyard.workflows.transfer.TransferWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A process that ends with its plan. Whatever else arrives for the person stops it. */
final class DryRun implements Process {

  /** A system that is out for longer has no plan to show (guessed). */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final String workflowId;
  private final Standing standing;
  private final Promise<WorkflowExecution> start;
  private final Promise<List<String>> end;
  private final Runnable stop;
  private String outcome = "";

  private DryRun(
      String workflowId,
      Standing standing,
      Promise<WorkflowExecution> start,
      Promise<List<String>> end,
      Runnable stop) {
    this.workflowId = workflowId;
    this.standing = standing;
    this.start = start;
    this.end = end;
    this.stop = stop;
  }

  /**
   * @param formerEmployee the record that the person had before, when the hire is for the same one
   * @param standing the person's own, which it leaves as it is
   */
  static DryRun ofHire(HireEvent event, Optional<Integer> formerEmployee, Standing standing) {
    EmployeeNumber number = event.employeeNumber();
    OnboardingWorkflow child =
        Workflow.newChildWorkflowStub(
            OnboardingWorkflow.class,
            options(number, "hire of " + event.hire().described()).build());
    Promise<OnboardingResult> end =
        Async.function(
            child::onboard, new OnboardingInput(number, event.hire(), formerEmployee, true));
    Withdrawal overtaken = new Withdrawal("the person's run", "an event arrived");
    return new DryRun(
        WorkflowIds.dryRun(number),
        standing,
        Workflow.getWorkflowExecution(child),
        end.thenApply(OnboardingResult::problems),
        () -> {
          if (!Process.told(child, () -> child.withdraw(overtaken))) {
            Workflow.getLogger(DryRun.class).debug("it ended before it could be stopped");
          }
        });
  }

  /**
   * Of any other event.
   *
   * @param lastExit what an undo or a return would give back
   * @param standing the person's own, which it leaves as it is
   */
  static DryRun of(
      HrEvent event, PersonLinks links, Optional<LastExit> lastExit, Standing standing) {
    EmployeeNumber number = event.employeeNumber();
    CompletablePromise<WorkflowExecution> start = Workflow.newPromise();
    CompletablePromise<List<String>> end = Workflow.newPromise();
    CancellationScope scope =
        Workflow.newCancellationScope(
            () -> {
              Trial trial = trial(event, links, lastExit.map(LastExit::before));
              end.completeFrom(trial.problems().get());
              start.completeFrom(Workflow.getWorkflowExecution(trial.child()));
            });
    scope.run();
    return new DryRun(
        WorkflowIds.dryRun(number), standing, start, end, () -> scope.cancel("an event arrived"));
  }

  /**
   * @param problems starts the child
   */
  private record Trial(Object child, Supplier<Promise<List<String>>> problems) {}

  private static Trial trial(HrEvent event, PersonLinks links, Optional<AccessSnapshot> before) {
    EmployeeNumber number = event.employeeNumber();
    if (event instanceof TerminationEvent termination) {
      return exit(Offboarding.input(termination, links, false), "termination");
    }
    if (event instanceof LeaveEvent leave) {
      return exit(Offboarding.input(Offboarding.pause(leave, links), links, true), "leave");
    }
    if (event instanceof ChangeEvent change) {
      ChangeWorkflow child = child(ChangeWorkflow.class, number, "change");
      ChangeInput input =
          new ChangeInput(
              number, links.posUserId(), links.employeeId(), links.staffId(), change.change());
      return new Trial(
          child,
          () -> Async.function(child::change, input.tryingOut()).thenApply(ChangeResult::problems));
    }
    if (event instanceof TransferEvent transfer) {
      TransferWorkflow child = child(TransferWorkflow.class, number, "transfer");
      TransferInput input =
          new TransferInput(
              number,
              links.posUserId(),
              links.employeeId(),
              links.staffId(),
              transfer.transfer(),
              Optional.empty());
      return new Trial(
          child,
          () ->
              Async.function(child::transfer, input.tryingOut())
                  .thenApply(TransferResult::problems));
    }
    return event instanceof UndoEvent undo
        ? restoration(links, before, number, RestorationInput.UNDO, Optional.empty(), undo.reason())
        : restoration(
            links,
            before,
            number,
            RestorationInput.RETURN,
            event instanceof ReturnEvent back ? back.on() : Optional.empty(),
            "back from leave");
  }

  private static Trial exit(OffboardingInput input, String what) {
    OffboardingWorkflow child = child(OffboardingWorkflow.class, input.employeeNumber(), what);
    return new Trial(
        child,
        () ->
            Async.function(child::offboard, input.tryingOut())
                .thenApply(OffboardingResult::problems));
  }

  private static Trial restoration(
      PersonLinks links,
      Optional<AccessSnapshot> before,
      EmployeeNumber number,
      String kind,
      Optional<LocalDate> on,
      String reason) {
    RestorationWorkflow child = child(RestorationWorkflow.class, number, kind);
    RestorationInput input =
        new RestorationInput(
            number,
            links.posUserId(),
            links.employeeId(),
            links.staffId(),
            kind,
            before.orElse(null),
            on,
            reason);
    return new Trial(
        child,
        () ->
            Async.function(child::restore, input.tryingOut())
                .thenApply(RestorationResult::problems));
  }

  private static <W> W child(Class<W> workflow, EmployeeNumber number, String what) {
    return Workflow.newChildWorkflowStub(
        workflow,
        options(number, what + " of " + number)
            .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build());
  }

  private static ChildWorkflowOptions.Builder options(EmployeeNumber number, String what) {
    return ChildWorkflowOptions.newBuilder(
            Process.options(
                WorkflowIds.dryRun(number),
                "Dry run: " + what,
                ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL))
        .setWorkflowExecutionTimeout(LIMIT);
  }

  /** Returns when the child has ended. */
  void await(Deque<HrEvent> waiting) {
    Workflow.await(() -> end.isCompleted() || !waiting.isEmpty());
    if (!end.isCompleted()) {
      stop.run();
    }
    try {
      outcome = words(end.get());
    } catch (ChildWorkflowFailure failure) {
      outcome =
          Process.settled(failure)
              ? "stopped: another event arrived, or somebody cancelled it"
              : "no plan within " + LIMIT.toMinutes() + " minutes, or ended by force";
    }
  }

  private static String words(List<String> problems) {
    return switch (problems.size()) {
      case 0 -> "no problem";
      case 1 -> "1 problem";
      default -> problems.size() + " problems";
    };
  }

  @Override
  public String workflowId() {
    return workflowId;
  }

  @Override
  public boolean started() {
    return start.isCompleted();
  }

  @Override
  public Standing leadsTo() {
    return standing;
  }

  @Override
  public String outcome() {
    return outcome;
  }
}
