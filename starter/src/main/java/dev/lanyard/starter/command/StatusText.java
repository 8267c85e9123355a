package dev.lanyard.starter.command;

import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonLinks;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A person and what runs, or ran last, for people. */
final class StatusText {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final List<String> lines = new ArrayList<>();
  private final ZoneId zone;

  private StatusText(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param process the workflow id of what {@code run} tells of
   * @param zone in which times are shown
   */
  static List<String> lines(
      PersonStatus person, Optional<String> process, Optional<RunStatus> run, ZoneId zone) {
    StatusText text = new StatusText(zone);
    text.person(person);
    process.ifPresent(id -> text.process(id, person, run));
    run.ifPresent(known -> text.run(process.orElse(""), known));
    text.events(person);
    return text.lines;
  }

  private void person(PersonStatus person) {
    lines.add(person.employeeNumber() + ": " + access(person));
    PersonLinks links = person.links();
    List<String> known = new ArrayList<>();
    links.posUserId().ifPresent(id -> known.add("POS user ID " + id));
    links.employeeId().ifPresent(id -> known.add("employee id " + id));
    links.staffId().ifPresent(id -> known.add("staff id " + id));
    if (!known.isEmpty()) {
      lines.add("  " + String.join(", ", known));
    }
    for (PlannedEvent planned : person.planned()) {
      lines.add(
          "  planned: "
              + planned.what()
              + " for "
              + when(planned.at())
              + ", begins "
              + when(planned.begins())
              + " ("
              + planned.id()
              + ")");
      planned
          .callOff()
          .ifPresent(
              run ->
                  lines.add(
                      "    to be called off once that is approved: ./lanyard approve "
                          + person.employeeNumber()
                          + " ("
                          + run
                          + ")"));
    }
    person
        .undoableUntil()
        .ifPresent(until -> lines.add("  the termination can be undone until " + when(until)));
    if (person.waiting() > 0) {
      lines.add("  " + person.waiting() + " more accepted, to be carried out next");
    }
  }

  private static String access(PersonStatus person) {
    if (person.currentProcess().filter(id -> id.startsWith("offboarding/")).isPresent()) {
      return "access is being taken away";
    }
    if (person.currentProcess().filter(id -> id.startsWith("onboarding/")).isPresent()) {
      return "access is being given, if it is approved";
    }
    if (person.onLeave()) {
      return "on leave, no access";
    }
    return person.employed() ? "has access" : "no access";
  }

  private void process(String id, PersonStatus person, Optional<RunStatus> run) {
    boolean running = person.currentProcess().isPresent();
    lines.add("");
    lines.add(
        (running ? "Running: " : "Ended: ")
            + id
            + (running ? run.map(known -> ", " + known.stage()).orElse("") : "")
            + (running ? "" : ", " + person.lastOutcome()));
  }

  private void run(String workflowId, RunStatus run) {
    if (!run.steps().isEmpty()) {
      Table table = new Table();
      for (StepStatus step : run.steps()) {
        table.row(
            "  " + step.state(),
            when(step.endedAt().orElse(step.startedAt())),
            step.name(),
            step.note() == null ? "" : step.note());
      }
      lines.addAll(table.lines());
    }
    run.awaiting()
        .forEach(
            request -> {
              lines.add("");
              lines.addAll(RequestText.lines(workflowId, request, run));
            });
    run.problems().forEach(problem -> lines.add("Problem: " + problem.text()));
    run.warnings().forEach(warning -> lines.add("Warning: " + warning.text()));
    decisions(run.decisions());
  }

  private void decisions(List<DecisionRecord> decisions) {
    for (DecisionRecord decision : decisions) {
      lines.add(
          "Decision: "
              + when(decision.at())
              + " "
              + decision.choice()
              + " by "
              + decision.by()
              + (decision.accepted() ? "" : ", refused")
              + (blank(decision.reason()) ? "" : ": " + decision.reason()));
    }
  }

  private void events(PersonStatus person) {
    for (EventRecord event : person.events()) {
      if (event.type().equals(EventRecord.CALL_OFF)) {
        lines.add("Call-off: " + said(event, event.eventId() + ", " + event.disposition()));
      } else if (event.disposition().equals(EventRecord.DRY_RUN)) {
        lines.add("Dry run: " + said(event, event.type()));
      } else if (!event.disposition().equals(EventRecord.ACCEPTED)) {
        lines.add(
            "Event not taken: "
                + said(event, event.type() + " " + event.eventId() + ", " + event.disposition()));
      }
    }
  }

  private String said(EventRecord event, String what) {
    return when(event.at()) + " " + what + ": " + event.reason();
  }

  private String when(Instant instant) {
    return WHEN.format(instant.atZone(zone));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
