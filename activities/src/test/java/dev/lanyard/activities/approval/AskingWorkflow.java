package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.MessageDigests;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Optional;

/** The least that asks: one approval, and messages that move a date. */
@WorkflowInterface
public interface AskingWorkflow {

  /** What a date was moved to is signed like this. */
  static String digestOf(String date) {
    return MessageDigests.of(List.of(AccessRequest.RESCHEDULE, date));
  }

  @WorkflowMethod
  String ask(AccessRequest request);

  @SignalMethod(name = "decide")
  void decide(RawValue decision);

  @UpdateMethod(name = "decide")
  DecisionAnswer decideNow(Decision decision);

  @UpdateMethod(name = "reschedule")
  String reschedule(String date, Decision message);

  @SignalMethod(name = "overtake")
  void overtake();

  @QueryMethod(name = "status")
  RunStatus status();

  /** Its only body. */
  final class Body implements AskingWorkflow {

    private final AccessRequest request;
    private final Progress progress;
    private final Requests requests;
    private final Approvals approvals;
    private boolean overtaken;

    @WorkflowInit
    public Body(AccessRequest request) {
      this.request = request;
      progress = new Progress("asking", request.employeeNumber());
      requests = new Requests(progress);
      approvals = new Approvals(progress, requests);
    }

    @Override
    public String ask(AccessRequest same) {
      ApprovalOutcome outcome =
          approvals.ask(request, "May they?", List.of(), "digest-1", () -> overtaken);
      Workflow.await(Workflow::isEveryHandlerFinished);
      return outcome.result() + ": " + outcome.reason();
    }

    @Override
    public String reschedule(String date, Decision message) {
      ApprovalOutcome outcome =
          approvals.guard(
              request.withKind(AccessRequest.RESCHEDULE),
              "Move it to " + date + "?",
              List.of(),
              digestOf(date),
              Optional.ofNullable(message),
              () -> overtaken);
      return outcome.result() + ": " + outcome.reason();
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
    public void overtake() {
      overtaken = true;
    }

    @Override
    public RunStatus status() {
      return progress.status();
    }
  }
}
