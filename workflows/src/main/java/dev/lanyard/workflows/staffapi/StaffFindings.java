package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the staff API says to a hire.
 *
 * @param applicable false when the role has no staff account: not a problem, a success
 * @param target absent when not applicable, or when a problem keeps it from being known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffFindings(
    boolean applicable,
    List<Finding> problems,
    List<Finding> warnings,
    Optional<StaffTarget> target) {

  public StaffFindings {
    problems = problems == null ? List.of() : List.copyOf(problems);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    target = target == null ? Optional.empty() : target;
  }
}
