package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.worker.LanyardWorker;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Temporal's own reset does to a hire, on a real server. */
@ExtendWith(RealTemporal.class)
class ResetOnRealTemporalTest {

  private static final String JANE = "hr-30442";
  private static final String RUN = "onboarding/" + JANE + "/1";
  private static final Pattern REQUEST = Pattern.compile("request   ([0-9a-f]+-[0-9]+) ");

  @TempDir Path folder;

  @Test
  void resetHireAsksAgainTheOldAnswerCountsNoMoreAndOneRecordComesOfIt(TemporalTarget temporal)
      throws Exception {
    try (LanyardOnRealTemporal lanyard = new LanyardOnRealTemporal(temporal, folder, "reset");
        LanyardWorker worker =
            lanyard.worker("lanyard.policy { look-again-after = 1s, spread = 0s }", Map.of())) {
      assertThat(worker.taskQueue()).isEqualTo("reset");
      assertThat(lanyard.hireJane(JANE).code()).isEqualTo(3);
      String before = asked(lanyard).orElseThrow();

      reset(temporal, lanyard);
      LanyardOnRealTemporal.until(
          "asked again", () -> asked(lanyard).filter(id -> !id.equals(before)).isPresent());
      String after = asked(lanyard).orElseThrow();

      assertThat(lanyard.run("approve", JANE, "--request", before, "--yes"))
          .satisfies(ran -> assertThat(ran.code()).as("%s", ran).isEqualTo(1));
      assertThat(lanyard.run("approve", JANE, "--request", after, "--yes").code()).isZero();
      LanyardOnRealTemporal.until(
          "has access", () -> lanyard.run("status", JANE).out().contains(JANE + ": has access"));
      List<JsonNode> records = lanyard.employees(12345);
      assertThat(records).hasSize(1);
      assertThat(records.get(0).path("active").asBoolean()).isTrue();
    }
  }

  /** The id of the request that is open. */
  private static Optional<String> asked(LanyardOnRealTemporal lanyard) {
    Matcher named = REQUEST.matcher(lanyard.run("status", JANE).out());
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** To its first workflow task, as Temporal UI's button does it. */
  private static void reset(TemporalTarget temporal, LanyardOnRealTemporal lanyard) {
    long first =
        lanyard.client().fetchHistory(RUN).getEvents().stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
            .findFirst()
            .map(HistoryEvent::getEventId)
            .orElseThrow();
    String run =
        temporal
            .serviceStubs()
            .blockingStub()
            .resetWorkflowExecution(
                ResetWorkflowExecutionRequest.newBuilder()
                    .setNamespace(temporal.namespace())
                    .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(RUN))
                    .setReason("by hand")
                    .setRequestId(UUID.randomUUID().toString())
                    .setWorkflowTaskFinishEventId(first)
                    .build())
            .getRunId();
    assertThat(run).isNotEmpty();
  }
}
