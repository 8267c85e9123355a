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

  private final Markup form;
  private final SiteTree tree;
  private final SiteNames names;

  SiteReading(Markup form, SiteTree tree, SiteNames names) {
    this.form = form;
    this.tree = tree;
    this.names = names;
  }

  /** The control whose mere presence grants everything; the page must have it to be told so. */
  Element everywhereControl() {
    return saysAll(form.one(input(tree.flat() ? names.allSites() : names.allRegions())));
  }

  Optional<Element> everywhere() {
    return form.all(input(tree.flat() ? names.allSites() : names.allRegions())).stream()
        .findFirst()
        .map(this::saysAll);
  }

  /** What a flat tenant's control is labelled was never seen, so only the other one is checked. */
  private Element saysAll(Element control) {
    String on = control.attr("data-on");
    if (!tree.flat() && !on.isEmpty() && !on.toLowerCase(Locale.ROOT).startsWith("available all")) {
      throw form.changed(names.allRegions() + " no longer says \"Available all\" when checked");
    }
    return control;
  }

  /** Empty on a flat page whose boxes do not say what they mean. */
  Optional<SiteAccess> access() {
    if (everywhereControl().hasAttr("checked")) {
      return Optional.of(SiteAccess.everywhere(tree));
    }
    return tree.flat() ? flatAccess() : Optional.of(hierarchicalAccess());
  }

  private SiteAccess hierarchicalAccess() {
    Set<String> deniedRegions = denied(names.deniedRegions(), "region");
    Set<String> deniedDistricts = denied(names.deniedDistricts(), "district");
    Set<String> wholeRegions = checked(names.wholeRegions());
    Set<String> wholeDistricts =
        form.all("input[name^=\"" + names.wholeDistricts() + "\"]").stream()
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
    Element box = form.one(names.boxSelector(site));
    Element membership = form.one(names.memberSelector(site));
    requireNo(box, "site " + site);
    return !box.hasAttr("checked") && !membership.hasAttr("disabled");
  }

  private Optional<SiteAccess> flatAccess() {
    SortedSet<Integer> checked = new TreeSet<>();
    for (Element box : form.all(SiteTree.SITE)) {
      if (!box.attr("name").equals(names.siteIds())) {
        throw form.changed("a site box of a flat tenant is not named " + names.siteIds());
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

  /** Section 6.1: where the label is given, checked has to mean "No". */
  private void requireNo(Element box, String what) {
    String on = box.attr("data-on");
    if (!on.isEmpty() && !on.equalsIgnoreCase("No")) {
      throw form.changed("the box of " + what + " no longer says \"No\" when checked");
    }
  }

  private Set<String> denied(String name, String what) {
    form.all(input(name)).forEach(box -> requireNo(box, what + " " + box.attr("value")));
    return checked(name);
  }

  private Set<String> checked(String name) {
    return form.all(input(name)).stream()
        .filter(box -> box.hasAttr("checked"))
        .map(box -> box.attr("value"))
        .collect(Collectors.toSet());
  }

  private static String input(String name) {
    return "input[name=\"" + name + "\"]";
  }
}
