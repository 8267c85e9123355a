package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker with one slot, and a staff API that says: not before that instant. */
@Timeout(90) // A hang would otherwise last for ever: Temporal goes on retrying.
class RateLimitUnderTemporalTest {

  private TemporalWithSandbox world;
  private RunningSandbox sandbox;

  private void start(boolean skipsTime) throws IOException {
    world = new TemporalWithSandbox(skipsTime);
    sandbox = world.sandbox;
    world.serve(
        List.of(OneLookImpl.class, OneWordImpl.class),
        skipsTime
            ? sandbox.activities(TemporalWithSandbox.attempts(), world.clock())
            : sandbox.activities(TemporalWithSandbox.attempts()),
        (Word) () -> "ready");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** No server names an instant so far off that a worker could wait for it. */
  @Test
  void instantMinutesAheadIsWaitedForInTemporalAlone() throws IOException {
    start(true);
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff.json",
            "kind", "status",
            "status", 429,
            "delayMs", 200_000));
    Instant before = world.clock().instant();

    WorkflowStub look = world.start("OneLook");
    sandbox.awaitWrite(() -> !sandbox.requests().isEmpty());
    WorkflowStub word = world.start("OneWord");
    sandbox.awaitWrite(
        () -> !world.events(word, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED).isEmpty());

    assertThat(sandbox.requests()).containsExactly("GET /v1/companies/5678/staff.json 429");
    assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    assertThat(sandbox.requests())
        .containsExactly(
            "GET /v1/companies/5678/staff.json 429",
            "GET /v1/companies/5678/staff.json 200",
            "GET /v1/companies/5678/staff/admins.json 200");
    HistoryEvent second = world.events(look, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED).get(0);
    assertThat(second.getActivityTaskStartedEventAttributes().getAttempt()).isEqualTo(2);
    // The header tells whole seconds.
    assertThat(TemporalWithSandbox.at(second)).isAfterOrEqualTo(before.plusSeconds(199));
    HistoryEvent told = world.events(word, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED).get(0);
    assertThat(TemporalWithSandbox.at(told)).isBefore(before.plusSeconds(120));
  }

  @Test
  void waitHoldsNoSlotAndEndsNotBeforeTheNamedInstant() throws IOException {
    start(false);
    Instant before = Clock.systemUTC().instant();
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff.json",
            "kind", "status",
            "status", 429,
            "delayMs", 4000));

    WorkflowStub look = world.start("OneLook");
    sandbox.awaitWrite(() -> !sandbox.requests().isEmpty());
    String word = world.start("OneWord").getResult(String.class);
    List<String> meanwhile = sandbox.requests();

    assertThat(word).isEqualTo("ready");
    assertThat(meanwhile).containsExactly("GET /v1/companies/5678/staff.json 429");
    assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    assertThat(world.events(look, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED))
        .last()
        .satisfies(
            started -> {
              assertThat(started.getActivityTaskStartedEventAttributes().getAttempt()).isEqualTo(2);
              // The header tells whole seconds.
              assertThat(TemporalWithSandbox.at(started)).isAfterOrEqualTo(before.plusSeconds(3));
            });
  }

  @Test
  void severalWaitForTheSameInstantWithOneRefusedRequest() throws IOException {
    start(false);
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff*",
            "nth", 3,
            "kind", "status",
            "status", 429,
            "delayMs", 3000));
    List<WorkflowStub> looks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      looks.add(world.start("OneLook"));
    }
    for (WorkflowStub look : looks) {
      assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    }

    // Two requests a look; the one that was refused is asked again, the others were never sent.
    List<String> requests = sandbox.requests();
    assertThat(requests).hasSize(11);
    assertThat(requests).filteredOn(request -> request.endsWith(" 429")).hasSize(1);
  }

  @Test
  void anyNumberOfWaitsIsNoReasonToGiveUp() throws IOException {
    start(false);
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff.json",
            "kind", "status",
            "status", 429,
            "times", 4));

    WorkflowStub look = world.start("OneLook");

    assertThat(look.getResult(StaffMemberLocated.class).staffId()).isEmpty();
    assertThat(
            world
                .events(look, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
                .get(0)
                .getActivityTaskStartedEventAttributes()
                .getAttempt())
        .isEqualTo(5);
  }

  /** Asks the staff API for nobody. */
  @WorkflowInterface
  public interface OneLook {
    @WorkflowMethod
    StaffMemberLocated look();
  }

  /** With the time-outs of the product, and no limit of attempts. */
  public static final class OneLookImpl implements OneLook {
    @Override
    public StaffMemberLocated look() {
      return Workflow.newActivityStub(
              StaffApiActivities.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(Duration.ofMinutes(6))
                  .setHeartbeatTimeout(Duration.ofSeconds(10))
                  .build())
          .locate(
              new LocateStaffMember(
                  Fixtures.JANE,
                  Optional.empty(),
                  Optional.of("nobody@example.com"),
                  Optional.empty()));
    }
  }

  /** Another activity for the same slot. */
  @WorkflowInterface
  public interface OneWord {
    @WorkflowMethod
    String word();
  }

  public static final class OneWordImpl implements OneWord {
    @Override
    public String word() {
      return Workflow.newActivityStub(
              Word.class,
              ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(30)).build())
          .word();
    }
  }

  /** Needs no staff API. */
  @ActivityInterface
  public interface Word {
    @ActivityMethod
    String word();
  }
}
