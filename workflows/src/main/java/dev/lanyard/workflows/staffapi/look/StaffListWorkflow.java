package dev.lanyard.workflows.staffapi.look;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Answers {@code ./lanyard staff list}: a run, because only the worker holds the credentials. */
@WorkflowInterface
public interface StaffListWorkflow {

  @WorkflowMethod
  StaffList list(StaffListQuestion question);
}
