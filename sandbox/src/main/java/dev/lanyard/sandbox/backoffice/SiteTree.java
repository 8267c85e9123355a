package dev.lanyard.sandbox.backoffice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tenant's sites. A flat tenant has the same sites in one list, and shows no groups (6.1). */
record SiteTree(boolean flat, List<Region> regions) {

  record Region(long id, String name, List<District> districts) {}

  record District(long id, String name, List<Site> sites) {
    private District with(Site site) {
      List<Site> next = new ArrayList<>(sites);
      next.removeIf(one -> one.id() == site.id());
      next.add(site);
      next.sort(Comparator.comparingLong(Site::id));
      return new District(id, name, next);
    }
  }

  /**
   * @param name the long name of the access block
   * @param shortCode the name in the roster and in wage selects (section 16.2)
   */
  record Site(long id, String name, String shortCode) {}

  /** The six invented sites that both shapes share. */
  static SiteTree seeded(boolean flat) {
    return new SiteTree(
        flat,
        List.of(
            new Region(
                1,
                "East",
                List.of(
                    new District(
                        10,
                        "East Metro",
                        List.of(
                            new Site(101, "Wash 37135", "W37135"),
                            new Site(102, "Harbor Wash", "HARB"))),
                    new District(11, "East Rural", List.of(new Site(103, "Creek Wash", "CREEK"))))),
            new Region(
                2,
                "West",
                List.of(
                    new District(
                        20,
                        "West Metro",
                        List.of(
                            new Site(201, "Canyon Wash", "CANYON"),
                            new Site(202, "Mesa Wash", "MESA"),
                            new Site(203, "Pine Wash", "PINE")))))));
  }

  List<Site> sites() {
    return regions.stream()
        .flatMap(region -> region.districts().stream())
        .flatMap(district -> district.sites().stream())
        .toList();
  }

  Set<Long> ids() {
    Set<Long> ids = new TreeSet<>();
    sites().forEach(site -> ids.add(site.id()));
    return ids;
  }

  /** With a site that is new, or that replaces the one with its id, in this district. */
  SiteTree with(long district, Site site) {
    return new SiteTree(
        flat,
        regions.stream()
            .map(
                region ->
                    new Region(
                        region.id(),
                        region.name(),
                        region.districts().stream()
                            .map(one -> one.id() == district ? one.with(site) : one)
                            .toList()))
            .toList());
  }

  Optional<District> district(long id) {
    return regions.stream()
        .flatMap(region -> region.districts().stream())
        .filter(district -> district.id() == id)
        .findFirst();
  }

  /** The district of a site. */
  Optional<District> districtOf(long site) {
    return regions.stream()
        .flatMap(region -> region.districts().stream())
        .filter(district -> district.sites().stream().anyMatch(one -> one.id() == site))
        .findFirst();
  }

  Optional<Site> site(long id) {
    return sites().stream().filter(site -> site.id() == id).findFirst();
  }

  /** The tree as a login sees it that may not see these sites; empty groups are gone. */
  SiteTree without(Set<Long> hidden) {
    if (hidden.isEmpty()) {
      return this;
    }
    return new SiteTree(
        flat,
        regions.stream()
            .map(
                region ->
                    new Region(
                        region.id(),
                        region.name(),
                        region.districts().stream()
                            .map(
                                district ->
                                    new District(
                                        district.id(),
                                        district.name(),
                                        district.sites().stream()
                                            .filter(site -> !hidden.contains(site.id()))
                                            .toList()))
                            .filter(district -> !district.sites().isEmpty())
                            .toList()))
            .filter(region -> !region.districts().isEmpty())
            .toList());
  }
}
