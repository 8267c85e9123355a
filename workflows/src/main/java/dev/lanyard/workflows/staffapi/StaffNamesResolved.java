package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the staff API and the worker's policy say to names.
 *
 * @param problems one for each site that has no counterpart, or several
 * @param givesAccount whether the template's role has a staff account at all; true without one
 * @param sites ascending by id; those of the names that were asked
 * @param permissions codes, sorted; absent when no template was asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffNamesResolved(
    List<Finding> problems,
    boolean givesAccount,
    List<StaffSite> sites,
    Optional<List<String>> permissions) {

  public StaffNamesResolved {
    problems = problems == null ? List.of() : List.copyOf(problems);
    sites = sites == null ? List.of() : List.copyOf(sites);
    permissions = permissions == null ? Optional.empty() : permissions.map(List::copyOf);
  }
}
