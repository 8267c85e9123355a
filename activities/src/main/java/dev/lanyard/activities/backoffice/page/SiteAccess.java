package dev.lanyard.activities.backoffice.page;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where somebody may work. "All" includes sites that are added later, so it never equals a list,
 * not even one of every site (section 6.4).
 *
 * @param siteIds today's sites, ascending, for all as well
 */
public record SiteAccess(boolean all, SortedSet<Integer> siteIds) {

  public SiteAccess {
    siteIds = Collections.unmodifiableSortedSet(new TreeSet<>(siteIds));
  }

  public static SiteAccess everywhere(SiteTree tree) {
    return new SiteAccess(true, tree.ids());
  }

  public static SiteAccess of(Collection<Integer> siteIds) {
    return new SiteAccess(false, new TreeSet<>(siteIds));
  }

  /** Whether it is the same access: for all, whichever sites there are today. */
  public boolean grantsSameAs(SiteAccess other) {
    return all == other.all && (all || siteIds.equals(other.siteIds));
  }

  /** For errors: ids, never names of people. */
  public String describe() {
    return all ? "all sites" : siteIds.isEmpty() ? "no site" : "sites " + siteIds;
  }
}
