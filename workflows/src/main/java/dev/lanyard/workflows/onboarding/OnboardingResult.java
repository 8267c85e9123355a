package dev.lanyard.workflows.onboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.List;
import java.util.Optional;

/**
 * How an onboarding ended.
 *
 * @param outcome {@code done}, {@code undone}, {@code rejected}, {@code withdrawn}; of a dry run
 *     {@code planned}
 * @param employeeId Backoffice's internal number; also after an undoing: the record stays there,
 *     inactive
 * @param reason why it was not done, in one line; empty when it was
 * @param problems of a dry run, all of them: with one it could not be carried out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OnboardingResult(
    String outcome,
    PosUserId posUserId,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    Optional<String> wageSite,
    List<String> sites,
    List<String> warnings,
    String reason,
    List<String> problems) {

  public static final String DONE = "done";
  public static final String UNDONE = "undone";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";
  public static final String PLANNED = "planned";

  public OnboardingResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    wageSite = wageSite == null ? Optional.empty() : wageSite;
    sites = sites == null ? List.of() : List.copyOf(sites);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  /** Of a run that was meant. */
  public OnboardingResult(
      String outcome,
      PosUserId posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      Optional<String> wageSite,
      List<String> sites,
      List<String> warnings,
      String reason) {
    this(outcome, posUserId, employeeId, staffId, wageSite, sites, warnings, reason, List.of());
  }
}
