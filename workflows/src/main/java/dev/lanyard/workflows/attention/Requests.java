package dev.lanyard.workflows.attention;

import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.TimedWait;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The one mechanism by which a run waits for people: approvals and parked steps alike. A decision
 * that is early, late, repeated, stale or malformed changes nothing and is listed with the reason.
 */
public final class Requests {

  /** Longest {@code by} and {@code reason} that are kept: a line each (guessed). */
  private static final int WORDS_KEPT = 200;

  private static final String ACCEPTED = "accepted";

  private final Progress progress;
  private final Map<String, OpenRequest> open = new HashMap<>();
  private final Map<String, Decision> decided = new HashMap<>();
  private final Map<String, DecisionCheck> checks = new HashMap<>();

  /** Decisions about a request that are being checked. */
  private final Map<String, Integer> underWay = new HashMap<>();

  private int asked;

  public Requests(Progress progress) {
    this.progress = progress;
  }

  /**
   * Opens a request and waits until one bare decision answers it. Empty when it expired, or when
   * {@code overtaken} became true first. A cancelled scope ends the wait with {@code
   * CanceledFailure}.
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
    return ask(
        kind,
        question,
        detail,
        group,
        choices,
        Optional.empty(),
        new AskSchedule(Optional.empty(), Optional.empty(), "", expiresAfter, false),
        Optional.empty(),
        overtaken);
  }

  /** What is to become of a parked step, where any bare decision counts. */
  public Optional<Decision> askParked(
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      BooleanSupplier overtaken) {
    return ask(OpenRequest.PARKED, question, detail, group, choices, Optional.empty(), overtaken);
  }

  /**
   * The same where not every decision counts, or where it takes several: each is listed with what
   * came of it, and the request keeps its id meanwhile.
   *
   * @param terms shown with the request
   * @param schedule when it is asked again, of whom, and when it lapses
   * @param check what a decision is worth; empty: the first one answers
   * @return the decision that answered it, in the name of who made it
   */
  public Optional<Decision> ask(
      String kind,
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      Optional<RequestTerms> terms,
      AskSchedule schedule,
      Optional<DecisionCheck> check,
      BooleanSupplier overtaken) {
    asked++;
    // Drawn by Temporal from the run: a replay draws the same, and a reset draws another. The run's
    // own id would not do: what is replayed after a reset, or from a file, has another one.
    String id = Workflow.randomUUID().toString().substring(0, 8) + "-" + asked;
    Instant now = now();
    OpenRequest request =
        new OpenRequest(
            id, kind, question, detail, group, choices, now, schedule.lapsesAt(now), terms);
    open.put(id, request);
    check.ifPresent(given -> checks.put(id, given));
    progress.opened(request);
    try {
      await(id, schedule, () -> decided.containsKey(id) || overtaken.getAsBoolean());
      return Optional.ofNullable(decided.remove(id));
    } finally {
      OpenRequest last = open.remove(id);
      checks.remove(id);
      progress.closed(last);
    }
  }

  /** Until answered, overtaken or lapsed. */
  private void await(String id, AskSchedule schedule, Supplier<Boolean> ended) {
    Instant asked = open.get(id).askedAt();
    while (true) {
      OpenRequest request = open.get(id);
      boolean escalated = request.terms().filter(RequestTerms::escalated).isPresent();
      Optional<Instant> reminder =
          request.terms().flatMap(terms -> schedule.remindsAt(asked, terms.reminders()));
      Optional<Instant> lapse = schedule.lapsesAt(asked);
      Optional<Instant> escalation = escalated ? Optional.empty() : schedule.escalatesAt(asked);
      Optional<Instant> next =
          Stream.of(lapse, escalation, reminder)
              .flatMap(Optional::stream)
              .min(Comparator.naturalOrder());
      if (next.isEmpty()) {
        Workflow.await(ended);
        return;
      }
      String what =
          lapse.equals(next) ? "expires" : escalation.equals(next) ? "escalates" : "reminds";
      // Who was told "accepted" in the task of the expiry has decided.
      if (TimedWait.until(left(next.get()), what + ": " + request.question(), ended)
          || ended.get()) {
        return;
      }
      if (lapse.equals(next)) {
        // Who answered in time is still heard.
        Workflow.await(() -> ended.get() || !underWay.containsKey(id));
        return;
      }
      RequestTerms terms = request.terms().orElseThrow();
      if (escalation.equals(next)) {
        change(request.with(schedule.deputies(), terms.escalatedTo(schedule.deputies())));
      } else {
        change(request.with(request.group(), terms.reminded()));
      }
    }
  }

  private static Duration left(Instant moment) {
    Duration left = Duration.between(now(), moment);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void change(OpenRequest changed) {
    open.put(changed.id(), changed);
    progress.changed(changed);
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

  /**
   * A decision that came as an update, or was read from a signal. Waits where it has to be checked.
   */
  public DecisionAnswer decide(Decision decision) {
    Optional<String> objection = objection(decision);
    if (objection.isPresent()) {
      return record(decision, false, objection.get());
    }
    DecisionCheck check = checks.get(decision.requestId());
    if (check == null) {
      decided.put(decision.requestId(), decision);
      return record(decision, true, ACCEPTED);
    }
    DecisionCheck.Counted counted = count(decision, check);
    String by = counted.approver().isEmpty() ? decision.by() : counted.approver();
    return record(
        new Decision(decision.requestId(), decision.choice(), by, decision.reason()),
        counted.accepted(),
        counted.reason());
  }

  private DecisionCheck.Counted count(Decision decision, DecisionCheck check) {
    String id = decision.requestId();
    underWay.merge(id, 1, Integer::sum);
    try {
      DecisionCheck.Count count = check.check(open.get(id), decision);
      // Checking takes its time: somebody else may have answered meanwhile.
      Optional<String> late = objection(decision);
      if (late.isPresent()) {
        return DecisionCheck.Counted.refused(late.get());
      }
      DecisionCheck.Counted counted = count.now();
      if (counted.decides()) {
        decided.put(id, new Decision(id, decision.choice(), counted.approver(), decision.reason()));
      } else if (counted.accepted()) {
        OpenRequest request = open.get(id);
        request
            .terms()
            .ifPresent(
                terms ->
                    change(request.with(request.group(), terms.approvedBy(counted.approver()))));
      }
      return counted;
    } finally {
      underWay.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
    }
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
            accepted ? kept(told(decision, reason)) : reason,
            now()));
    return new DecisionAnswer(accepted, reason);
  }

  private static String told(Decision decision, String reason) {
    if (blank(decision.reason())) {
      return reason;
    }
    return reason.equals(ACCEPTED) ? decision.reason() : reason + ": " + decision.reason();
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
