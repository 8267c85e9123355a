package dev.lanyard.activities.firstfaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * An operation once without faults, and then once for each of its requests and each fault on it,
 * driven as Temporal drives it: a failed attempt is followed by the next, until it is done or fails
 * for good. Either there is exactly one right record, or a typed failure parks and says what helps.
 */
public final class FirstFaults {

  /** One fault costs one attempt, two with a login that it lost; the rest is slack (guessed). */
  private static final int MOST_ATTEMPTS = 5;

  private static final Duration CLEAN_TIMEOUT = Duration.ofSeconds(20);

  /** Only a hanging test meets it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A rejected login parks at once, since nobody knows after how many an account is locked. */
  private static final Set<String> LOGIN_SHOWN = Set.of("login-page", "login-redirect");

  /** What a failure tells a human to do, in the words that are used for it. */
  private static final Pattern REMEDY =
      Pattern.compile(
          "(?i)\\b(retry|look (?:at|in)|compare|choose|correct|settle|amend|check|give|disable)\\b");

  private final Operation operation;
  private final List<FirstFault> faults;
  private final List<SentRequest> clean;

  private FirstFaults(Operation operation, List<FirstFault> faults, List<SentRequest> clean) {
    this.operation = operation;
    this.faults = faults;
    this.clean = clean;
  }

  /** Runs the operation without faults and keeps the list of its requests. */
  public static FirstFaults of(Operation operation, List<FirstFault> faults) {
    try (Trial trial = operation.prepare(CLEAN_TIMEOUT)) {
      SandboxControls controls = new SandboxControls(trial.sandbox(), operation.system());
      controls.forgetRequests();
      trial.attempt(new RepeatedAttempt(1, () -> {}));
      trial.requireNeverWider(controls.state());
      trial.requireDone(controls.state());
      List<SentRequest> clean = controls.requests();
      assertThat(clean).as("requests of " + operation.name()).isNotEmpty();
      return new FirstFaults(operation, faults, clean);
    }
  }

  /** One test for each cell of the table. */
  public Stream<DynamicTest> cells() {
    return clean.stream()
        .flatMap(
            on ->
                faults.stream()
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                operation.name() + ", " + on + ", " + fault.label(),
                                () -> play(on, fault))));
  }

  /** The table of outcomes, as Markdown. */
  public String table() {
    StringBuilder table = new StringBuilder("## " + operation.name() + "\n\n| request |");
    faults.forEach(fault -> table.append(' ').append(fault.label()).append(" |"));
    table.append("\n|---|").append("---|".repeat(faults.size())).append('\n');
    for (SentRequest on : clean) {
      table.append("| `").append(on).append("` |");
      faults.forEach(fault -> table.append(' ').append(play(on, fault)).append(" |"));
      table.append('\n');
    }
    return table.toString();
  }

  /**
   * Plays one cell.
   *
   * @throws AssertionError when it ends neither done and right nor parked as it may
   */
  Outcome play(SentRequest on, FirstFault fault) {
    try (Trial trial = operation.prepare(fault.httpTimeout())) {
      SandboxControls controls = new SandboxControls(trial.sandbox(), operation.system());
      controls.forgetRequests();
      controls.fault(on, fault);
      Runnable rest = () -> comeToRest(controls, fault);
      Outcome outcome = drive(trial, controls, rest);
      assertThat(controls.played()).as("the fault was played").isTrue();
      if (on.writes()) {
        rest.run();
      }
      trial.requireNeverWider(controls.state());
      if (outcome.done()) {
        trial.requireDone(controls.state());
      } else {
        assertThat(mayPark(on, fault)).contains(outcome.parked());
      }
      assertThat(controls.requests().stream().filter(SentRequest::writes))
          .as("writes")
          .hasSizeLessThanOrEqualTo(neededWrites(on, fault));
      return outcome;
    }
  }

  private Outcome drive(Trial trial, SandboxControls controls, Runnable settling) {
    List<String> told = new ArrayList<>();
    for (int number = 1; number <= MOST_ATTEMPTS; number++) {
      AtomicBoolean rested = new AtomicBoolean();
      Runnable noted =
          () -> {
            settling.run();
            rested.set(true);
          };
      Optional<ApplicationFailure> failure = attempt(trial, new RepeatedAttempt(number, noted));
      trial.requireNeverWider(controls.state());
      if (failure.isEmpty()) {
        return new Outcome("");
      }
      String message = failure.get().getOriginalMessage();
      assertThat(message).doesNotContainIgnoringCase(trial.secrets().toArray(String[]::new));
      if (failure.get().isNonRetryable()) {
        assertThat(message).as("a remedy").containsPattern(REMEDY);
        return new Outcome(failure.get().getType());
      }
      if (operation.restsBeforeItFails()
          && failure.get().getType().equals(FailureTypes.UNCONFIRMED_WRITE)) {
        assertThat(rested).as("the lost write came to rest first").isTrue();
      }
      told.add(message);
    }
    throw new AssertionError("Not over after " + MOST_ATTEMPTS + " attempts: " + told);
  }

  private static Optional<ApplicationFailure> attempt(Trial trial, RepeatedAttempt attempt) {
    try {
      trial.attempt(attempt);
      return Optional.empty();
    } catch (ApplicationFailure failure) {
      return Optional.of(failure);
    }
  }

  private static Set<String> mayPark(SentRequest on, FirstFault fault) {
    return on.isLogin() && LOGIN_SHOWN.contains(fault.kind())
        ? Set.of(FailureTypes.BOT_LOGIN_REJECTED)
        : fault.parks();
  }

  private int neededWrites(SentRequest on, FirstFault fault) {
    int writes = (int) clean.stream().filter(SentRequest::writes).count();
    boolean repeats =
        on.writes() && (!fault.commits() || fault.late() && operation.repeatsAtOnce());
    return repeats ? writes + 1 : writes;
  }

  /** The sandbox says when a slow request was served, and of a cut one nothing: that takes time. */
  private static void comeToRest(SandboxControls controls, FirstFault fault) {
    if (fault.late()) {
      long due = System.nanoTime() + FirstFault.LATE.multipliedBy(2).toNanos();
      await(() -> controls.allServed() && System.nanoTime() - due > 0);
    }
  }

  private static void await(BooleanSupplier happened) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("what was awaited did not happen").isNegative();
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
