package dev.lanyard.workflows.transfer;

import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The access that a transfer wants, as resolved ids. What is absent stays.
 *
 * @param departments none: they stay
 * @param template and what it stands for; or
 * @param single permissions that stand for no template
 * @param wageRate US dollars an hour
 * @param staffSites ascending; only with a staff member
 * @param staffPermissions sorted; only with a staff member
 * @param staffSiteNames as far as they are known; for people only
 */
record Target(
    Optional<SiteGrant> sites,
    List<DepartmentRef> departments,
    Optional<TemplateRef> template,
    Optional<PermissionGrants> single,
    Optional<BigDecimal> wageRate,
    Optional<List<Long>> staffSites,
    Optional<List<String>> staffPermissions,
    List<StaffSite> staffSiteNames) {

  Optional<PermissionGrants> permissions() {
    return template
        .map(preset -> new PermissionGrants(preset.grants(), preset.overrides()))
        .or(() -> single);
  }

  /** The same, but that the wage stays. */
  Target withoutWage() {
    return new Target(
        sites,
        departments,
        template,
        single,
        Optional.empty(),
        staffSites,
        staffPermissions,
        staffSiteNames);
  }

  @Override
  public String toString() {
    return "Target[" + sites + ", " + departments + ", " + template + ", [redacted]]";
  }
}
