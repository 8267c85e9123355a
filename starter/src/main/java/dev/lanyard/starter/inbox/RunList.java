package dev.lanyard.starter.inbox;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What runs for whom, as Temporal indexes it: may lag by a second. Reads only. */
public final class RunList {

  /** Process to the beginning of its workflow ids' type. */
  private static final Map<String, String> TYPES =
      Map.of(
          "onboarding", "OnboardingWorkflow",
          "offboarding", "OffboardingWorkflow",
          "leave", "OffboardingWorkflow",
          "change", "ChangeWorkflow",
          "transfer", "TransferWorkflow",
          "return", "RestorationWorkflow",
          "undo", "RestorationWorkflow",
          "deletion", "DeletionWorkflow",
          "call-off", "CallOffWorkflow");

  /** A person's own run is listed while it keeps a termination for a later day. */
  private static final String PLANNED =
      "(WorkflowType = 'PersonWorkflow' AND "
          + SearchAttributes.STAGE.getName()
          + " = '"
          + Stages.PLANNED
          + "')";

  private final WorkflowClient client;

  public RunList(WorkflowClient client) {
    this.client = client;
  }

  /**
   * What to list; what is null does not matter.
   *
   * @param all ended ones too
   */
  public record Question(String stage, String group, String site, String process, boolean all) {

    /** What is wrong with it; empty when nothing is. */
    public String mistake() {
      return process == null || TYPES.containsKey(process)
          ? ""
          : "must be one of " + String.join(", ", TYPES.keySet().stream().sorted().toList());
    }

    /** In Temporal's list filter; text is quoted, so that no value can end it. */
    String filter() {
      List<String> terms = new ArrayList<>();
      terms.add(
          process == null
              ? "(WorkflowType IN ("
                  + String.join(
                      ", ",
                      TYPES.values().stream().distinct().sorted().map(Question::quoted).toList())
                  + ") OR "
                  + PLANNED
                  + ")"
              : "WorkflowType = " + quoted(TYPES.get(process)));
      if (!all) {
        terms.add("ExecutionStatus = 'Running'");
      }
      add(terms, SearchAttributes.STAGE, stage);
      add(terms, SearchAttributes.AWAITING_GROUP, group);
      add(terms, SearchAttributes.SITES, site);
      return String.join(" AND ", terms);
    }

    private static void add(List<String> terms, SearchAttributeKey<?> key, String value) {
      if (value != null) {
        terms.add(key.getName() + " = " + quoted(value));
      }
    }

    private static String quoted(String value) {
      return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
  }

  /** One run; what is not known is empty. */
  public record Run(
      String employeeNumber,
      String workflowId,
      String stage,
      String group,
      String effectiveAt,
      String state) {}

  /** The newest first, at most so many. */
  public List<Run> find(Question question, int limit) {
    try (Stream<WorkflowExecutionMetadata> runs = client.listExecutions(question.filter())) {
      return runs.filter(
              run ->
                  question.process() == null
                      || run.getExecution().getWorkflowId().startsWith(question.process() + "/"))
          .limit(limit)
          .map(RunList::run)
          .toList();
    }
  }

  private static Run run(WorkflowExecutionMetadata found) {
    return new Run(
        text(found, SearchAttributes.EMPLOYEE_NUMBER),
        found.getExecution().getWorkflowId(),
        text(found, SearchAttributes.STAGE),
        text(found, SearchAttributes.AWAITING_GROUP),
        text(found, SearchAttributes.EFFECTIVE_AT),
        found
            .getStatus()
            .name()
            .replace("WORKFLOW_EXECUTION_STATUS_", "")
            .toLowerCase(Locale.ROOT));
  }

  private static String text(WorkflowExecutionMetadata found, SearchAttributeKey<?> key) {
    Object value = found.getTypedSearchAttributes().get(key);
    return value == null ? "" : value.toString();
  }
}
