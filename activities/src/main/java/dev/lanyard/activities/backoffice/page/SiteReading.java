package dev.lanyard.activities.backoffice.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What the boxes of a form say about somebody's sites (section 6.3). */
final class SiteReading {

  private static final String ALL_REGIONS = "input[name=\"employee[isAllRegionsAllowed]\"]";
  private static final String ALL_SITES = "input[name=\"employee[isAllSitesAllowed]\"]";
  private static final String DENIED_REGIONS = "input[name=\"employee[disabledRegions][]\"]";
  private static final String DENIED_DISTRICTS = "input[name=\"employee[disabledDistricts][]\"]";
  private static final String WHOLE_REGIONS =
      "input[name=\"employee[isAllDistrictsAllowedByRegion][]\"]";
  private static final String WHOLE_DISTRICTS =
      "input[name^=\"employee[isAllSitesAllowedByDistrict]\"]";
  private static final String FLAT_NAME = "employee[siteIds][]";

  private final Markup form;
  private final SiteTree tree;

  SiteReading(Markup form, SiteTree tree) {
    this.form = form;
    this.tree = tree;
  }

  /** The control whose mere presence grants everything; the page must have it to be told so. */
  Element everywhereControl() {
    return form.one(tree.flat() ? ALL_SITES : ALL_REGIONS);
  }

  Optional<Element> everywhere() {
    return form.all(tree.flat() ? ALL_SITES : ALL_REGIONS).stream().findFirst();
  }

  /** Empty on a flat page whose boxes do not say what they mean. */
  Optional<SiteAccess> access() {
    if (everywhereControl().hasAttr("checked")) {
      return Optional.of(SiteAccess.everywhere(tree));
    }
    return tree.flat() ? flatAccess() : Optional.of(hierarchicalAccess());
  }

  private SiteAccess hierarchicalAccess() {
    Set<String> deniedRegions = checked(DENIED_REGIONS);
    Set<String> deniedDistricts = checked(DENIED_DISTRICTS);
    Set<String> wholeRegions = checked(WHOLE_REGIONS);
    Set<String> wholeDistricts =
        form.all(WHOLE_DISTRICTS).stream()
            .filter(box -> box.hasAttr("checked"))
            .map(box -> box.attr("name").replaceAll(".*\\[(\\d+)]$", "$1"))
            .collect(Collectors.toSet());
    SortedSet<Integer> granted = new TreeSet<>();
    for (SiteTree.Site site : tree.sites()) {
      String region = Integer.toString(site.district().orElseThrow().region());
      String district = Integer.toString(site.district().orElseThrow().id());
      if (deniedRegions.contains(region) || deniedDistricts.contains(district)) {
        continue;
      }
      if (wholeRegions.contains(region) || wholeDistricts.contains(district) || member(site.id())) {
        granted.add(site.id());
      }
    }
    return SiteAccess.of(granted);
  }

  /** Both the box and the hidden membership must say yes; a contradiction reads as no access. */
  private boolean member(int site) {
    Element box = form.named("employee[sites][" + site + "][isAvailable]");
    Element membership = form.named("employee[sites][" + site + "][siteId]");
    String on = box.attr("data-on");
    if (!on.isEmpty() && !on.equalsIgnoreCase("No")) {
      throw form.changed("the box of site " + site + " no longer says \"No\" when checked");
    }
    return !box.hasAttr("checked") && !membership.hasAttr("disabled");
  }

  private Optional<SiteAccess> flatAccess() {
    SortedSet<Integer> checked = new TreeSet<>();
    for (Element box : form.all(SiteTree.SITE)) {
      if (!box.attr("name").equals(FLAT_NAME)) {
        throw form.changed("a site box of a flat tenant is not named " + FLAT_NAME);
      }
      if (box.hasAttr("checked")) {
        checked.add(form.number(box.attr("value"), "a site's value"));
      }
    }
    return labelled().map(polarity -> SiteAccess.of(granted(checked, polarity)));
  }

  private SortedSet<Integer> granted(SortedSet<Integer> checked, Polarity polarity) {
    if (polarity == Polarity.CHECKED_GRANTS) {
      return checked;
    }
    SortedSet<Integer> rest = tree.ids();
    rest.removeAll(checked);
    return rest;
  }

  /** What the boxes' own labels say; empty when they say nothing or contradict each other. */
  Optional<Polarity> labelled() {
    Set<String> labels =
        form.all(SiteTree.SITE).stream()
            .map(box -> (box.attr("data-on") + "/" + box.attr("data-off")).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (labels.equals(Set.of("no/yes"))) {
      return Optional.of(Polarity.CHECKED_DENIES);
    }
    return labels.equals(Set.of("yes/no"))
        ? Optional.of(Polarity.CHECKED_GRANTS)
        : Optional.empty();
  }

  private Set<String> checked(String selector) {
    return form.all(selector).stream()
        .filter(box -> box.hasAttr("checked"))
        .map(box -> box.attr("value"))
        .collect(Collectors.toSet());
  }
}
