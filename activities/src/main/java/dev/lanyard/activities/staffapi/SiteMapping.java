package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The staff API's sites for Backoffice's: by the settings first, else by exactly the same name. A
 * site that the settings give to one Backoffice site is nobody else's, whatever it is called.
 *
 * @param sites ascending by id, each once
 * @param problems one for each site that has no counterpart, or several
 */
record SiteMapping(List<StaffSite> sites, List<Finding> problems) {

  static SiteMapping of(
      Collection<String> siteNames, Map<String, Long> siteMap, List<StaffSite> offered) {
    SortedMap<Long, StaffSite> sites = new TreeMap<>();
    List<Finding> problems = new ArrayList<>();
    for (String name : siteNames) {
      Long mapped = siteMap.get(name);
      List<StaffSite> candidates =
          offered.stream()
              .filter(site -> mapped == null ? site.name().equals(name) : site.id() == mapped)
              .filter(site -> mapped != null || !siteMap.containsValue(site.id()))
              .toList();
      if (candidates.size() == 1) {
        sites.put(candidates.get(0).id(), candidates.get(0));
      } else {
        problems.add(
            new Finding("UNMAPPED_SITE", "sites", explain(name, mapped, candidates, offered)));
      }
    }
    return new SiteMapping(List.copyOf(sites.values()), List.copyOf(problems));
  }

  private static String explain(
      String name, Long mapped, List<StaffSite> candidates, List<StaffSite> offered) {
    if (mapped != null) {
      return "\"%s\" is mapped to site %d, which the staff API does not have; correct the site map."
          .formatted(name, mapped);
    }
    if (candidates.isEmpty()) {
      String why =
          offered.stream().anyMatch(site -> site.name().equals(name))
              ? "The staff API's site named \"%s\" is mapped to another one"
              : "The staff API has no site named \"%s\"";
      return why.formatted(name) + "; put its id into the site map.";
    }
    return "The staff API has %d sites named \"%s\" (%s); put the right one into the site map."
        .formatted(
            candidates.size(),
            name,
            String.join(", ", candidates.stream().map(site -> Long.toString(site.id())).toList()));
  }
}
