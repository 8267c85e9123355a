package dev.lanyard.starter.inbox;

import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a group is asked, over all runs. Reads only. */
public final class Inbox {

  /**
   * Every run that waits for anybody: the attribute names one group, a run may wait for several.
   */
  public static final String WAITING =
      "ExecutionStatus = 'Running' AND "
          + SearchAttributes.AWAITING_GROUP.getName()
          + " IS NOT NULL";

  private final WorkflowClient client;
  private final Persons persons;

  public Inbox(WorkflowClient client) {
    this.client = client;
    this.persons = new Persons(client);
  }

  /** One open request, with where it stands. */
  public record Entry(String workflowId, RunStatus run, OpenRequest request) {}

  /** Oldest first. What Temporal indexes may lag by a second; what each run says does not. */
  public List<Entry> of(String group) {
    List<String> waiting;
    try (Stream<WorkflowExecutionMetadata> runs = client.listExecutions(WAITING)) {
      waiting = runs.map(run -> run.getExecution().getWorkflowId()).distinct().toList();
    }
    return waiting.stream()
        .flatMap(this::entries)
        .filter(entry -> asks(entry.request(), group))
        .sorted(Comparator.comparing(entry -> entry.request().askedAt()))
        .toList();
  }

  private Stream<Entry> entries(String workflowId) {
    Optional<RunStatus> run = status(workflowId);
    return run.stream()
        .flatMap(
            status ->
                status.awaiting().stream().map(request -> new Entry(workflowId, status, request)));
  }

  private Optional<RunStatus> status(String workflowId) {
    try {
      return Optional.of(persons.process(workflowId));
    } catch (WorkflowNotFoundException goneMeanwhile) {
      return Optional.empty();
    }
  }

  private static boolean asks(OpenRequest request, String group) {
    return request.group().equals(group)
        || request.terms().map(RequestTerms::groups).orElse(List.of()).contains(group);
  }
}
