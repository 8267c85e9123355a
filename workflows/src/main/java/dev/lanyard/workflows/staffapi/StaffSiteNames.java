package dev.lanyard.workflows.staffapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the staff API's sites are called, as far as it was heard: in the records that were read, and
 * in the answers of the site map. For people only: access goes by ids.
 */
public final class StaffSiteNames {

  private final Map<Long, String> names = new HashMap<>();

  /** Also these; a site without a name stays a number. */
  public StaffSiteNames and(Collection<StaffSite> sites) {
    sites.stream()
        .filter(site -> site.name() != null && !site.name().isBlank())
        .forEach(site -> names.put(site.id(), site.name()));
    return this;
  }

  /** {@code Harbor Wash (922), 923}; without any, {@code none}. */
  public String words(List<Long> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream()
            .map(id -> names.containsKey(id) ? names.get(id) + " (" + id + ")" : Long.toString(id))
            .collect(Collectors.joining(", "));
  }
}
