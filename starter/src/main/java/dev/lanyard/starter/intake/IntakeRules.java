package dev.lanyard.starter.intake;

import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PersonRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an event must look like at the door: the rules of its content, and its own two fields. */
public final class IntakeRules {

  /** Letters, digits and separators: it stands in lists and on command lines. */
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

  /**
   * How far clocks may differ (guessed). An event from the future would make every later one look
   * older than it, a termination included.
   */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

  private IntakeRules() {}

  /** Every problem of an event; empty when there is none. */
  public static List<InputProblem> problems(HrEvent event, Instant now) {
    List<InputProblem> found = new ArrayList<>(content(event));
    eventId(event.eventId()).ifPresent(found::add);
    decidedAt(event.decidedAt(), now).ifPresent(found::add);
    return List.copyOf(found);
  }

  /** Of a field that could not be read, only that; the rules saw nothing there. */
  static List<InputProblem> together(List<InputProblem> unread, List<InputProblem> broken) {
    Set<String> told = unread.stream().map(InputProblem::field).collect(Collectors.toSet());
    List<InputProblem> all = new ArrayList<>(unread);
    broken.stream().filter(problem -> !told.contains(problem.field())).forEach(all::add);
    all.sort(Comparator.comparingInt(problem -> place(problem.field())));
    return List.copyOf(all);
  }

  private static int place(String field) {
    int index = HireDraft.FIELDS.indexOf(field);
    return index < 0 ? HireDraft.FIELDS.size() : index;
  }

  static Optional<InputProblem> eventId(String value) {
    return value != null && EVENT_ID.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            new InputProblem(
                "eventId",
                "must be 1 to 128 letters, digits, '.', '_', ':', '/' or '-', nothing personal"));
  }

  static Optional<InputProblem> decidedAt(Instant value, Instant now) {
    if (value == null) {
      return Optional.of(
          new InputProblem(
              "decidedAt", "is missing; expected an instant such as 2026-05-01T09:00:00Z"));
    }
    return value.isAfter(now.plus(CLOCK_SKEW))
        ? Optional.of(
            new InputProblem(
                "decidedAt",
                "lies in the future: it says when HR decided, not when it takes effect"))
        : Optional.empty();
  }

  private static List<InputProblem> content(HrEvent event) {
    return PersonRules.problems(event);
  }
}
