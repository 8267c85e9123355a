package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.form.FormEntries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any access of a web user: what is written, what the server makes of it, what is read back. */
class UserSiteRoundTripTest {

  @Property(tries = 150)
  void whatIsWrittenIsWhatIsStoredAndReadBack(
      @ForAll("accesses") SiteAccess before, @ForAll("accesses") SiteAccess after) {
    FormEntries posted =
        page(before).granting(Optional.empty(), List.of(), after, Optional.empty());

    assertThat(bound(posted)).isEqualTo(after);
    assertThat(page(bound(posted)).access()).contains(after);
    assertThat(posted.pairs()).noneMatch(pair -> pair.name().startsWith("employee["));
    if (!after.all()) {
      assertThat(posted.pairs()).noneMatch(pair -> pair.name().startsWith("isAll"));
    }
  }

  @Provide
  Arbitrary<SiteAccess> accesses() {
    Arbitrary<SiteAccess> some =
        Arbitraries.subsetOf(PageFixture.TREE.ids()).ofMinSize(1).map(SiteAccess::of);
    return Arbitraries.oneOf(
        some, some, some, Arbitraries.just(SiteAccess.everywhere(PageFixture.TREE)));
  }

  /** Section 20, item 4, by the names of 13.3; a denied parent wins. */
  private static SiteAccess bound(FormEntries posted) {
    if (!posted.values("isAllRegionsAllowed").isEmpty()) {
      return SiteAccess.everywhere(PageFixture.TREE);
    }
    Set<Integer> granted = new TreeSet<>();
    for (SiteTree.Site site : PageFixture.TREE.sites()) {
      SiteTree.District district = site.district().orElseThrow();
      boolean denied =
          posted.values("disabledRegions[]").contains("" + district.region())
              || posted.values("disabledDistricts[]").contains("" + district.id());
      if (!denied && posted.values("siteIds[]").contains("" + site.id())) {
        granted.add(site.id());
      }
    }
    return SiteAccess.of(granted);
  }

  private static UserPermissionPage page(SiteAccess access) {
    return UserPermissionPage.parse(
        Markup.document(
            PageFixture.html(
                "user-permissions", PageFixture.userSiteBlock(PageFixture.TREE, access)),
            "/user/permissions/7001234"));
  }
}
