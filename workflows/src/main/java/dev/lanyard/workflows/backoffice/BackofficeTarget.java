package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What a hire's names resolve to in Backoffice.
 *
 * @param wageSite the first granted site
 * @param formerEmployee the disabled record of the same person, which is made active again; absent:
 *     a new one is created
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackofficeTarget(
    SiteGrant sites,
    SiteRef wageSite,
    List<DepartmentRef> departments,
    TemplateRef template,
    Optional<Integer> formerEmployee) {

  public BackofficeTarget {
    departments = departments == null ? List.of() : List.copyOf(departments);
    formerEmployee = formerEmployee == null ? Optional.empty() : formerEmployee;
  }

  /** Of somebody who has no record. */
  public BackofficeTarget(
      SiteGrant sites, SiteRef wageSite, List<DepartmentRef> departments, TemplateRef template) {
    this(sites, wageSite, departments, template, Optional.empty());
  }
}
