package dev.lanyard.activities.backoffice.page;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Permission ids.
 *
 * @param overrides those that need a manager's approval
 */
public record PermissionSet(SortedSet<Integer> grants, SortedSet<Integer> overrides) {

  public PermissionSet {
    grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
    overrides = Collections.unmodifiableSortedSet(new TreeSet<>(overrides));
  }

  public static PermissionSet of(Collection<Integer> grants, Collection<Integer> overrides) {
    return new PermissionSet(new TreeSet<>(grants), new TreeSet<>(overrides));
  }

  public String describe() {
    return "grants " + grants + ", approval needed for " + overrides;
  }
}
