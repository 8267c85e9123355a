package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sites where an employee may work, as resolved ids.
 *
 * @param all all sites, those that are added later included; then {@code sites} lists today's
 * @param sites in ascending order of id, never empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SiteGrant(boolean all, List<SiteRef> sites) {

  public SiteGrant {
    sites = sites == null ? List.of() : List.copyOf(sites);
  }

  /** For people: the names, or that it is all of them. */
  public String describe() {
    return all
        ? "all sites, later ones included"
        : sites.stream().map(SiteRef::name).collect(Collectors.joining(", "));
  }
}
