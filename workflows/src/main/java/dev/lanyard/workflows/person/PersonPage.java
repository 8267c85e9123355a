package dev.lanyard.workflows.person;

import dev.lanyard.workflows.progress.Markdown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's current details, as Temporal UI shows them: Markdown, no name, no PIN. */
final class PersonPage {

  /** As many events as a screen takes; the status has more (chosen). */
  private static final int EVENTS = 15;

  private PersonPage() {}

  /**
   * @param now what is done just now; empty: nothing
   */
  static String render(PersonStatus person, String now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "**"
            + Markdown.escape(person.employeeNumber().value())
            + (person.employed()
                ? " has access**"
                : person.onLeave() ? " is on leave, without access**" : " has no access**"));
    lines.add("");
    lines.add(records(person.links()));
    person
        .undoableUntil()
        .ifPresent(until -> lines.add("\nThe termination can be undone until " + until + "."));
    lines.add("");
    lines.add(now.isEmpty() ? last(person) : "Now: " + Markdown.escape(now));
    planned(person.planned(), lines);
    events(person.events(), lines);
    return String.join("\n", lines);
  }

  private static String records(PersonLinks links) {
    String known =
        Stream.of(
                links.posUserId().map(id -> "POS user ID " + id),
                links.employeeId().map(id -> "employee id " + id),
                links.staffId().map(id -> "staff id " + id))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "No record is known." : known;
  }

  private static String last(PersonStatus person) {
    return person
        .lastProcess()
        .map(id -> "Nothing runs. Last: " + Markdown.escape(id + ", " + person.lastOutcome()))
        .orElse("Nothing runs.");
  }

  private static void planned(List<PlannedEvent> planned, List<String> lines) {
    if (planned.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("| planned | takes effect | begins | id |");
    lines.add("|---|---|---|---|");
    planned.forEach(
        entry -> lines.add(row(entry.what(), at(entry.at()), at(entry.begins()), entry.id())));
  }

  private static void events(List<EventRecord> events, List<String> lines) {
    if (events.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("| event | taken | what became of it | run |");
    lines.add("|---|---|---|---|");
    events.stream()
        .skip(Math.max(0, events.size() - EVENTS))
        .forEach(
            event ->
                lines.add(
                    row(
                        event.type(),
                        at(event.at()),
                        event.disposition()
                            + (event.reason().isEmpty() ? "" : ": " + event.reason()),
                        event.process().orElse(""))));
  }

  private static String row(String... cells) {
    return Stream.of(cells).map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
