package dev.lanyard.activities.backoffice.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.page.SiteTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisibleSitesTest {

  private static final SiteTree ALL = tree("101 North", "102 South", "103 West");
  private static final SiteTree FEWER = tree("101 North", "103 West");

  private final VisibleSites sites = new VisibleSites(Set.of("North", "South"));

  private static SiteTree tree(String... idsAndNames) {
    return new SiteTree(
        List.of(),
        List.of(),
        Stream.of(idsAndNames)
            .map(text -> text.split(" ", 2))
            .map(one -> new SiteTree.Site(Integer.parseInt(one[0]), one[1], Optional.empty()))
            .toList());
  }

  @Test
  void theAlarmBeginsOnceAndEndsOnce() {
    assertThat(sites.notice(ALL)).isFalse();
    assertThat(sites.notice(FEWER)).isTrue();
    assertThat(sites.notice(FEWER)).isFalse();
    assertThat(sites.notice(tree("103 West"))).isFalse();
    assertThat(sites.notice(ALL)).isTrue();
    assertThat(sites.notice(ALL)).isFalse();
  }

  @Test
  void onlyConfiguredNamesThatAreGoneAreHidden() {
    assertThat(sites.hidden(ALL, Map.of())).isEmpty();
    assertThat(sites.hidden(tree("101 North"), Map.of())).containsExactly("South");
    assertThat(new VisibleSites(Set.of()).hidden(tree(), Map.of())).isEmpty();
  }

  @Test
  void aSiteOfAnotherNameIsSeenWhenItsIdIsKnown() {
    SiteTree renamed = tree("101 North", "102 South End", "103 West");
    assertThat(sites.hidden(renamed, Map.of())).containsExactly("South");
    assertThat(sites.hidden(renamed, Map.of("South", 102))).isEmpty();
    assertThat(sites.hidden(renamed, Map.of("South", 109))).containsExactly("South");

    assertThat(sites.notice(ALL)).isFalse();
    assertThat(sites.notice(renamed)).isFalse();
    assertThat(sites.hidden(renamed, Map.of())).isEmpty();
    assertThat(sites.hidden(FEWER, Map.of())).containsExactly("South");
  }
}
