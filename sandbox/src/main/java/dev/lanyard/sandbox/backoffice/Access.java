package dev.lanyard.sandbox.backoffice;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a person may work. "All" is a flag of its own and includes later sites; a list of every
 * site stays a list (section 6.4).
 *
 * @param sites listed one by one
 * @param regions regions with "all districts", which include later sites
 * @param districts districts with "all sites", which include later sites
 */
record Access(boolean all, Set<Long> sites, Set<Long> regions, Set<Long> districts) {
  static final Access EVERYWHERE = new Access(true, Set.of(), Set.of(), Set.of());
  static final Access NOWHERE = only(Set.of());

  Access {
    sites = sorted(sites);
    // Older state files have neither of these.
    regions = sorted(regions);
    districts = sorted(districts);
  }

  private static Set<Long> sorted(Set<Long> ids) {
    return ids == null || ids.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(new TreeSet<>(ids));
  }

  static Access only(Set<Long> sites) {
    return new Access(false, sites, Set.of(), Set.of());
  }

  /** With the sites that the rollups mean at this moment in the list. */
  Access resolved(SiteTree tree) {
    if (regions.isEmpty() && districts.isEmpty()) {
      return this;
    }
    Set<Long> granted = new TreeSet<>(sites);
    for (SiteTree.Region region : tree.regions()) {
      for (SiteTree.District district : region.districts()) {
        if (regions.contains(region.id()) || districts.contains(district.id())) {
          district.sites().forEach(site -> granted.add(site.id()));
        }
      }
    }
    return new Access(all, granted, regions, districts);
  }

  /** Only after {@link #resolved} where rollups may be stored. */
  boolean includes(long site) {
    return all || sites.contains(site);
  }

  /** Without a site that is no more. */
  Access without(long site) {
    if (!sites.contains(site)) {
      return this;
    }
    Set<Long> left = new TreeSet<>(sites);
    left.remove(site);
    return new Access(all, left, regions, districts);
  }

  boolean isNowhere() {
    return !all && sites.isEmpty() && regions.isEmpty() && districts.isEmpty();
  }
}
