package dev.lanyard.workflows.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.testservice.v1.LockTimeSkippingRequest;
import io.temporal.api.testservice.v1.LockTimeSkippingResponse;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.api.testservice.v1.UnlockTimeSkippingResponse;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.serviceclient.TestServiceStubs;
import io.temporal.serviceclient.TestServiceStubsOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The clock of a test server. It goes as fast as any other clock, and jumps only in {@link #skip}
 * and {@link #until}: a client of the environment's own would let it run on while it waits for a
 * result, and for a moment after that has come, so here nobody has one ({@link Runs#client}).
 */
public final class SkippedTime {

  /** Nothing in a test takes longer (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** A jump takes this long only when time stands still, or something is under way (guessed). */
  private static final long SLICE_MILLIS = 20;

  /** Of {@link #until}: a wait is overtaken by an eighth of itself at most (guessed). */
  private static final int STEPS = 8;

  private static final Duration FIRST_STEP = Duration.ofSeconds(1);

  /** Two clocks are read one after the other (guessed). */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final TestWorkflowEnvironment environment;
  private final Runs runs;
  private final TestServiceStubs testService;
  private final Set<String> givenBack = new HashSet<>();
  private final Instant begun;
  private final long begunNanos = System.nanoTime();
  private Duration skipped = Duration.ZERO;
  private CompletableFuture<Void> jump = CompletableFuture.completedFuture(null);

  /**
   * @param environment one that skips time
   */
  public SkippedTime(TestWorkflowEnvironment environment, Runs runs) {
    this.environment = environment;
    this.runs = runs;
    this.testService =
        TestServiceStubs.newServiceStubs(
            TestServiceStubsOptions.newBuilder()
                .setChannel(environment.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
    this.begun = now();
  }

  public Instant now() {
    return Instant.ofEpochMilli(environment.currentTimeMillis());
  }

  /** Stops at whatever is due on the way, until that has been done. */
  public void skip(Duration time) {
    if (!skip(time, () -> false)) {
      throw new AssertionError("time stands still");
    }
  }

  /**
   * Returns early when this is so by then; the rest of the time is skipped all the same.
   *
   * @return false when time stands still
   */
  private synchronized boolean skip(Duration time, BooleanSupplier reached) {
    // Two at once would unlock time twice, and the server breaks down at the next lock (measured).
    if (!awaitJump(() -> false)) {
      return false;
    }
    skipped = skipped.plus(time);
    jump = CompletableFuture.runAsync(() -> environment.sleep(time));
    return awaitJump(reached);
  }

  private boolean awaitJump(BooleanSupplier reached) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        jump.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException notYet) {
        if (reached.getAsBoolean()) {
          return true;
        }
        giveBackLocks();
      } catch (InterruptedException | ExecutionException failed) {
        throw new AssertionError(failed);
      }
    }
    return false;
  }

  /** For the body of an activity, which stops time as long as it lasts. */
  public synchronized void skipMeanwhile(Duration time) {
    unlock();
    try {
      skip(time);
    } finally {
      LockTimeSkippingResponse locked =
          testService.blockingStub().lockTimeSkipping(LockTimeSkippingRequest.getDefaultInstance());
      assertThat(locked).isNotNull();
    }
  }

  /** Goes on until this is so, in steps that grow with the time that was waited. */
  public void until(BooleanSupplier reached, String what) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    Duration waited = Duration.ZERO;
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError(what + " did not come within " + waited);
      }
      Duration step = waited.dividedBy(STEPS);
      step = step.compareTo(FIRST_STEP) < 0 ? FIRST_STEP : step;
      if (!skip(step, reached)) {
        throw new AssertionError(what + " did not come within " + waited + ": time stands still");
      }
      waited = waited.plus(step);
    }
  }

  /**
   * The server stops time when a child ends until its parent has been told, and never starts it
   * again when the parent ended before, as an onboarding does before its hand-over (measured).
   */
  private void giveBackLocks() {
    for (WorkflowExecutionInfo child : runs.closed()) {
      String runId = child.getExecution().getRunId();
      if (child.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED
          && !givenBack.contains(runId)
          && runs.endedUntold(child.getExecution())) {
        givenBack.add(runId);
        unlock();
      }
    }
  }

  private void unlock() {
    UnlockTimeSkippingResponse unlocked =
        testService
            .blockingStub()
            .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    assertThat(unlocked).isNotNull();
  }

  /** Fails when time was skipped that nobody asked for. */
  public void requireNoOtherJump() {
    Duration lived = Duration.ofNanos(System.nanoTime() - begunNanos);
    assertThat(now())
        .as("the clock jumped by itself")
        .isBefore(begun.plus(lived).plus(skipped).plus(TOLERANCE));
  }
}
