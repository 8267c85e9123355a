package dev.lanyard.workflows.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.List;
import java.util.Optional;

/**
 * Where a process stands: the answer of the query {@code status}.
 *
 * @param process {@code onboarding}, {@code offboarding}, {@code change}, {@code transfer}, {@code
 *     undo} or {@code return}
 * @param stage the value of the search attribute {@code Stage}
 * @param awaiting open requests, oldest first; a decision names one by its id
 * @param decisions what arrived, the newest last, at most fifty
 * @param plan of an onboarding
 * @param outline of the processes that change somebody's access
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunStatus(
    String process,
    EmployeeNumber employeeNumber,
    String stage,
    List<StepStatus> steps,
    List<OpenRequest> awaiting,
    List<Finding> problems,
    List<Finding> warnings,
    List<DecisionRecord> decisions,
    Optional<AccessPlan> plan,
    Optional<PlanOutline> outline) {

  public RunStatus {
    steps = steps == null ? List.of() : List.copyOf(steps);
    awaiting = awaiting == null ? List.of() : List.copyOf(awaiting);
    problems = problems == null ? List.of() : List.copyOf(problems);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    decisions = decisions == null ? List.of() : List.copyOf(decisions);
    plan = plan == null ? Optional.empty() : plan;
    outline = outline == null ? Optional.empty() : outline;
  }

  /** Of an onboarding or an offboarding. */
  public RunStatus(
      String process,
      EmployeeNumber employeeNumber,
      String stage,
      List<StepStatus> steps,
      List<OpenRequest> awaiting,
      List<Finding> problems,
      List<Finding> warnings,
      List<DecisionRecord> decisions,
      Optional<AccessPlan> plan) {
    this(
        process,
        employeeNumber,
        stage,
        steps,
        awaiting,
        problems,
        warnings,
        decisions,
        plan,
        Optional.empty());
  }

  @Override
  public String toString() {
    return "RunStatus[" + process + ", " + employeeNumber + ", " + stage + "]";
  }
}
