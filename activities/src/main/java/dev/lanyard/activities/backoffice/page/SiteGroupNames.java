package dev.lanyard.activities.backoffice.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What a form calls its regions and districts, by id (section 6.2). Nothing is decided by these
 * names, so one that is missing is no failure.
 */
public record SiteGroupNames(Map<Integer, String> regions, Map<Integer, String> districts) {

  public SiteGroupNames {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    districts = Collections.unmodifiableMap(new LinkedHashMap<>(districts));
  }

  static SiteGroupNames parse(Markup form) {
    return new SiteGroupNames(
        names(form, SiteTree.REGION, "data-region-id"),
        names(form, SiteTree.DISTRICT, "data-district-id"));
  }

  private static Map<Integer, String> names(Markup form, String selector, String idAttribute) {
    Map<String, Integer> ids = new HashMap<>();
    for (Element input : form.all(selector)) {
      ids.put(input.id(), form.number(input.attr(idAttribute), idAttribute + " of #" + input.id()));
    }
    Map<Integer, String> names = new LinkedHashMap<>();
    for (Element label : form.all("label[for] strong")) {
      Element owner = label.closest("label");
      Integer id = owner == null ? null : ids.get(owner.attr("for"));
      if (id != null) {
        names.putIfAbsent(id, SiteTree.withoutParentheses(label.text()));
      }
    }
    return names;
  }
}
