package dev.lanyard.sandbox.backoffice;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where a person may work. "All" is a flag of its own and includes later sites; a list of every
 * site stays a list (section 6.4).
 */
record Access(boolean all, Set<Long> sites) {
  static final Access EVERYWHERE = new Access(true, Set.of());
  static final Access NOWHERE = new Access(false, Set.of());

  Access {
    sites = new TreeSet<>(sites);
  }

  static Access only(Set<Long> sites) {
    return new Access(false, sites);
  }

  boolean includes(long site) {
    return all || sites.contains(site);
  }

  boolean isNowhere() {
    return !all && sites.isEmpty();
  }
}
