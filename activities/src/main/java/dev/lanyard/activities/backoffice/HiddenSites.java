package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bot that sees a part of the configured sites must grant none: what it reads back is a part too.
 * Taking access away goes on.
 */
final class HiddenSites {

  private HiddenSites() {}

  /** Names of configured sites that are not there; one that was only renamed since is. */
  static SortedSet<String> of(Conversation talk, SiteTree sites, BackofficeTarget target) {
    return talk.offers().hiddenSites(sites, idsByName(target));
  }

  /** The same, when nothing is planned yet. */
  static SortedSet<String> of(Conversation talk, SiteTree sites) {
    return talk.offers().hiddenSites(sites, Map.of());
  }

  /** A final {@code SITES_HIDDEN} while any is hidden. */
  static void requireNone(Conversation talk, SiteTree sites, BackofficeTarget target) {
    requireNone(of(talk, sites, target));
  }

  /** The same for sites without a wage site. */
  static void requireNone(Conversation talk, SiteTree sites, SiteGrant grant) {
    requireNone(talk.offers().hiddenSites(sites, idsByName(grant.sites().stream())));
  }

  private static void requireNone(SortedSet<String> hidden) {
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

  private static Map<String, Integer> idsByName(BackofficeTarget target) {
    return idsByName(Stream.concat(target.sites().sites().stream(), Stream.of(target.wageSite())));
  }

  private static Map<String, Integer> idsByName(Stream<SiteRef> sites) {
    Map<String, Integer> ids = new HashMap<>();
    sites.forEach(site -> ids.put(site.name(), site.id()));
    return ids;
  }
}
