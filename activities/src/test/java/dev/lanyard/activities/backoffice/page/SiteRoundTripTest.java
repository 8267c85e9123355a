package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any tree, any access: what is written, what the server makes of it, and what is read back. */
class SiteRoundTripTest {

  @Property(tries = 150)
  void whatIsWrittenIsWhatTheServerStoresAndWhatIsReadBack(@ForAll("grants") Grant grant) {
    EditPage before = edit(grant.tree(), grant.before());

    FormEntries posted = before.withSites(grant.after(), Optional.empty());

    assertThat(bound(grant.tree(), posted)).isEqualTo(grant.after());
    EditPage stored = edit(grant.tree(), bound(grant.tree(), posted));
    assertThat(stored.access()).contains(grant.after());
    assertThat(stored.sites()).isEqualTo(grant.tree());
  }

  @Property(tries = 150)
  void aListNeverComesWithANameThatGrantsEverything(@ForAll("grants") Grant grant) {
    EditPage page = edit(grant.tree(), grant.before());
    List<FormPair> written = sitePairs(page.withSites(grant.after(), Optional.empty()));
    if (grant.after().all()) {
      assertThat(written).hasSize(1);
    } else {
      assertThat(written).noneMatch(pair -> pair.name().startsWith("employee[isAll"));
      assertThat(written).noneMatch(pair -> pair.name().endsWith("[isAvailable]"));
    }
  }

  @Property(tries = 150)
  void theUnchangedFormKeepsTheAccessAsItIs(@ForAll("grants") Grant grant) {
    EditPage page = edit(grant.tree(), grant.before());
    assertThat(bound(grant.tree(), page.unchanged())).isEqualTo(grant.before());
    assertThat(bound(grant.tree(), page.inactive())).isEqualTo(grant.before());
  }

  /** A tree, what is stored before, and what is wanted after. */
  record Grant(SiteTree tree, SiteAccess before, SiteAccess after) {}

  @Provide
  Arbitrary<Grant> grants() {
    Arbitrary<SiteTree> trees =
        Arbitraries.integers()
            .between(1, 3)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(SiteRoundTripTest::tree);
    return trees.flatMap(
        tree ->
            Combinators.combine(accesses(tree), accesses(tree))
                .as((before, after) -> new Grant(tree, before, after)));
  }

  private static Arbitrary<SiteAccess> accesses(SiteTree tree) {
    Arbitrary<SiteAccess> some = Arbitraries.subsetOf(tree.ids()).ofMinSize(1).map(SiteAccess::of);
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(SiteAccess.everywhere(tree))), Tuple.of(5, some));
  }

  /** Regions of districts of so many sites each. */
  private static SiteTree tree(List<List<Integer>> regions) {
    List<Integer> regionIds = new ArrayList<>();
    List<SiteTree.District> districts = new ArrayList<>();
    List<SiteTree.Site> sites = new ArrayList<>();
    for (List<Integer> sizes : regions) {
      int region = regionIds.size() + 1;
      regionIds.add(region);
      for (int size : sizes) {
        SiteTree.District district = new SiteTree.District(10 + districts.size(), region);
        districts.add(district);
        for (int i = 0; i < size; i++) {
          int id = 100 + 7 * sites.size();
          sites.add(new SiteTree.Site(id, "Wash (" + id + ")", Optional.of(district)));
        }
      }
    }
    return new SiteTree(regionIds, districts, sites);
  }

  /** What the server stores: section 20, item 4, in its order. */
  private static SiteAccess bound(SiteTree tree, FormEntries posted) {
    if (!posted.values("employee[isAllRegionsAllowed]").isEmpty()) {
      return SiteAccess.everywhere(tree);
    }
    Set<Integer> granted = new TreeSet<>();
    for (SiteTree.Site site : tree.sites()) {
      String region = Integer.toString(site.district().orElseThrow().region());
      String district = Integer.toString(site.district().orElseThrow().id());
      boolean yes;
      if (posted.values("employee[disabledRegions][]").contains(region)) {
        yes = false;
      } else if (posted.values("employee[isAllDistrictsAllowedByRegion][]").contains(region)) {
        yes = true;
      } else if (posted.values("employee[disabledDistricts][]").contains(district)) {
        yes = false;
      } else {
        yes =
            !posted.values("employee[isAllSitesAllowedByDistrict][" + district + "]").isEmpty()
                || !posted.values("employee[sites][" + site.id() + "][siteId]").isEmpty();
      }
      if (yes) {
        granted.add(site.id());
      }
    }
    return SiteAccess.of(granted);
  }

  private static EditPage edit(SiteTree tree, SiteAccess access) {
    return EditPage.parse(
        Markup.document(
            PageFixture.html("edit", PageFixture.siteBlock(tree, access)), "/employee/edit/501"));
  }

  private static List<FormPair> sitePairs(FormEntries entries) {
    return entries.pairs().stream()
        .filter(pair -> List.of(SiteEncoding.PREFIXES).stream().anyMatch(pair.name()::startsWith))
        .toList();
  }
}
