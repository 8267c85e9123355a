package dev.lanyard.activities.firstfaults;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One thing that can happen to one request, as the sandbox plays it.
 *
 * @param label in the table of outcomes and in the names of cells
 * @param kind the sandbox's word for it
 * @param more further members of the fault's JSON, each with a comma before it
 * @param parks the types of failures with which the operation may park instead of being done; none
 *     for what passes by itself
 */
public record FirstFault(String label, String kind, String more, Set<String> parks) {

  /** How late a write takes effect whose connection was cut (guessed; only the order counts). */
  static final Duration LATE = Duration.ofMillis(150);

  /** Of clients that wait for slow answers: above what a request takes on busy cores (guessed). */
  private static final Duration SHORT_TIMEOUT = Duration.ofMillis(1500);

  /** Longer than {@link #SHORT_TIMEOUT} (guessed). */
  private static final Duration SLOW_ANSWER = Duration.ofMillis(1800);

  private static final Duration LONG_TIMEOUT = Duration.ofSeconds(20);

  private static final String DELAY = "delay";
  private static final String COMMIT_LATE = "commit-late";

  /** Every fault of the sandbox's Backoffice. */
  public static final List<FirstFault> OF_BACKOFFICE =
      List.of(
          passing("500", "status", ",\"status\":500"),
          passing("503", "status", ",\"status\":503"),
          passing("429", "status", ",\"status\":429"),
          passing("slow", DELAY, ",\"delayMs\":" + SLOW_ANSWER.toMillis()),
          passing("cut before commit", "cut-before-commit", ""),
          passing("cut after commit", "cut-after-commit", ""),
          passing("commit late", COMMIT_LATE, ",\"delayMs\":" + LATE.toMillis()),
          passing("truncated", "truncated-body", ""),
          passing("maintenance page", "maintenance-page", ""),
          passing("login page", "login-page", ""),
          passing("login redirect", "login-redirect", ""),
          parking("no effect", "success-without-effect", "NOT_APPLIED"),
          parking("changed markup", "changed-markup", "PAGE_CHANGED"),
          parking("edit in between", "edit-in-between", "NOT_APPLIED", "STATE_CHANGED"));

  private static FirstFault passing(String label, String kind, String more) {
    return new FirstFault(label, kind, more, Set.of());
  }

  private static FirstFault parking(String label, String kind, String... types) {
    return new FirstFault(label, kind, "", Set.of(types));
  }

  Duration httpTimeout() {
    return kind.equals(DELAY) ? SHORT_TIMEOUT : LONG_TIMEOUT;
  }

  /** Whether a write takes effect after its caller has given it up. */
  boolean late() {
    return kind.equals(DELAY) || kind.equals(COMMIT_LATE);
  }

  /** Whether a write that meets it takes effect nevertheless, at once or later. */
  boolean commits() {
    return Set.of(
            DELAY,
            COMMIT_LATE,
            "cut-after-commit",
            "truncated-body",
            "changed-markup",
            "edit-in-between")
        .contains(kind);
  }
}
