package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6: what is read, what is written, and what the server makes of it. */
class SiteEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          101         | disabledRegions[]=2 disabledDistricts[]=11 sites[101][siteId]=101
          101 102 103 | disabledRegions[]=2 sites[101][siteId]=101 sites[102][siteId]=102 sites[103][siteId]=103
          101 102     | disabledRegions[]=2 disabledDistricts[]=11 sites[101][siteId]=101 sites[102][siteId]=102
          102 203     | disabledDistricts[]=11 sites[102][siteId]=102 sites[203][siteId]=203
          """)
  void theWorkedExamplesAreWrittenAsABrowserDoes(String sites, String expected) {
    Set<Integer> ids = new HashSet<>();
    for (String id : sites.strip().split("\\s+", 0)) {
      ids.add(Integer.parseInt(id));
    }
    assertThat(show(SiteEncoding.restricted(PageFixture.TREE, ids, Optional.empty())))
        .isEqualTo(expected);
  }

  @Test
  void allIsOneNameAndNothingElse() {
    EditPage page = edit(SiteAccess.of(Set.of(101)));
    assertThat(
            show(
                sitePairs(
                    page.withSites(SiteAccess.everywhere(PageFixture.TREE), Optional.empty()))))
        .isEqualTo("isAllRegionsAllowed=on");
  }

  @Test
  void nothingAndUnknownSitesAreNotEncoded() {
    for (Set<Integer> wrong : List.of(Set.<Integer>of(), Set.of(999), Set.of(101, 999))) {
      assertThatThrownBy(() -> SiteEncoding.restricted(PageFixture.TREE, wrong, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFlatTenantIsWrittenOnlyWithAProof() {
    SiteTree flat = flat(PageFixture.TREE);
    assertThatThrownBy(() -> SiteEncoding.restricted(flat, Set.of(101), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            show(SiteEncoding.restricted(flat, Set.of(101), Optional.of(Polarity.CHECKED_GRANTS))))
        .isEqualTo("siteIds[]=101");
    assertThat(
            show(SiteEncoding.restricted(flat, Set.of(101), Optional.of(Polarity.CHECKED_DENIES))))
        .isEqualTo("siteIds[]=102 siteIds[]=103 siteIds[]=201 siteIds[]=202 siteIds[]=203");
  }

  @Property
  void whatIsWrittenIsWhatTheServerStoresAndWhatIsReadBack(@ForAll("grants") Grant grant) {
    EditPage before = edit(grant.tree(), grant.before());

    FormEntries posted = before.withSites(grant.after(), Optional.empty());

    assertThat(bound(grant.tree(), posted)).isEqualTo(grant.after());
    EditPage stored = edit(grant.tree(), bound(grant.tree(), posted));
    assertThat(stored.access()).contains(grant.after());
    assertThat(stored.sites()).isEqualTo(grant.tree());
  }

  @Property
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

  @Property
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
            .map(SiteEncodingTest::tree);
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

  private static SiteTree flat(SiteTree tree) {
    return new SiteTree(
        List.of(),
        List.of(),
        tree.sites().stream()
            .map(site -> new SiteTree.Site(site.id(), site.name(), Optional.empty()))
            .toList());
  }

  private static EditPage edit(SiteAccess access) {
    return edit(PageFixture.TREE, access);
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

  private static String show(List<FormPair> pairs) {
    return String.join(
        " ",
        pairs.stream()
            .map(pair -> pair.name() + "=" + pair.value())
            .map(text -> text.replaceFirst("^employee\\[(\\w+)]", "$1"))
            .toList());
  }
}
