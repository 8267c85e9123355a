package dev.lanyard.workflows.calloff;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.MessageDigests;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question, bound to exactly what would be called off. */
public final class CallOffWorkflowImpl implements CallOffWorkflow {

  private final CallOffInput input;
  private final Progress progress;
  private final Requests requests;
  private boolean overtaken;

  @WorkflowInit
  public CallOffWorkflowImpl(CallOffInput input) {
    // Started by hand there may be none: a run that fails here would be tried again for ever.
    this.input =
        input == null || input.about() == null
            ? new CallOffInput(
                AccessRequest.about(AccessRequest.WITHDRAW, null), "", "", Instant.EPOCH, "", "")
            : input;
    this.progress = new Progress("call-off", this.input.about().employeeNumber());
    this.requests = new Requests(progress);
  }

  @Override
  public CallOffResult ask(CallOffInput sameInput) {
    EmployeeNumber employeeNumber = input.about().employeeNumber();
    List<InputProblem> problems = new ArrayList<>();
    HireRules.employeeNumber(employeeNumber).ifPresent(problems::add);
    PersonConsent.require(employeeNumber, problems);
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(employeeNumber.value()));
    progress.headline("Call-off for " + employeeNumber + ": " + input.what());
    progress.stage(Stages.AWAITING_APPROVAL);
    progress.notices().follow(ActivityStubs.planning().readPolicy());
    ApprovalOutcome outcome =
        new Approvals(progress, requests)
            .guard(
                input.about().withRequester(Optional.of(input.by())),
                question(employeeNumber),
                detail(),
                MessageDigests.of(
                    List.of(
                        employeeNumber.value(),
                        "call off",
                        input.id(),
                        input.what(),
                        input.at().toString())),
                message(),
                () -> overtaken);
    boolean approved = outcome.approved() && !overtaken;
    progress.stage(approved ? Stages.DONE : Stages.REFUSED);
    progress.notices().settle(() -> false);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return new CallOffResult(approved, outcome.reason());
  }

  private String question(EmployeeNumber employeeNumber) {
    String what = "the " + input.what() + " of " + employeeNumber;
    return keepsAccess()
        ? "May " + what + " be called off? Then the access stays."
        : "May " + what + " be called off?";
  }

  private List<String> detail() {
    List<String> detail = new ArrayList<>();
    detail.add("Planned for " + input.at());
    detail.add("Asked for by " + input.by());
    if (input.reason() != null && !input.reason().isBlank()) {
      detail.add("Reason: " + input.reason());
    }
    return detail;
  }

  /** As with a termination that runs: whoever wants somebody to keep access does not decide it. */
  private Optional<Decision> message() {
    return keepsAccess()
        ? Optional.empty()
        : Optional.of(
            new Decision(input.about().kind(), Decision.APPROVE, input.by(), input.reason()));
  }

  private boolean keepsAccess() {
    return input.about().kind().equals(AccessRequest.UNDO);
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
  public void overtaken() {
    overtaken = true;
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}
