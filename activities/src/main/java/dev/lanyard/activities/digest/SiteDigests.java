package dev.lanyard.activities.digest;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What comes in the next days, by site: who starts, leaves, moves, goes on leave, comes back, whose
 * loan ends; ready or not, and whose move it is. From the processes that run, and from what
 * people's own runs keep for a later day.
 */
final class SiteDigests {

  /** More open runs than that are no list for people (guessed). */
  static final int LOOKED_AT = 500;

  /** Each is asked by itself, some milliseconds each (guessed); a digest may take minutes. */
  static final int PEOPLE_ASKED = 5_000;

  /** Under this name stand runs whose site nobody knows yet. */
  static final String NO_SITE = "";

  private final Runs runs;
  private final DigestSettings settings;

  SiteDigests(Runs runs, DigestSettings settings) {
    this.runs = runs;
    this.settings = settings;
  }

  /** A line of several sites; one without a moment is under way and comes first. */
  private record Line(
      Optional<Instant> at, String id, List<String> sites, Supplier<String> words) {}

  /**
   * @return lines by site, for the sites of this zone that have any; the earliest first
   */
  Map<String, List<String>> of(LocalDate day, ZoneId zone) {
    Instant until = day.atStartOfDay(zone).toInstant().plus(settings.ahead());
    Map<String, List<String>> lines = new TreeMap<>();
    Stream.concat(processes(until, zone), planned(until, zone))
        .sorted(
            Comparator.comparing((Line line) -> line.at().orElse(Instant.EPOCH))
                .thenComparing(Line::id))
        .forEach(
            line -> {
              List<String> here = line.sites().stream().filter(s -> isIn(s, zone)).toList();
              if (!here.isEmpty()) {
                String words = line.words().get();
                here.forEach(s -> lines.computeIfAbsent(s, k -> new ArrayList<>()).add(words));
              }
            });
    return lines;
  }

  private Stream<Line> processes(Instant until, ZoneId zone) {
    return runs.running(LOOKED_AT).stream()
        .filter(run -> !run.process().equals("dry-run"))
        .filter(run -> run.effectiveAt().map(at -> at.isBefore(until)).orElse(true))
        .map(
            run ->
                new Line(run.effectiveAt(), run.workflowId(), sites(run), () -> line(run, zone)));
  }

  private Stream<Line> planned(Instant until, ZoneId zone) {
    List<String> people = runs.people(PEOPLE_ASKED + 1);
    Stream<Line> lines =
        people.stream()
            .limit(PEOPLE_ASKED)
            .flatMap(
                number ->
                    runs.planned(number).stream()
                        .filter(one -> one.at().isBefore(until))
                        .map(one -> planned(number, one, zone)));
    return people.size() <= PEOPLE_ASKED ? lines : Stream.concat(lines, Stream.of(cutShort()));
  }

  private Line planned(String number, PlannedEvent event, ZoneId zone) {
    return new Line(
        Optional.of(event.at()),
        "person/" + number + "/" + event.id(),
        lastSites(number),
        () ->
            verb(event.what())
                + " "
                + event.at().atZone(zone).toLocalDate()
                + ": "
                + number
                + " - "
                + (event.begins().isBefore(event.at())
                    ? "not begun, its check and approval begin "
                        + event.begins().atZone(zone).toLocalDate()
                    : "ready, goes by itself"));
  }

  private static Line cutShort() {
    return new Line(
        Optional.of(Instant.MAX),
        "",
        List.of(NO_SITE),
        () ->
            "there are more people than the "
                + PEOPLE_ASKED
                + " whose plans were looked at; what waits in the others' is not listed");
  }

  private boolean isIn(String site, ZoneId zone) {
    return settings.zoneOf(site).equals(zone);
  }

  /** A leaver's sites are those of the last process that had any. */
  private List<String> sites(Run run) {
    if (!run.sites().isEmpty()) {
      return run.sites();
    }
    return lastSites(run.employeeNumber());
  }

  private List<String> lastSites(String employeeNumber) {
    return runs.of(employeeNumber).stream()
        .filter(earlier -> !earlier.sites().isEmpty())
        .max(Comparator.comparing(Run::startedAt))
        .map(Run::sites)
        .orElse(List.of(NO_SITE));
  }

  private String line(Run run, ZoneId zone) {
    Optional<RunStatus> status = runs.status(run);
    return verb(run.process())
        + run.effectiveAt().map(at -> " " + at.atZone(zone).toLocalDate()).orElse("")
        + ": "
        + status.flatMap(SiteDigests::name).map(name -> name + ", ").orElse("")
        + run.employeeNumber()
        + " - "
        + status.map(SiteDigests::state).orElseGet(() -> remembered(run));
  }

  /**
   * @param what a process, or an entry of a person's agenda
   */
  private static String verb(String what) {
    return switch (what) {
      case "onboarding", "hire" -> "starts";
      case "offboarding", "termination" -> "leaves";
      case "transfer" -> "moves";
      case "leave" -> "goes on leave";
      case "return" -> "comes back";
      case "undo" -> "gets the access back";
      case "change" -> "changes";
      case "deletion" -> "is deleted";
      default -> what;
    };
  }

  private static Optional<String> name(RunStatus status) {
    return status
        .plan()
        .map(plan -> plan.backoffice().firstName() + " " + plan.backoffice().lastName());
  }

  private static String state(RunStatus status) {
    if (!status.awaiting().isEmpty()) {
      OpenRequest first = status.awaiting().get(0);
      return "NOT READY, waits for " + first.group() + ": " + first.question();
    }
    return words(status.stage());
  }

  /** What visibility knows of a run that does not answer. */
  private static String remembered(Run run) {
    return (run.awaitingGroup().isEmpty()
            ? words(run.stage())
            : "NOT READY, waits for " + run.awaitingGroup())
        + " (the run itself did not answer)";
  }

  private static String words(String stage) {
    return stage.equals(Stages.WAITING_FOR_DATE) ? "ready" : "under way: " + stage;
  }
}
