package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Writes sites the way a browser does (section 6.4, the right column of 6.5). */
public final class SiteEncoding {

  /** Everything of an employee's form that belongs to sites (section 8.2). */
  static final String[] PREFIXES = SiteNames.EMPLOYEE.prefixes();

  private SiteEncoding() {}

  static boolean isSites(String name) {
    return Arrays.stream(PREFIXES).anyMatch(name::startsWith);
  }

  /** R1: the presence of this one name grants everything, so nothing else goes with it. */
  static FormPair everywhere(Element control) {
    return new FormPair(
        control.attr("name"), control.hasAttr("value") ? control.attr("value") : "on");
  }

  /** {@link #restricted(SiteNames, SiteTree, Set, Optional)} of an employee's form. */
  public static List<FormPair> restricted(
      SiteTree tree, Set<Integer> siteIds, Optional<Polarity> proven) {
    return restricted(SiteNames.EMPLOYEE, tree, siteIds, proven);
  }

  /**
   * R2 to R5: a list never comes with a name that starts with {@code isAll}.
   *
   * @param proven what a flat tenant's boxes mean; ignored for a hierarchical one
   * @throws IllegalArgumentException when the list is empty, names a site that the tree lacks, or
   *     the tenant is flat and nothing is proven
   */
  static List<FormPair> restricted(
      SiteNames names, SiteTree tree, Set<Integer> siteIds, Optional<Polarity> proven) {
    if (siteIds.isEmpty() || !tree.ids().containsAll(siteIds)) {
      throw new IllegalArgumentException("at least one site, and only sites of the form");
    }
    return tree.flat()
        ? flat(
            names,
            tree,
            siteIds,
            proven.orElseThrow(() -> new IllegalArgumentException("polarity is not proven")))
        : hierarchical(names, tree, siteIds);
  }

  private static List<FormPair> hierarchical(SiteNames names, SiteTree tree, Set<Integer> siteIds) {
    Set<SiteTree.District> districts =
        tree.sites().stream()
            .filter(site -> siteIds.contains(site.id()))
            .map(site -> site.district().orElseThrow())
            .collect(Collectors.toSet());
    Set<Integer> regions =
        districts.stream().map(SiteTree.District::region).collect(Collectors.toSet());
    List<FormPair> pairs = new ArrayList<>();
    for (Integer region : tree.regions()) {
      if (!regions.contains(region)) {
        pairs.add(new FormPair(names.deniedRegions(), region.toString()));
      }
    }
    for (SiteTree.District district : tree.districts()) {
      if (regions.contains(district.region()) && !districts.contains(district)) {
        pairs.add(new FormPair(names.deniedDistricts(), Integer.toString(district.id())));
      }
    }
    for (SiteTree.Site site : tree.sites()) {
      if (siteIds.contains(site.id())) {
        pairs.add(names.member(site.id()));
      }
    }
    return pairs;
  }

  private static List<FormPair> flat(
      SiteNames names, SiteTree tree, Set<Integer> siteIds, Polarity polarity) {
    boolean allowList = polarity == Polarity.CHECKED_GRANTS;
    return tree.sites().stream()
        .filter(site -> siteIds.contains(site.id()) == allowList)
        .map(site -> new FormPair(names.siteIds(), Integer.toString(site.id())))
        .toList();
  }
}
