package dev.lanyard.workflows.offboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * How an offboarding ended: in each system either closed and read back, or never known there.
 *
 * @param outcome {@code done}, or {@code rejected} when a dated termination was not approved
 * @param backoffice {@code disabled}, {@code was already inactive} or {@code not found}
 * @param staffApi {@code revoked}, {@code had no access} or {@code not found}
 * @param warnings what a human should still look at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OffboardingResult(
    String outcome,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    String backoffice,
    String staffApi,
    List<String> warnings) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";

  public OffboardingResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
