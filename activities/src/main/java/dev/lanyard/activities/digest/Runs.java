package dev.lanyard.activities.digest;

import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All processes and plans of all people, as Temporal knows them. */
interface Runs {

  /** Processes that run, at most this many. */
  List<Run> running(int most);

  /** Processes that failed, timed out, were terminated or cancelled since then, at most so many. */
  List<Run> endedBadly(Instant since, int most);

  /** All of one person's processes that Temporal has not forgotten. */
  List<Run> of(String employeeNumber);

  /** Empty when it does not answer. */
  Optional<RunStatus> status(Run run);

  /** The type of what a run failed of; empty for anything else. */
  String failureType(Run run);

  /** Employee numbers of everybody whose own run is open, at most so many. */
  List<String> people(int most);

  /** What somebody's own run keeps for a later day; none when it does not answer. */
  List<PlannedEvent> planned(String employeeNumber);

  boolean personRuns(String employeeNumber);
}
