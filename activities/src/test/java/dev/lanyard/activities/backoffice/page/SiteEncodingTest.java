package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    assertThat(show(SiteEncoding.restricted(PageFixture.TREE, ids(sites), Optional.empty())))
        .isEqualTo(expected);
  }

  private static Set<Integer> ids(String sites) {
    Set<Integer> ids = new TreeSet<>();
    for (String id : sites.strip().split("\\s+", 0)) {
      ids.add(Integer.parseInt(id));
    }
    return ids;
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

  /**
   * Every name that grants a whole tenant, region or district stands on the form and is dropped.
   */
  @Test
  void aListFromAFormThatGrantsEverythingHasNoNameThatGrantsAWhole() {
    EditPage everywhere = edit(SiteAccess.everywhere(PageFixture.TREE));
    assertThat(show(sitePairs(everywhere.unchanged())))
        .contains(
            "isAllRegionsAllowed=on",
            "isAllDistrictsAllowedByRegion[]=1",
            "isAllDistrictsAllowedByRegion[]=2",
            "isAllSitesAllowedByDistrict[10]=on");
    assertThat(
            show(
                sitePairs(everywhere.withSites(SiteAccess.of(Set.of(102, 203)), Optional.empty()))))
        .isEqualTo("disabledDistricts[]=11 sites[102][siteId]=102 sites[203][siteId]=203");
  }

  /**
   * Either spelling of the same access: site by site, or a whole region or district at once. A
   * district that is denied stays so inside a whole region (section 6.3): 103 in the first line.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name="employee[isAllDistrictsAllowedByRegion][]" value="1" | 101 102 203
          name="employee[isAllSitesAllowedByDistrict][10]"           | 101 102 203
          name="employee[isAllSitesAllowedByDistrict][20]"           | 101 201 202 203
          """)
  void wholeRegionsAndDistrictsAreReadAsTheirSites(String whole, String sites) {
    SiteAccess listed = SiteAccess.of(Set.of(101, 203));
    String html = PageFixture.html("edit", PageFixture.siteBlock(PageFixture.TREE, listed));
    assertThat(html).contains(whole);

    EditPage page =
        EditPage.parse(
            Markup.document(html.replace(whole, whole + " checked"), "/employee/edit/501"));

    assertThat(page.access().orElseThrow().all()).isFalse();
    assertThat(page.access().orElseThrow().siteIds()).containsExactlyElementsOf(ids(sites));
    assertThat(show(sitePairs(page.withSites(page.access().orElseThrow(), Optional.empty()))))
        .doesNotContain("isAll");
  }

  /** A denied group wins over what stands below it, and a contradiction is no access. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value="1" name="employee[disabledRegions][]"               | 203
          value="20" name="employee[disabledDistricts][]"            | 101
          value="101" name="employee[sites][101][isAvailable]"       | 203
          """)
  void whatIsDeniedAboveOrContradictedIsReadAsNoAccess(String denied, String sites) {
    SiteAccess listed = SiteAccess.of(Set.of(101, 203));
    String html = PageFixture.html("edit", PageFixture.siteBlock(PageFixture.TREE, listed));
    assertThat(html).contains(denied);

    EditPage page =
        EditPage.parse(
            Markup.document(html.replace(denied, denied + " checked"), "/employee/edit/501"));

    assertThat(page.access()).contains(SiteAccess.of(ids(sites)));
  }

  /** Section 6.1: the labels say what checked means; a box without one is as it always was. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data-on="No" data-off="Yes" data-region-id="2"                      | data-on="Yes" data-off="No" data-region-id="2"      | the box of region 2 no longer says "No" when checked
          value="11" name="employee[disabledDistricts][]"                     | data-on="Yes" value="11" name="employee[disabledDistricts][]" | the box of district 11 no longer says "No" when checked
          data-on="No" data-off="Yes" value="102"                             | data-on="Yes" data-off="No" value="102"             | the box of site 102 no longer says "No" when checked
          name="employee[isAllRegionsAllowed]"                                | data-on="Available by Region" name="employee[isAllRegionsAllowed]" | employee[isAllRegionsAllowed] no longer says "Available all" when checked
          """)
  void aBoxThatNoLongerMeansWhatItMeantIsNotRead(String before, String now, String message) {
    String html =
        PageFixture.html(
            "edit", PageFixture.siteBlock(PageFixture.TREE, SiteAccess.of(Set.of(101))));
    assertThat(html).contains(before);
    EditPage page =
        EditPage.parse(Markup.document(html.replace(before, now), "/employee/edit/501"));

    assertThatThrownBy(page::access).isInstanceOf(PageChanged.class).hasMessageContaining(message);
  }

  @Test
  void aControlThatSaysAllRegionsIsRead() {
    String name = "name=\"employee[isAllRegionsAllowed]\"";
    String html = PageFixture.html("edit");
    EditPage page =
        EditPage.parse(
            Markup.document(
                html.replace(name, "data-on=\"Available all Regions\" " + name),
                "/employee/edit/501"));
    assertThat(page.access()).contains(SiteAccess.of(Set.of(101)));
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
