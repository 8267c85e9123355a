package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** How the server reads the site block of a form (sections 6.4, 6.6 and 20 item 4). */
final class AccessBinding {
  private final SiteTree tree;
  private final BackofficeSwitches switches;
  private final Fields form;
  private final boolean userForm;

  private AccessBinding(SiteTree tree, BackofficeSwitches switches, Fields form, boolean userForm) {
    this.tree = tree;
    this.switches = switches;
    this.form = form;
    this.userForm = userForm;
  }

  /** The employee form's names are wrapped: {@code employee[...]}. */
  static Access ofEmployeeForm(
      SiteTree visible, BackofficeSwitches switches, Fields form, Access stored) {
    return new AccessBinding(visible, switches, form, false).bind(stored);
  }

  /** The Backoffice user's form has bare names, and grants by {@code siteIds[]} (section 13.3). */
  static Access ofUserForm(
      SiteTree visible, BackofficeSwitches switches, Fields form, Access stored) {
    return new AccessBinding(visible, switches, form, true).bind(stored);
  }

  private Access bind(Access stored) {
    // Presence, whatever the value: "isAllRegionsAllowed=0" was stored as all (6.4 R1).
    if (form.has(name(tree.flat() ? "isAllSitesAllowed" : "isAllRegionsAllowed"))) {
      return Access.EVERYWHERE;
    }
    Set<Long> granted = tree.flat() ? flat() : hierarchical();
    // A site that the login cannot see is not on its form, so it cannot be taken away there.
    for (long site : stored.sites()) {
      if (tree.site(site).isEmpty()) {
        granted.add(site);
      }
    }
    return Access.only(granted);
  }

  private Set<Long> flat() {
    Set<String> listed = new HashSet<>(form.list(name("siteIds")));
    boolean listGrants =
        userForm || switches.flatPolarity() == BackofficeSwitches.FlatPolarity.ALLOW;
    Set<Long> granted = new TreeSet<>();
    for (SiteTree.Site site : tree.sites()) {
      if (listed.contains(Long.toString(site.id())) == listGrants) {
        granted.add(site.id());
      }
    }
    return granted;
  }

  private Set<Long> hierarchical() {
    Set<Long> granted = new TreeSet<>();
    for (SiteTree.Region region : tree.regions()) {
      for (SiteTree.District district : region.districts()) {
        for (SiteTree.Site site : district.sites()) {
          if (grants(region, district, site)) {
            granted.add(site.id());
          }
        }
      }
    }
    return granted;
  }

  private boolean grants(SiteTree.Region region, SiteTree.District district, SiteTree.Site site) {
    boolean member = isMember(site);
    if (member && !switches.deniedParentWins()) {
      return true;
    }
    if (lists("disabledRegions", region.id())) {
      return false;
    }
    if (lists("isAllDistrictsAllowedByRegion", region.id())) {
      return true;
    }
    if (lists("disabledDistricts", district.id())) {
      return false;
    }
    return member || form.has(name("isAllSitesAllowedByDistrict") + "[" + district.id() + "]");
  }

  /**
   * {@code isAvailable} is not looked at: a browser sends none, and both were stored alike (R6).
   */
  private boolean isMember(SiteTree.Site site) {
    return userForm
        ? lists("siteIds", site.id())
        : form.has(name("sites") + "[" + site.id() + "][siteId]");
  }

  private boolean lists(String list, long id) {
    return form.list(name(list)).contains(Long.toString(id));
  }

  private String name(String plain) {
    return userForm ? plain : "employee[" + plain + "]";
  }
}
