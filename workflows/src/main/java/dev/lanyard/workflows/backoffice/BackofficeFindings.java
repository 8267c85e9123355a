package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What Backoffice says to a hire.
 *
 * @param problems all of them; none means that the hire can be carried out
 * @param target what the names resolve to; absent when they do not
 * @param siteNames the names that the staff side has to map; for "all", every visible site
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficeFindings(
    List<Finding> problems,
    List<Finding> warnings,
    Optional<BackofficeTarget> target,
    List<String> siteNames) {

  public BackofficeFindings {
    problems = problems == null ? List.of() : List.copyOf(problems);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    target = target == null ? Optional.empty() : target;
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
  }
}
