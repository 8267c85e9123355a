package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffMemberCreated;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The create as a worker runs it: Temporal owns the retries, and the real attempts their time. */
@Timeout(60) // A hang would otherwise last for ever: Temporal goes on retrying.
class StaffApiUnderTemporalTest {

  private final List<Duration> settled = new CopyOnWriteArrayList<>();
  private TemporalWithSandbox world;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    world = new TemporalWithSandbox(false);
    sandbox = world.sandbox;
    world.serve(
        List.of(OneCreateImpl.class),
        sandbox.activities(new Unsettled(TemporalWithSandbox.attempts(), settled)));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void lostAnswerIsFoundAgainByTheNextAttempt() {
    sandbox.fault(fault("POST", "/v1/companies/5678/staff*", "cut-after-commit"));

    assertThat(create(Fixtures.PLAN).adopted()).isTrue();

    assertThat(settled).isEmpty(); // It showed at the first look.
    assertThat(sandbox.withCode("hr-10442")).hasSize(1);
    assertThat(sandbox.invitationsTo(Fixtures.EMAIL)).hasSize(1);
    sandbox.assertNothingWidened();
  }

  @Test
  void rateLimitIsADurableWait() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff/admins.json",
            "kind", "status",
            "status", 429));

    assertThat(create(Fixtures.PLAN).adopted()).isFalse();

    assertThat(sandbox.writes()).containsExactly("POST 201");
    assertThat(settled).isEmpty();
  }

  @Test
  void createThatTheRateLimitTurnedAwayIsSentAgainWithoutASettleDelay() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "POST",
            "path", "/v1/companies/5678/staff.json",
            "kind", "status",
            "status", 429,
            "times", 2));

    assertThat(create(Fixtures.PLAN).adopted()).isFalse();

    assertThat(sandbox.writes()).containsExactly("POST 429", "POST 429", "POST 201");
    assertThat(settled).isEmpty();
  }

  @Test
  void rateLimitAfterALostCreateKeepsTheSettleDelay() {
    sandbox.fault(fault("POST", "/v1/companies/5678/staff*", "cut-before-commit"));
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "POST",
            "path", "/v1/companies/5678/staff.json",
            "nth", 2,
            "kind", "status",
            "status", 429));

    assertThat(create(Fixtures.PLAN).adopted()).isFalse();

    assertThat(sandbox.writes()).last().isEqualTo("POST 201");
    assertThat(settled).hasSize(2);
  }

  @Test
  void refusalIsNotRetried() {
    StaffPlan nowhere =
        new StaffPlan(
            Fixtures.PLAN.firstName(),
            Fixtures.PLAN.lastName(),
            Fixtures.PLAN.email(),
            Fixtures.PLAN.phone(),
            new StaffTarget(List.of(new StaffSite(4711, "Nowhere")), Fixtures.CASHIER));

    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> create(nowhere));

    assertThat(failure.getCause().getCause())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> assertThat(cause.getType()).isEqualTo(FailureTypes.STAFF_API_REFUSED));
    assertThat(sandbox.writes()).isEmpty();
  }

  private StaffMemberCreated create(StaffPlan plan) {
    return world
        .temporal
        .getWorkflowClient()
        .newWorkflowStub(OneCreate.class, world.options())
        .create(new CreateStaffMember(Fixtures.JANE, plan));
  }

  private static Map<String, Object> fault(String method, String path, String kind) {
    return Map.of("system", "staff-api", "method", method, "path", path, "nth", 1, "kind", kind);
  }

  /** Real attempts that do not wait: the sandbox answers faster than any delay. */
  private record Unsettled(Attempts real, List<Duration> settled) implements Attempts {
    @Override
    public Attempt current() {
      Attempt attempt = real.current();
      return new Attempt() {
        @Override
        public int number() {
          return attempt.number();
        }

        @Override
        public boolean mayHaveWritten() {
          return attempt.mayHaveWritten();
        }

        @Override
        public void requireTimeToWrite() {
          attempt.requireTimeToWrite();
        }

        @Override
        public void writeTurnedAway() {
          attempt.writeTurnedAway();
        }

        @Override
        public void settle(Duration delay) {
          assertThat(delay).isEqualTo(Duration.ofSeconds(45));
          settled.add(delay);
        }
      };
    }
  }

  /** A workflow of one step. */
  @WorkflowInterface
  public interface OneCreate {
    @WorkflowMethod
    StaffMemberCreated create(CreateStaffMember request);
  }

  /** With the time-outs that a create needs: two looks, a settle delay and a write. */
  public static final class OneCreateImpl implements OneCreate {
    @Override
    public StaffMemberCreated create(CreateStaffMember request) {
      return Workflow.newActivityStub(
              StaffApiActivities.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(Duration.ofMinutes(5))
                  .setHeartbeatTimeout(Duration.ofSeconds(30))
                  .build())
          .createStaffMember(request);
    }
  }
}
