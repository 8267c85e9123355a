package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What a hire's names resolve to in Backoffice. {@code wageSite} is the first granted site. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficeTarget(
    SiteGrant sites, SiteRef wageSite, List<DepartmentRef> departments, TemplateRef template) {

  public BackofficeTarget {
    departments = departments == null ? List.of() : List.copyOf(departments);
  }
}
