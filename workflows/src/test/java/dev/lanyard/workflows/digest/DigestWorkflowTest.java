package dev.lanyard.workflows.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.notification.Notice;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DigestWorkflowTest {

  private static final DigestInput CHICAGO =
      new DigestInput("digest", "America/Chicago", Optional.empty());

  private final TestTemporal temporal = new TestTemporal();
  private int started;

  @AfterEach
  void close() {
    temporal.close();
  }

  private DigestResult scheduled() {
    started++;
    return temporal
        .client()
        .newWorkflowStub(
            DailyDigestWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.DEFAULT)
                .setWorkflowId("daily-digest/" + started)
                .build())
        .today(CHICAGO);
  }

  @Test
  void eachGroupIsToldOnceADayHoweverOftenTheScheduleFires() {
    temporal.digests.notices.add(temporal.digests.to("harbor"));
    temporal.digests.notices.add(temporal.digests.to("managers"));

    assertThat(scheduled()).isEqualTo(new DigestResult(2, DigestResult.SENT));
    assertThat(scheduled()).isEqualTo(new DigestResult(0, DigestResult.BEFORE));
    assertThat(temporal.mailbox.taken)
        .extracting(Notice::group)
        .containsExactlyInAnyOrder("harbor", "managers");
    assertThat(
            temporal.workflow("digest/lanyard/America/Chicago/2026-05-01").describe().getStatus())
        .hasToString("WORKFLOW_EXECUTION_STATUS_COMPLETED");

    temporal.digests.day = LocalDate.of(2026, 5, 2);
    assertThat(scheduled()).isEqualTo(new DigestResult(2, DigestResult.SENT));
  }

  @Test
  void aDayWithoutNewsIsSilent() {
    assertThat(scheduled()).isEqualTo(new DigestResult(0, DigestResult.NOTHING));
    assertThat(temporal.mailbox.attempts).hasValue(0);
  }

  @Test
  void whatOneGroupsServerRefusesFailsTheRunAfterTheOthersWereToldAndMayBeTriedAgain() {
    temporal.digests.notices.add(temporal.digests.to("harbor"));
    temporal.digests.notices.add(temporal.digests.to("managers"));
    temporal.mailbox.failures.finalBefore(Notice.DIGEST, FailureTypes.MAIL_REFUSED);

    assertThat(catchThrowableOfType(WorkflowFailedException.class, this::scheduled)).isNotNull();
    assertThat(temporal.mailbox.taken).hasSize(1);

    assertThat(scheduled()).isEqualTo(new DigestResult(2, DigestResult.SENT));
  }
}
