package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.restoration.RestorationInput;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.restoration.RestorationWorkflow;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Stands in for a person's run: starts one restoration, whatever the person did before. */
@WorkflowInterface
public interface RestoringParent {

  /** The ordinal of the child. */
  int ORDINAL = 3;

  @WorkflowMethod
  RestorationResult restore(RestorationInput input);

  /** As a person's run starts one. */
  final class Impl implements RestoringParent {
    @Override
    public RestorationResult restore(RestorationInput input) {
      return Workflow.newChildWorkflowStub(
              RestorationWorkflow.class,
              ChildWorkflowOptions.newBuilder()
                  .setWorkflowId(
                      WorkflowIds.restoration(input.kind(), input.employeeNumber(), ORDINAL))
                  .build())
          .restore(input);
    }
  }
}
