package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.backoffice.SiteSwitches.FlatMarkup;
import dev.lanyard.sandbox.backoffice.SiteSwitches.FlatPolarity;
import dev.lanyard.sandbox.backoffice.SiteSwitches.RollupWrites;
import dev.lanyard.sandbox.http.Fields;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** How the server reads the site block of a form (sections 6.4, 6.6 and 20 item 4). */
final class AccessBinding {
  private final SiteTree tree;
  private final SiteSwitches switches;
  private final Fields form;
  private final boolean userForm;
  private final Set<Long> sites = new TreeSet<>();
  private final Set<Long> regions = new TreeSet<>();
  private final Set<Long> districts = new TreeSet<>();

  private AccessBinding(SiteTree tree, SiteSwitches switches, Fields form, boolean userForm) {
    this.tree = tree;
    this.switches = switches;
    this.form = form;
    this.userForm = userForm;
  }

  /** The employee form's names are wrapped: {@code employee[...]}. */
  static Access ofEmployeeForm(
      SiteTree visible, SiteSwitches switches, Fields form, Access stored) {
    return new AccessBinding(visible, switches, form, false).bind(stored);
  }

  /** The Backoffice user's form has bare names, and grants by {@code siteIds[]} (section 13.3). */
  static Access ofUserForm(SiteTree visible, SiteSwitches switches, Fields form, Access stored) {
    return new AccessBinding(visible, switches, form, true).bind(stored);
  }

  private Access bind(Access stored) {
    // Presence, whatever the value: "isAllRegionsAllowed=0" was stored as all (6.4 R1).
    if (form.has(name(tree.flat() ? "isAllSitesAllowed" : "isAllRegionsAllowed"))) {
      return Access.EVERYWHERE;
    }
    if (tree.flat()) {
      flat();
    } else {
      tree.regions().forEach(this::region);
    }
    if (switches.everySiteMeansAll() && sites.containsAll(tree.ids())) {
      return Access.EVERYWHERE;
    }
    // A site that the login cannot see is not on its form, so it cannot be taken away there.
    for (long site : stored.sites()) {
      if (tree.site(site).isEmpty()) {
        sites.add(site);
      }
    }
    return new Access(false, sites, regions, districts);
  }

  private void flat() {
    boolean boxes = !userForm && switches.flatMarkup() == FlatMarkup.SITE_BOXES;
    boolean listGrants = userForm || switches.flatPolarity() == FlatPolarity.ALLOW;
    Set<String> listed = new HashSet<>(form.list(name("siteIds")));
    for (SiteTree.Site site : tree.sites()) {
      boolean granted =
          boxes ? isMember(site) : listed.contains(Long.toString(site.id())) == listGrants;
      if (granted) {
        sites.add(site.id());
      }
    }
  }

  private void region(SiteTree.Region region) {
    boolean denied = lists("disabledRegions", region.id());
    boolean wholly = !denied && rollsUp("isAllDistrictsAllowedByRegion", region.id());
    if (wholly && switches.rollupWrites() == RollupWrites.KEEP) {
      regions.add(region.id());
      return;
    }
    region.districts().forEach(district -> district(district, denied, wholly));
  }

  private void district(SiteTree.District district, boolean regionDenied, boolean regionWholly) {
    boolean denied = regionDenied || lists("disabledDistricts", district.id());
    boolean rolledUp =
        switches.rollupWrites() != RollupWrites.IGNORE
            && form.has(name("isAllSitesAllowedByDistrict") + "[" + district.id() + "]");
    if (rolledUp && !denied && switches.rollupWrites() == RollupWrites.KEEP) {
      districts.add(district.id());
      return;
    }
    for (SiteTree.Site site : district.sites()) {
      boolean member = isMember(site);
      boolean granted =
          (member && !switches.deniedParentWins())
              || regionWholly
              || (!denied && (member || rolledUp));
      if (granted) {
        sites.add(site.id());
      }
    }
  }

  private boolean rollsUp(String list, long id) {
    return switches.rollupWrites() != RollupWrites.IGNORE && lists(list, id);
  }

  /**
   * {@code isAvailable} is not looked at by default: a browser sends none, and both were stored
   * alike (R6).
   */
  private boolean isMember(SiteTree.Site site) {
    if (userForm) {
      return lists("siteIds", site.id());
    }
    String row = name("sites") + "[" + site.id() + "]";
    return form.has(row + "[siteId]")
        && !(switches.siteBoxDenies() && form.has(row + "[isAvailable]"));
  }

  private boolean lists(String list, long id) {
    return form.list(name(list)).contains(Long.toString(id));
  }

  private String name(String plain) {
    return userForm ? plain : "employee[" + plain + "]";
  }
}
