package dev.lanyard.workflows.attention;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Steps that wait for a human instead of failing: what Temporal retries never comes here, and what
 * is final parks, is shown with the remedy, and goes on when somebody says so.
 */
public final class AttendedSteps {

  private final Progress progress;
  private final Asking asking;
  private final String operators;
  private final List<String> choices;
  private final Predicate<String> parks;
  private final Consumer<Decision> endRun;
  private final IntSupplier corrections;
  private final Runnable beforeEach;
  private Alarm alarm = Alarm.NONE;

  /**
   * @param asking how, and whose answers count
   * @param operators the group that is asked
   * @param choices what may be answered besides {@code retry}, at every step, to end the run
   * @param parks whether a failure of this type waits for a human; else it is thrown on
   * @param endRun is told of such a choice, and must cancel the scope that the steps run in
   * @param corrections counts what was corrected from outside: a parked step then tries again by
   *     itself
   */
  public AttendedSteps(
      Progress progress,
      Asking asking,
      String operators,
      List<String> choices,
      Predicate<String> parks,
      Consumer<Decision> endRun,
      IntSupplier corrections) {
    this(progress, asking, operators, choices, parks, endRun, corrections, () -> {});
  }

  /**
   * @param beforeEach called before each try of a step; throws when the step is no longer wanted as
   *     it is
   */
  public AttendedSteps(
      Progress progress,
      Asking asking,
      String operators,
      List<String> choices,
      Predicate<String> parks,
      Consumer<Decision> endRun,
      IntSupplier corrections,
      Runnable beforeEach) {
    this.beforeEach = beforeEach;
    this.progress = progress;
    this.asking = asking;
    this.operators = operators;
    this.choices = List.copyOf(choices);
    this.parks = parks;
    this.endRun = endRun;
    this.corrections = corrections;
  }

  /** From now on a step that goes on failing is told to the operators, and goes on trying. */
  public AttendedSteps alarming(Alarm next) {
    alarm = next;
    return this;
  }

  /** A step that cannot be taken over by a human; {@code note} says what came of it. */
  public <R> R run(String step, Supplier<R> act, Function<R, String> note) {
    return runOr(step, act, note, List.of())
        .orElseThrow(() -> new IllegalStateException("decided without a choice to do so"));
  }

  /**
   * The same; empty when a human chose one of {@code others} instead of a retry.
   *
   * @param others choices beyond those that every step of this run has
   */
  public <R> Optional<R> runOr(
      String step, Supplier<R> act, Function<R, String> note, List<String> others) {
    boolean logIn = false;
    boolean parked = false;
    while (true) {
      requireStillWanted(step, parked);
      progress.begin(step);
      try {
        if (logIn) {
          ActivityStubs.backoffice("after a human's retry").logInAgain();
        }
        R result = alarm.watched(step, act);
        progress.done(step, note.apply(result));
        return Optional.of(result);
      } catch (ActivityFailure failure) {
        FinalFailure last = finalFailure(failure, step);
        logIn = last.type().equals(FailureTypes.BOT_LOGIN_REJECTED);
        Decision decision = parkUntilDecided(step, last, others);
        parked = true;
        if (others.contains(decision.choice())) {
          progress.failed(step, "left to " + decision.by());
          return Optional.empty();
        }
        if (choices.contains(decision.choice())) {
          progress.failed(step, decision.choice());
          endRun.accept(decision);
          CancellationScope.throwCanceled();
        }
      }
    }
  }

  private void requireStillWanted(String step, boolean parked) {
    try {
      beforeEach.run();
    } catch (RuntimeException otherwise) {
      if (parked) {
        progress.failed(step, "no longer as it was");
      }
      throw otherwise;
    }
  }

  /** What a human can do something about; anything else is thrown on. */
  private FinalFailure finalFailure(ActivityFailure failure, String step) {
    FinalFailure last = FinalFailure.of(failure);
    if (failure.getCause() instanceof CanceledFailure || !parks.test(last.type())) {
      progress.failed(step, last.words());
      throw failure;
    }
    return last;
  }

  private Decision parkUntilDecided(String step, FinalFailure failure, List<String> others) {
    try {
      return park(step, failure, others);
    } catch (CanceledFailure stopped) {
      progress.failed(step, "stopped while it was parked");
      throw stopped;
    }
  }

  private Decision park(String step, FinalFailure failure, List<String> others) {
    progress.parked(step, failure.type());
    List<String> offered = new ArrayList<>();
    offered.add(Decision.RETRY);
    offered.addAll(choices);
    offered.addAll(others);
    int seen = corrections.getAsInt();
    return asking
        .ask(
            step + " is parked: " + failure.type(),
            List.of(failure.words()),
            operators,
            offered,
            () -> corrections.getAsInt() != seen)
        .orElseGet(() -> new Decision("", Decision.RETRY, "a correction", ""));
  }
}
