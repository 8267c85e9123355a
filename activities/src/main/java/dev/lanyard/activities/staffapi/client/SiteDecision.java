package dev.lanyard.activities.staffapi.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where a staff member may work after a write. Nobody writes without having decided that, since the
 * API takes a left out {@code sites} for all of them, in a create and in any update at all.
 */
public sealed interface SiteDecision {

  /** These sites and no other; without one it is {@link #none}. */
  static SiteDecision exactly(Collection<Long> siteIds) {
    return new Exactly(List.copyOf(new TreeSet<>(siteIds)));
  }

  /** No site at all. */
  static SiteDecision none() {
    return new Exactly(List.of());
  }

  /** Deliberately every site of the company, those that it opens later included. */
  static SiteDecision everySite() {
    return new EverySite();
  }

  /** Puts the decision into a body, or keeps it out where that is the decision. */
  void decide(Map<String, Object> body);

  /** An explicit list. */
  record Exactly(List<Long> siteIds) implements SiteDecision {

    public Exactly {
      siteIds = List.copyOf(siteIds);
    }

    @Override
    public void decide(Map<String, Object> body) {
      body.put("sites", siteIds);
    }
  }

  /** The API's word for it is to say nothing. */
  record EverySite() implements SiteDecision {

    @Override
    public void decide(Map<String, Object> body) {
      body.remove("sites");
    }
  }
}
