package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import java.util.List;
import java.util.Optional;

/**
 * What do these names stand for? What is absent is not asked.
 *
 * @param posUserId of the one whose access it will be: no evidence for what a flat tenant's boxes
 *     mean
 * @param departments exact names; none: they are not asked
 * @param template the exact name of a permission template
 * @param approved what the names stood for when they were approved: what is only called otherwise
 *     since is a warning then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessNames(
    PosUserId posUserId,
    Optional<SiteChoice> sites,
    List<String> departments,
    Optional<String> template,
    Optional<NamedAccess> approved) {

  public AccessNames {
    sites = sites == null ? Optional.empty() : sites;
    departments = departments == null ? List.of() : List.copyOf(departments);
    template = template == null ? Optional.empty() : template;
    approved = approved == null ? Optional.empty() : approved;
  }
}
