package dev.lanyard.workflows.doctor;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Answers {@code ./lanyard doctor}: a run, because only the worker holds the credentials. */
@WorkflowInterface
public interface DoctorWorkflow {

  @WorkflowMethod
  DoctorReport examine(DoctorRequest request);
}
