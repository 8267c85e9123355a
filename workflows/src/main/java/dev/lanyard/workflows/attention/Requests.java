package dev.lanyard.workflows.attention;

import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The one mechanism by which a run waits for people: approvals and parked steps alike. A decision
 * that is early, late, repeated, stale or malformed changes nothing and is listed with the reason.
 */
public final class Requests {

  /** Longest {@code by} and {@code reason} that are kept: a line each (guessed). */
  private static final int WORDS_KEPT = 200;

  private final Progress progress;
  private final Map<String, OpenRequest> open = new HashMap<>();
  private final Map<String, Decision> decided = new HashMap<>();
  private int asked;

  public Requests(Progress progress) {
    this.progress = progress;
  }

  /**
   * Opens a request and waits until it is decided. Empty when it expired, or when {@code overtaken}
   * became true first. A cancelled scope ends the wait with {@code CanceledFailure}.
   *
   * @param expiresAfter empty: it never does
   */
  public Optional<Decision> ask(
      String kind,
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      Optional<Duration> expiresAfter,
      BooleanSupplier overtaken) {
    asked++;
    // Drawn by Temporal from the run: a replay draws the same, and a reset draws another. The run's
    // own id would not do: what is replayed after a reset, or from a file, has another one.
    String id = Workflow.randomUUID().toString().substring(0, 8) + "-" + asked;
    Instant now = now();
    OpenRequest request =
        new OpenRequest(
            id, kind, question, detail, group, choices, now, expiresAfter.map(now::plus));
    open.put(id, request);
    progress.opened(request);
    try {
      if (expiresAfter.isPresent()) {
        // Its answer does not matter: who was told "accepted" in the task of the expiry has
        // decided.
        Workflow.await(
            expiresAfter.get(), () -> decided.containsKey(id) || overtaken.getAsBoolean());
      } else {
        Workflow.await(() -> decided.containsKey(id) || overtaken.getAsBoolean());
      }
      return Optional.ofNullable(decided.remove(id));
    } finally {
      open.remove(id);
      progress.closed(request);
    }
  }

  /** A decision that came as a signal. What cannot be read is listed, never dropped. */
  public void decide(RawValue raw) {
    Signals.read(raw, Decision.class)
        .ifPresentOrElse(
            this::decide,
            () ->
                record(
                    new Decision("", "", "", ""),
                    false,
                    "not a JSON object such as"
                        + " {\"requestId\":\"…\",\"choice\":\"approve\",\"by\":\"…\"}"));
  }

  /** A decision that came as an update, or was read from a signal. */
  public DecisionAnswer decide(Decision decision) {
    Optional<String> objection = objection(decision);
    if (objection.isEmpty()) {
      decided.put(decision.requestId(), decision);
    }
    return record(decision, objection.isEmpty(), objection.orElse("accepted"));
  }

  /**
   * For an update's validator.
   *
   * @throws IllegalArgumentException says what keeps the decision from being one at all
   */
  public static void requireWellFormed(Decision decision) {
    malformed(decision)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  private static Optional<String> malformed(Decision decision) {
    if (decision == null) {
      return Optional.of("a decision is one JSON object");
    }
    if (blank(decision.requestId()) || blank(decision.choice()) || blank(decision.by())) {
      return Optional.of("a decision needs requestId, choice and by");
    }
    return Optional.empty();
  }

  private Optional<String> objection(Decision decision) {
    Optional<String> malformed = malformed(decision);
    if (malformed.isPresent()) {
      return malformed;
    }
    OpenRequest request = open.get(decision.requestId());
    if (request == null) {
      return Optional.of("no open request has this id; it was answered, expired or replaced");
    }
    if (decided.containsKey(decision.requestId())) {
      return Optional.of("this request was answered a moment ago");
    }
    if (!request.choices().contains(decision.choice())) {
      return Optional.of("this request takes " + String.join(", ", request.choices()));
    }
    return Optional.empty();
  }

  private DecisionAnswer record(Decision decision, boolean accepted, String reason) {
    progress.decision(
        new DecisionRecord(
            kept(decision.requestId()),
            kept(decision.choice()),
            kept(decision.by()),
            accepted,
            accepted && !blank(decision.reason()) ? kept(decision.reason()) : reason,
            now()));
    return new DecisionAnswer(accepted, reason);
  }

  private static String kept(String words) {
    if (words == null) {
      return "";
    }
    return words.length() <= WORDS_KEPT ? words : words.substring(0, WORDS_KEPT);
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
