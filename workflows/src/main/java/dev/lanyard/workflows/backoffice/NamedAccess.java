package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/** What names of sites, departments and a template stand for; absent is what was not asked. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedAccess(
    Optional<SiteGrant> sites, List<DepartmentRef> departments, Optional<TemplateRef> template) {

  public NamedAccess {
    sites = sites == null ? Optional.empty() : sites;
    departments = departments == null ? List.of() : List.copyOf(departments);
    template = template == null ? Optional.empty() : template;
  }
}
