package dev.lanyard.activities.digest;

import dev.lanyard.workflows.attention.OpenRequest;
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

/** Who starts and who leaves in the next days, by site: ready or not, and whose move it is. */
final class SiteDigests {

  /** More open runs than that are no list for people (guessed). */
  static final int LOOKED_AT = 500;

  /** Under this name stand runs whose site nobody knows yet. */
  static final String NO_SITE = "";

  private final Runs runs;
  private final DigestSettings settings;

  SiteDigests(Runs runs, DigestSettings settings) {
    this.runs = runs;
    this.settings = settings;
  }

  /**
   * @return lines by site, for the sites of this zone that have any; the earliest first
   */
  Map<String, List<String>> of(LocalDate day, ZoneId zone) {
    Instant until = day.atStartOfDay(zone).toInstant().plus(settings.ahead());
    Map<String, List<String>> lines = new TreeMap<>();
    runs.running(LOOKED_AT).stream()
        .filter(run -> run.effectiveAt().map(at -> at.isBefore(until)).orElse(true))
        .sorted(
            Comparator.comparing((Run run) -> run.effectiveAt().orElse(Instant.EPOCH))
                .thenComparing(Run::workflowId))
        .forEach(
            run -> {
              List<String> sites = sites(run).stream().filter(s -> isIn(s, zone)).toList();
              if (!sites.isEmpty()) {
                String line = line(run, zone);
                sites.forEach(s -> lines.computeIfAbsent(s, k -> new ArrayList<>()).add(line));
              }
            });
    return lines;
  }

  private boolean isIn(String site, ZoneId zone) {
    return settings.zoneOf(site).equals(zone);
  }

  /** A leaver's sites are those of the last process that had any. */
  private List<String> sites(Run run) {
    if (!run.sites().isEmpty()) {
      return run.sites();
    }
    return runs.of(run.employeeNumber()).stream()
        .filter(earlier -> !earlier.sites().isEmpty())
        .max(Comparator.comparing(Run::startedAt))
        .map(Run::sites)
        .orElse(List.of(NO_SITE));
  }

  private String line(Run run, ZoneId zone) {
    Optional<RunStatus> status = runs.status(run);
    return verb(run)
        + run.effectiveAt().map(at -> " " + at.atZone(zone).toLocalDate()).orElse("")
        + ": "
        + status.flatMap(SiteDigests::name).map(name -> name + ", ").orElse("")
        + run.employeeNumber()
        + " - "
        + status.map(SiteDigests::state).orElseGet(() -> remembered(run));
  }

  private static String verb(Run run) {
    return switch (run.process()) {
      case "onboarding" -> "starts";
      case "offboarding" -> "leaves";
      default -> run.process();
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
