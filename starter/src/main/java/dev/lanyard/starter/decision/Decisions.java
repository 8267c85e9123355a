package dev.lanyard.starter.decision;

import dev.lanyard.starter.connection.Updates;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.CallOff;
import io.temporal.client.WorkflowClient;

/** Brings people's answers to the runs that wait for them. */
public final class Decisions {

  private static final String UPDATE = "decide";

  private static final String WITHDRAW_SIGNAL = "withdraw";

  private final WorkflowClient client;
  private final Updates updates;

  public Decisions(WorkflowClient client) {
    this.client = client;
    updates = new Updates(client, Updates.PATIENCE);
  }

  /**
   * @param workflowId the process's, such as {@code onboarding/hr-10442/1}
   * @return whether it counted, and if not why
   * @throws dev.lanyard.starter.connection.NoWorkerAnswers when nobody answered in time; the
   *     decision may still arrive, and repeating it is harmless: a request is answered once
   */
  public DecisionAnswer decide(String workflowId, Decision decision) {
    return updates.ask(workflowId, UPDATE, DecisionAnswer.class, decision);
  }

  /**
   * Corrects what is being carried out.
   *
   * @return whether it took effect, and if not why
   * @throws dev.lanyard.starter.connection.NoAnswerYet when people have to approve it first
   */
  public DecisionAnswer amend(String workflowId, Amendment<?> amendment) {
    return updates.ask(workflowId, "amend", DecisionAnswer.class, amendment);
  }

  /** Takes what is planned for a later day off. */
  public DecisionAnswer callOff(EmployeeNumber person, CallOff request) {
    return updates.ask(WorkflowIds.person(person), "call off", DecisionAnswer.class, request);
  }

  /**
   * Asks an onboarding to undo everything, whatever it is doing; durable once this returns. What
   * came of it, its status says.
   *
   * @throws io.temporal.client.WorkflowNotFoundException when it has ended
   */
  public void withdraw(String workflowId, Withdrawal withdrawal) {
    client.newUntypedWorkflowStub(workflowId).signal(WITHDRAW_SIGNAL, withdrawal);
  }
}
