package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.page.SiteTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the bot sees every site that the configuration names. When it does not, roster and forms
 * show a part of the tenant only (sections 2.3, 12.2). Logs once when that begins and once when it
 * ends.
 */
final class VisibleSites {

  private static final Logger LOG = LoggerFactory.getLogger(VisibleSites.class);

  private final Set<String> expected;
  private final Map<String, Integer> seen = new HashMap<>();
  private boolean alarmed;

  VisibleSites(Set<String> expected) {
    this.expected = Set.copyOf(expected);
  }

  /**
   * Takes in what the bot sees now.
   *
   * @return whether that changed from enough to too little, or back
   */
  synchronized boolean notice(SiteTree tree) {
    tree.sites().stream()
        .filter(site -> expected.contains(site.name()))
        .forEach(site -> seen.put(site.name(), site.id()));
    SortedSet<String> hidden = hidden(tree, Map.of());
    if (alarmed != hidden.isEmpty()) {
      return false;
    }
    alarmed = !hidden.isEmpty();
    if (alarmed) {
      LOG.error(
          "The bot does not see all configured sites of Backoffice: {} of {} hidden ({})."
              + " Nothing that grants sites is written until it does; disabling goes on. Give the"
              + " bot's user all regions (or all sites), or correct the names below lanyard.sites.",
          hidden.size(),
          expected.size(),
          String.join(", ", hidden));
    } else {
      LOG.info("The bot sees all configured sites of Backoffice again.");
    }
    return true;
  }

  /** Whether the configuration names any site at all. */
  boolean expectsAny() {
    return !expected.isEmpty();
  }

  /** Configured names without a site; see {@link Offers#hiddenSites}. */
  synchronized SortedSet<String> hidden(SiteTree tree, Map<String, Integer> known) {
    Set<String> names = tree.sites().stream().map(SiteTree.Site::name).collect(Collectors.toSet());
    Set<Integer> ids = tree.ids();
    return expected.stream()
        .filter(name -> !names.contains(name))
        .filter(name -> !ids.contains(known.getOrDefault(name, seen.getOrDefault(name, -1))))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
