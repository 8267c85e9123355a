package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.Finding;
import java.util.List;

/**
 * What Backoffice says to names.
 *
 * @param problems all of them; none means that {@code access} is complete
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamesResolved(List<Finding> problems, List<Finding> warnings, NamedAccess access) {

  public NamesResolved {
    problems = problems == null ? List.of() : List.copyOf(problems);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    access = access == null ? new NamedAccess(null, null, null) : access;
  }
}
