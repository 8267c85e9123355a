package dev.lanyard.workflows.saga;

import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.hr.Amendment;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody asked for, as it stands, and what may still become of it. Whatever changes what was
 * approved is approved anew by whoever carries it out; the message itself passes the policy too.
 *
 * @param <T> what was asked for
 */
public final class Amendable<T> {

  /** A line each is kept of who amends and why (guessed, as of decisions). */
  private static final int WORDS_KEPT = 200;

  private static final String NOT_ONE = "an amendment is one JSON object, and says by whom";

  /**
   * What is amended, to those who judge it.
   *
   * @param <T> what was asked for
   */
  public interface Subject<T> {

    /** Every rule that it would break; empty when there is none. */
    List<InputProblem> problems(T amended);

    /** As a policy asks about it: the access with this correction. */
    AccessRequest request(String kind, Amendment<T> amendment);

    /**
     * What is asked where the policy wants it approved.
     *
     * @param by cut to a line
     */
    String question(String by);

    /** One took effect. */
    default void amended(T now) {}
  }

  private final Progress progress;
  private final Approvals approvals;
  private final Subject<T> subject;
  private T stated;
  private int count;
  private Optional<String> closed = Optional.empty();

  /**
   * @param stated in HR's words; absent in a run that was started by hand with nothing
   */
  public Amendable(T stated, Progress progress, Approvals approvals, Subject<T> subject) {
    this.stated = stated;
    this.progress = progress;
    this.approvals = approvals;
    this.subject = subject;
  }

  /** In HR's words, and as it was amended. */
  public T stated() {
    return stated;
  }

  /** How many took effect so far. */
  public int count() {
    return count;
  }

  /**
   * From here on none is taken.
   *
   * @param why it is told to whoever sends one, with what to do instead; the first one counts
   */
  public void close(String why) {
    closed = closed.or(() -> Optional.of(why));
  }

  /** Whether one may still take effect. */
  public boolean isOpen() {
    return closed.isEmpty();
  }

  /** Signal handler; what cannot be read is listed. */
  public void amend(RawValue raw, Class<? extends Amendment<T>> type, String example) {
    Signals.read(raw, type)
        .ifPresentOrElse(
            this::amend, () -> record("", false, "not a JSON object such as " + example));
  }

  /** Update handler, and of what was read from a signal; may wait for approvals. */
  public DecisionAnswer amend(Amendment<T> amendment) {
    Optional<String> objection = objection(amendment);
    if (objection.isPresent()) {
      return record(by(amendment), false, objection.get());
    }
    for (String kind : kinds(amendment)) {
      ApprovalOutcome outcome = approved(kind, amendment);
      if (!outcome.approved()) {
        return record(by(amendment), false, outcome.reason());
      }
    }
    // Others may have come while this one was decided on.
    Optional<String> late = objection(amendment);
    if (late.isPresent()) {
      return record(by(amendment), false, late.get());
    }
    List<String> changed = amendment.changedIn(stated);
    stated = amendment.appliedTo(stated);
    count++;
    subject.amended(stated);
    return record(by(amendment), true, "amended: " + String.join(", ", changed));
  }

  /** For an update's validator: what is no amendment at all leaves no trace. */
  public static void requireWellFormed(Amendment<?> amendment) {
    if (!wellFormed(amendment)) {
      throw new IllegalArgumentException(NOT_ONE);
    }
  }

  private static boolean wellFormed(Amendment<?> amendment) {
    return amendment != null && amendment.by() != null && !amendment.by().isBlank();
  }

  private Optional<String> objection(Amendment<T> amendment) {
    if (!wellFormed(amendment)) {
      return Optional.of(NOT_ONE);
    }
    if (closed.isPresent()) {
      return closed;
    }
    if (stated == null) {
      return Optional.of("this run has nothing to amend");
    }
    if (amendment.changedIn(stated).isEmpty()) {
      return Optional.of("nothing in it is other than it is already");
    }
    List<InputProblem> problems = subject.problems(amendment.appliedTo(stated));
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problems.stream()
                .map(problem -> problem.field() + " " + problem.message())
                .collect(Collectors.joining("; ")));
  }

  /** Moving the date and correcting anything else are two things, each with a rule of its own. */
  private List<String> kinds(Amendment<T> amendment) {
    List<String> changed = amendment.changedIn(stated);
    List<String> kinds = new ArrayList<>();
    if (changed.stream().anyMatch(amendment.dates()::contains)) {
      kinds.add(AccessRequest.RESCHEDULE);
    }
    if (!amendment.dates().containsAll(changed)) {
      kinds.add(AccessRequest.AMEND);
    }
    return kinds;
  }

  private ApprovalOutcome approved(String kind, Amendment<T> amendment) {
    List<String> changed = amendment.changedIn(stated);
    List<String> detail = new ArrayList<>();
    detail.add("Changes: " + String.join(", ", changed));
    changed.stream()
        .filter(amendment.dates()::contains)
        .forEach(date -> detail.add(label(date) + ": " + amendment.named().get(date)));
    return approvals.guard(
        subject.request(kind, amendment).withRequester(Optional.of(amendment.by())),
        subject.question(kept(amendment.by())),
        detail,
        amendment.digest(kind),
        amendment
            .token()
            .map(
                token ->
                    new Decision(kind, Decision.APPROVE, amendment.by(), "", Optional.of(token))),
        () -> closed.isPresent());
  }

  /** {@code Start date} for {@code startDate}. */
  private static String label(String field) {
    return Character.toUpperCase(field.charAt(0))
        + field.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  private DecisionAnswer record(String by, boolean accepted, String reason) {
    progress.decision(new DecisionRecord("", "amend", kept(by), accepted, kept(reason), now()));
    return new DecisionAnswer(accepted, reason);
  }

  private static String by(Amendment<?> amendment) {
    return amendment == null || amendment.by() == null ? "" : amendment.by();
  }

  private static String kept(String words) {
    return words.length() <= WORDS_KEPT ? words : words.substring(0, WORDS_KEPT);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
