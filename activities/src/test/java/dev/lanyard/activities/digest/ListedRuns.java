package dev.lanyard.activities.digest;

import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs that are put in by hand, listed as visibility would. */
final class ListedRuns implements Runs {

  final List<Run> all = new ArrayList<>();
  final Map<String, RunStatus> answers = new HashMap<>();
  final Map<String, String> failures = new HashMap<>();
  final Set<String> withoutPerson = new HashSet<>();
  final Map<String, List<PlannedEvent>> agendas = new TreeMap<>();

  @Override
  public List<Run> running(int most) {
    return all.stream().filter(run -> run.ended().equals(Run.RUNNING)).limit(most).toList();
  }

  @Override
  public List<Run> endedBadly(Instant since, int most) {
    return all.stream()
        .filter(run -> Set.of("failed", "timed out", "terminated").contains(run.ended()))
        .filter(run -> run.closedAt().orElseThrow().isAfter(since))
        .limit(most)
        .toList();
  }

  @Override
  public List<Run> of(String employeeNumber) {
    return all.stream().filter(run -> run.employeeNumber().equals(employeeNumber)).toList();
  }

  @Override
  public Optional<RunStatus> status(Run run) {
    return Optional.ofNullable(answers.get(run.workflowId()));
  }

  @Override
  public String failureType(Run run) {
    return failures.getOrDefault(run.workflowId(), "");
  }

  @Override
  public List<String> people(int most) {
    return agendas.keySet().stream().limit(most).toList();
  }

  @Override
  public List<PlannedEvent> planned(String employeeNumber) {
    return agendas.get(employeeNumber);
  }

  @Override
  public boolean personRuns(String employeeNumber) {
    return !withoutPerson.contains(employeeNumber);
  }
}
