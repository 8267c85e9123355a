package dev.lanyard.activities.digest;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.digest.UncleanRun;
import dev.lanyard.workflows.digest.UncleanRuns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whose last process did not end cleanly, or runs without its person. */
final class UncleanEnds {

  /** More bad ends than that are one common cause, and not a list for people (guessed). */
  static final int LOOKED_AT = 500;

  private final Runs runs;

  UncleanEnds(Runs runs) {
    this.runs = runs;
  }

  UncleanRuns since(Instant since) {
    List<Run> bad = runs.endedBadly(since, LOOKED_AT);
    List<Run> open = runs.running(LOOKED_AT);
    Map<String, UncleanRun> byPerson = new TreeMap<>();
    bad.stream()
        .map(Run::employeeNumber)
        .distinct()
        .forEach(number -> lastOf(number, bad, byPerson));
    for (Run run : open) {
      if (!runs.personRuns(run.employeeNumber())) {
        byPerson.put(run.employeeNumber(), unclean(run, UncleanRun.ORPHANED, run.startedAt(), ""));
      }
    }
    return new UncleanRuns(
        List.copyOf(byPerson.values()), bad.size() == LOOKED_AT || open.size() == LOOKED_AT);
  }

  /** A later run that ended well, or is under way, has taken over what the bad one left. */
  private void lastOf(String number, List<Run> bad, Map<String, UncleanRun> byPerson) {
    Comparator<Run> byStart = Comparator.comparing(Run::startedAt);
    Run lastBad =
        bad.stream().filter(run -> run.employeeNumber().equals(number)).max(byStart).orElseThrow();
    boolean overtaken =
        runs.of(number).stream().anyMatch(run -> run.startedAt().isAfter(lastBad.startedAt()));
    if (overtaken) {
      return;
    }
    String type = runs.failureType(lastBad);
    if (!FailureTypes.leavesNothing(type)) {
      byPerson.put(
          number,
          unclean(lastBad, lastBad.ended(), lastBad.closedAt().orElse(lastBad.startedAt()), type));
    }
  }

  private static UncleanRun unclean(Run run, String ended, Instant at, String reason) {
    return new UncleanRun(run.workflowId(), run.employeeNumber(), ended, at, reason);
  }
}
