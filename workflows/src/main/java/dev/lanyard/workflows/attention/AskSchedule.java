package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a request is asked again, of whom, and when it lapses.
 *
 * @param remindAfter then at doubling distances
 * @param escalateAfter when the deputies are asked, too
 * @param deputies the group
 * @param expiresAfter when it lapses; with {@code neverLapses} it is escalated then instead
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AskSchedule(
    Optional<Duration> remindAfter,
    Optional<Duration> escalateAfter,
    String deputies,
    Optional<Duration> expiresAfter,
    boolean neverLapses) {

  public AskSchedule {
    remindAfter = remindAfter == null ? Optional.empty() : remindAfter;
    escalateAfter = escalateAfter == null ? Optional.empty() : escalateAfter;
    expiresAfter = expiresAfter == null ? Optional.empty() : expiresAfter;
  }

  /** Asked once, and open until it is answered. */
  public static final AskSchedule NONE =
      new AskSchedule(Optional.empty(), Optional.empty(), "", Optional.empty(), true);

  /** When the answer of "nobody" is taken. */
  Optional<Instant> lapsesAt(Instant asked) {
    return neverLapses ? Optional.empty() : expiresAfter.map(asked::plus);
  }

  /** The earlier of the two. */
  Optional<Instant> escalatesAt(Instant asked) {
    Optional<Instant> planned = escalateAfter.map(asked::plus);
    Optional<Instant> instead = neverLapses ? expiresAfter.map(asked::plus) : Optional.empty();
    if (planned.isPresent() && instead.isPresent()) {
      return planned.get().isBefore(instead.get()) ? planned : instead;
    }
    return planned.or(() -> instead);
  }

  /** After so many reminders. */
  Optional<Instant> remindsAt(Instant asked, int reminders) {
    // Doubling, so that a request that waits for months does not fill its history.
    return remindAfter.map(
        first -> asked.plus(first.multipliedBy((2L << Math.min(reminders, 30)) - 1)));
  }
}
