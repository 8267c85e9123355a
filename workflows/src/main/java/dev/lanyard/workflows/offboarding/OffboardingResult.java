package dev.lanyard.workflows.offboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an offboarding ended: in each system either closed and read back, or never known there.
 *
 * @param outcome {@code done}, or {@code rejected} when a dated termination was not approved
 * @param backoffice {@code disabled}, {@code was already inactive}, {@code not found} or {@code
 *     left to a human}
 * @param staffApi {@code revoked}, {@code had no access}, {@code not found} or {@code left to a
 *     human}
 * @param warnings what a human should still look at
 * @param before what both systems showed before anything was taken: what an undo gives back
 * @param undoableUntil when the grace period ends; absent when there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OffboardingResult(
    String outcome,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    String backoffice,
    String staffApi,
    List<String> warnings,
    Optional<AccessSnapshot> before,
    Optional<Instant> undoableUntil) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";

  /** In one system: nobody was found there. */
  public static final String NOT_FOUND = "not found";

  /** In one system: somebody took over what is open there. */
  public static final String LEFT_TO_A_HUMAN = "left to a human";

  public OffboardingResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    before = before == null ? Optional.empty() : before;
    undoableUntil = undoableUntil == null ? Optional.empty() : undoableUntil;
  }

  /** Without anything that could be given back. */
  public OffboardingResult(
      String outcome,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      String backoffice,
      String staffApi,
      List<String> warnings) {
    this(
        outcome,
        employeeId,
        staffId,
        backoffice,
        staffApi,
        warnings,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether no system was left open. */
  public boolean closedEverywhere() {
    return outcome.equals(DONE)
        && !backoffice.equals(LEFT_TO_A_HUMAN)
        && !staffApi.equals(LEFT_TO_A_HUMAN);
  }

  /**
   * Whether nobody was found at all: nothing was changed, and somebody else may have been meant.
   */
  public boolean foundNowhere() {
    return backoffice.equals(NOT_FOUND) && staffApi.equals(NOT_FOUND);
  }
}
