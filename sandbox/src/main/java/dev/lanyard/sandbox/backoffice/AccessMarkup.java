package dev.lanyard.sandbox.backoffice;

import java.util.List;
import java.util.Map;

/**
 * Stored access as the site block shows it (sections 6.2, 6.6 and 13.3): values for its template.
 */
final class AccessMarkup {
  private final Access access;
  private final SiteSwitches switches;

  private AccessMarkup(Access access, SiteSwitches switches) {
    this.access = access;
    this.switches = switches;
  }

  static Map<String, Object> forEmployee(SiteTree tree, Access access, SiteSwitches switches) {
    return new AccessMarkup(access.resolved(tree), switches).block(tree, false);
  }

  static Map<String, Object> forUser(SiteTree tree, Access access, SiteSwitches switches) {
    return new AccessMarkup(access.resolved(tree), switches).block(tree, true);
  }

  private Map<String, Object> block(SiteTree tree, boolean user) {
    return Map.of(
        "open",
        user ? "" : "employee[",
        "close",
        user ? "" : "]",
        "user",
        user,
        "everywhere",
        access.all(),
        "hierarchical",
        !tree.flat(),
        "flatBoxes",
        !user && switches.flatMarkup() == SiteSwitches.FlatMarkup.SITE_BOXES,
        "regions",
        tree.regions().stream().map(this::region).toList(),
        "flatSites",
        tree.sites().stream().map(site -> flatSite(site, user)).toList());
  }

  private Map<String, Object> region(SiteTree.Region region) {
    boolean denied = !access.all() && region.districts().stream().allMatch(this::isDenied);
    return Map.of(
        "regionId", region.id(),
        "name", region.name(),
        "denied", denied,
        "disabled", access.all(),
        "rollup",
            access.all() || access.regions().contains(region.id()) || isFull(region.districts()),
        "districts",
            region.districts().stream()
                .map(district -> district(region, district, denied))
                .toList());
  }

  private boolean isDenied(SiteTree.District district) {
    return district.sites().stream().noneMatch(site -> access.includes(site.id()));
  }

  private boolean isFull(List<SiteTree.District> districts) {
    return switches.rollupBoxes() == SiteSwitches.RollupBoxes.COMPUTED
        && districts.stream()
            .flatMap(district -> district.sites().stream())
            .allMatch(site -> access.includes(site.id()));
  }

  private Map<String, Object> district(
      SiteTree.Region region, SiteTree.District district, boolean regionDenied) {
    return Map.of(
        "regionId", region.id(),
        "districtId", district.id(),
        "name", district.name(),
        "denied", !access.all() && isDenied(district),
        "disabled", access.all() || regionDenied,
        "rollup",
            access.all()
                || access.regions().contains(region.id())
                || access.districts().contains(district.id())
                || isFull(List.of(district)),
        "sites", district.sites().stream().map(site -> site(district, site)).toList());
  }

  private Map<String, Object> site(SiteTree.District district, SiteTree.Site site) {
    return Map.of(
        "districtId", district.id(),
        "siteId", site.id(),
        "name", site.name(),
        "denied", !access.includes(site.id()),
        // Membership is told only by a hidden input that is not disabled; "all" disables them too.
        "outside", access.all() || !access.includes(site.id()));
  }

  private Map<String, Object> flatSite(SiteTree.Site site, boolean user) {
    boolean checkedGrants = user || switches.flatPolarity() == SiteSwitches.FlatPolarity.ALLOW;
    return Map.of(
        "denied",
        !access.includes(site.id()),
        "outside",
        access.all() || !access.includes(site.id()),
        "siteId",
        site.id(),
        "name",
        site.name(),
        "checked",
        access.includes(site.id()) == checkedGrants,
        "disabled",
        access.all(),
        "on",
        checkedGrants ? "Yes" : "No",
        "off",
        checkedGrants ? "No" : "Yes");
  }
}
