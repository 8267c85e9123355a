package dev.lanyard.starter.command;

import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Watcher;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was read back in each system, and when: all that somebody who fires wants to see. */
final class FireProof implements Watcher {

  /** One system as the run shows it: a proof, a finding, or what is open. */
  record Line(String system, String state, Optional<Instant> at, String words) {

    static final String CLOSED = "closed";
    static final String NOT_FOUND = "not found";
    static final String OPEN = "open";
    static final String UNDER_WAY = "under way";

    boolean settled() {
      return !state.equals(UNDER_WAY);
    }
  }

  private final Watcher view;

  /**
   * @param view is told everything besides
   */
  FireProof(Watcher view) {
    this.view = view;
  }

  static List<Line> lines(RunStatus status) {
    return List.of(
        system(
            status, "Backoffice", "NOT_IN_BACKOFFICE", "disable employee", "verify (Backoffice)"),
        system(
            status, "staff API", "NOT_IN_STAFF_API", "revoke staff member", "verify (staff API)"),
        webUsers(status));
  }

  private static Line system(
      RunStatus status, String system, String notFound, String act, String readBack) {
    Optional<StepStatus> proof = last(status, readBack);
    if (proof.filter(step -> step.state().equals(StepStatus.DONE)).isPresent()) {
      return new Line(
          system,
          Line.CLOSED,
          proof.get().endedAt(),
          last(status, act).map(StepStatus::note).orElse("")
              + "; read back: "
              + proof.get().note());
    }
    if (warned(status, notFound)) {
      return new Line(system, Line.NOT_FOUND, Optional.empty(), "no record of this person");
    }
    String locate = system.equals("Backoffice") ? "locate employee" : "locate staff member";
    return open(status, system, List.of(act, readBack, locate)).orElseGet(() -> underWay(system));
  }

  private static Line webUsers(RunStatus status) {
    String system = "web users";
    if (warned(status, "WEB_USERS_NOT_LOOKED_FOR")) {
      return new Line(
          system, Line.NOT_FOUND, Optional.empty(), "not looked for: no Backoffice record");
    }
    List<String> names = List.of("find web users", "close web user", "disable login of web user");
    Optional<Line> open = open(status, system, names);
    if (open.isPresent()) {
      return open.get();
    }
    List<StepStatus> steps = steps(status, names);
    boolean over =
        !steps.isEmpty() && steps.stream().allMatch(step -> step.state().equals(StepStatus.DONE));
    if (!over) {
      return underWay(system);
    }
    StepStatus newest = steps.get(steps.size() - 1);
    return new Line(system, Line.CLOSED, newest.endedAt(), newest.note());
  }

  private static Line underWay(String system) {
    return new Line(system, Line.UNDER_WAY, Optional.empty(), "not read back yet");
  }

  /** What waits for a human, or was left to one. */
  private static Optional<Line> open(RunStatus status, String system, List<String> names) {
    return steps(status, names).stream()
        .filter(
            step ->
                step.state().equals(StepStatus.PARKED) || step.state().equals(StepStatus.FAILED))
        .reduce((earlier, later) -> later)
        .map(
            step ->
                new Line(system, Line.OPEN, Optional.empty(), step.name() + ": " + step.note()));
  }

  private static List<StepStatus> steps(RunStatus status, List<String> beginnings) {
    return status.steps().stream()
        .filter(step -> beginnings.stream().anyMatch(step.name()::startsWith))
        .filter(step -> !step.name().endsWith("second look"))
        .toList();
  }

  private static Optional<StepStatus> last(RunStatus status, String name) {
    return status.steps().stream()
        .filter(step -> step.name().equals(name))
        .reduce((earlier, later) -> later);
  }

  private static boolean warned(RunStatus status, String code) {
    return status.warnings().stream().anyMatch(warning -> warning.code().equals(code));
  }

  /** A line for each system, the times to the second. */
  static List<String> text(RunStatus status, ZoneId zone) {
    List<String> text = new ArrayList<>();
    for (Line line : lines(status)) {
      text.add(
          String.format(
              "  %-11s %-9s %-8s  %s",
              line.system(),
              line.state(),
              line.at()
                  .map(
                      at ->
                          at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.SECONDS).toString())
                  .orElse(""),
              line.words()));
    }
    return text;
  }

  static boolean allSettled(RunStatus status) {
    return lines(status).stream().allMatch(Line::settled);
  }

  /** Nothing is open, and at least one record was the person's. */
  static int exitCode(RunStatus status) {
    List<Line> lines = lines(status);
    if (lines.stream().anyMatch(line -> line.state().equals(Line.OPEN))) {
      return ExitCodes.WAITING;
    }
    boolean closed =
        lines.subList(0, 2).stream().anyMatch(line -> line.state().equals(Line.CLOSED));
    return closed && allSettled(status) ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  /** The status to show, of however following ended. */
  static Optional<RunStatus> of(FollowOutcome outcome) {
    return outcome instanceof FollowOutcome.SeenEnough seen
        ? Optional.of(seen.status())
        : Optional.empty();
  }

  @Override
  public void process(String workflowId) {
    view.process(workflowId);
  }

  @Override
  public void event(EventRecord record) {
    view.event(record);
  }

  @Override
  public void notice(String text) {
    view.notice(text);
  }

  @Override
  public boolean enough(RunStatus status) {
    return allSettled(status);
  }
}
