package dev.lanyard.workflows.person;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.InputProblem;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a process asks of itself before it does anything: well-formed input, and its person as its
 * parent. The server attests the parent, so a run that somebody started by hand cannot claim one.
 */
public final class PersonConsent {

  private PersonConsent() {}

  /**
   * @param problems of the input, all of them
   * @throws ApplicationFailure {@code INPUT_REFUSED} or {@code NO_CONSENT}, both final
   */
  public static void require(EmployeeNumber employeeNumber, List<InputProblem> problems) {
    if (!problems.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")),
          FailureTypes.INPUT_REFUSED);
    }
    String person = WorkflowIds.person(employeeNumber);
    if (!Workflow.getInfo().getParentWorkflowId().filter(person::equals).isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Only "
              + person
              + " may start this process. Hand the event in with ./lanyard onboard or offboard.",
          FailureTypes.NO_CONSENT);
    }
  }
}
