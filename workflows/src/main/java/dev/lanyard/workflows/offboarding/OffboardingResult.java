package dev.lanyard.workflows.offboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an offboarding ended: in each system either closed and read back, or never known there.
 *
 * @param outcome {@code done}; {@code rejected} when a dated termination was not approved; {@code
 *     called off} before its day; of a dry run {@code planned}
 * @param backoffice {@code disabled}, {@code was already inactive}, {@code not found} or {@code
 *     left to a human}
 * @param staffApi {@code revoked}, {@code had no access}, {@code not found} or {@code left to a
 *     human}
 * @param warnings what a human should still look at
 * @param before what both systems showed before anything was taken: what an undo gives back
 * @param undoableUntil when the grace period ends; absent when there is none
 * @param webUsers {@code none found}, {@code closed}, {@code was already closed}, {@code left to a
 *     human}, {@code not looked for} or, on a leave, {@code listed only}; empty in runs that did
 *     not look for them
 * @param problems of a dry run, all of them: with one it could not be carried out
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
    Optional<Instant> undoableUntil,
    String webUsers,
    List<String> problems) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String PLANNED = "planned";

  /** It was taken back before anything was taken: the person stays. */
  public static final String CALLED_OFF = "called off";

  /** In one system: nobody was found there. */
  public static final String NOT_FOUND = "not found";

  /** In one system: somebody took over what is open there. */
  public static final String LEFT_TO_A_HUMAN = "left to a human";

  /** Of web users: the person has no login to Backoffice itself. */
  public static final String NONE_FOUND = "none found";

  /** Of web users: there is nothing to find them by. */
  public static final String NOT_LOOKED_FOR = "not looked for";

  public OffboardingResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    before = before == null ? Optional.empty() : before;
    undoableUntil = undoableUntil == null ? Optional.empty() : undoableUntil;
    webUsers = webUsers == null ? "" : webUsers;
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  /** Of one that was meant. */
  public OffboardingResult(
      String outcome,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      String backoffice,
      String staffApi,
      List<String> warnings,
      Optional<AccessSnapshot> before,
      Optional<Instant> undoableUntil,
      String webUsers) {
    this(
        outcome,
        employeeId,
        staffId,
        backoffice,
        staffApi,
        warnings,
        before,
        undoableUntil,
        webUsers,
        List.of());
  }

  /** Of a dry run. */
  static OffboardingResult planned(List<String> problems, List<String> warnings) {
    return new OffboardingResult(
        PLANNED,
        Optional.empty(),
        Optional.empty(),
        "not touched",
        "not touched",
        warnings,
        Optional.empty(),
        Optional.empty(),
        "",
        problems);
  }

  /** Without web users. */
  public OffboardingResult(
      String outcome,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      String backoffice,
      String staffApi,
      List<String> warnings,
      Optional<AccessSnapshot> before,
      Optional<Instant> undoableUntil) {
    this(outcome, employeeId, staffId, backoffice, staffApi, warnings, before, undoableUntil, "");
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
        && !staffApi.equals(LEFT_TO_A_HUMAN)
        && !webUsers.equals(LEFT_TO_A_HUMAN);
  }

  /** Whether the person keeps the access because somebody decided so. */
  public boolean staysOn() {
    return outcome.equals(REJECTED) || outcome.equals(CALLED_OFF);
  }

  /**
   * Whether nobody was found at all: nothing was changed, and somebody else may have been meant.
   */
  public boolean foundNowhere() {
    return backoffice.equals(NOT_FOUND) && staffApi.equals(NOT_FOUND);
  }
}
