package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.SiteGrant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A bot that sees a part of the configured sites must grant none: what it reads back is a part too.
 * Taking access away goes on.
 */
final class HiddenSites {

  private HiddenSites() {}

  /** Names of configured sites that are not there; one that was only renamed since is. */
  static SortedSet<String> of(Conversation talk, SiteTree sites, SiteGrant planned) {
    return talk.offers().hiddenSites(sites, idsByName(planned));
  }

  /** The same, when nothing is planned yet. */
  static SortedSet<String> of(Conversation talk, SiteTree sites) {
    return talk.offers().hiddenSites(sites, Map.of());
  }

  /**
   * For those whose own pages show no sites. It may read a page, so it belongs before the form that
   * is to be posted is read.
   */
  static SortedSet<String> of(Conversation talk, SiteGrant planned) {
    return talk.offers().hiddenSites(idsByName(planned));
  }

  /** The same, when the caller knows no sites. */
  static SortedSet<String> of(Conversation talk) {
    return talk.offers().hiddenSites(Map.of());
  }

  /** A final {@code SITES_HIDDEN} while any is hidden. */
  static void requireNone(Conversation talk, SiteTree sites, SiteGrant planned) {
    requireNone(of(talk, sites, planned));
  }

  /** The same, of what was found before. */
  static void requireNone(SortedSet<String> hidden) {
    if (!hidden.isEmpty()) {
      throw BackofficeFailures.last(
          FailureTypes.SITES_HIDDEN, text(hidden) + " Nothing was written.");
    }
  }

  /** For people: which, and what helps. */
  static String text(Set<String> hidden) {
    return hidden.stream()
        .map(name -> '"' + name + '"')
        .collect(
            Collectors.joining(
                ", ",
                "The bot does not see all configured sites; hidden from it: ",
                ". Give the bot's user all regions (or all sites) in Backoffice, or correct the"
                    + " names below lanyard.sites, then retry."));
  }

  private static Map<String, Integer> idsByName(SiteGrant planned) {
    Map<String, Integer> ids = new HashMap<>();
    planned.sites().forEach(site -> ids.put(site.name(), site.id()));
    return ids;
  }
}
