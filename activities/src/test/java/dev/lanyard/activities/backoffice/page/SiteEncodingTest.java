package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
