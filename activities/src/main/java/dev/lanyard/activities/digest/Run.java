package dev.lanyard.activities.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as visibility lists it.
 *
 * @param ended {@code running}, {@code completed}, {@code failed}, {@code timed out}, {@code
 *     terminated}, {@code cancelled}
 * @param stage empty before the first
 * @param awaitingGroup empty when nobody is asked
 * @param sites empty until they are planned
 */
record Run(
    String workflowId,
    String runId,
    String type,
    String ended,
    Instant startedAt,
    Optional<Instant> closedAt,
    String stage,
    String awaitingGroup,
    Optional<Instant> effectiveAt,
    List<String> sites) {

  static final String RUNNING = "running";

  /** {@code onboarding}, {@code offboarding}, …: with what its id begins. */
  String process() {
    return part(0);
  }

  /** Ids are {@code <process>/<employee number>/<n>}. */
  String employeeNumber() {
    return part(1);
  }

  private String part(int index) {
    String[] parts = workflowId.split("/", -1);
    return index < parts.length ? parts[index] : "";
  }
}
