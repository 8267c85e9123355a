package dev.lanyard.activities.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.page.Markup;
import dev.lanyard.activities.backoffice.page.PageFixture;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the roster's Access column may show. */
class AccessNamesTest {

  private final PermissionPage page =
      PermissionPage.parse(
          Markup.document(PageFixture.html("permissions"), "/employee/permissions/501"));

  private List<String> names(List<Integer> grants, List<Integer> overrides) {
    return TemplateGrant.namesOf(page, PermissionSet.of(grants, overrides));
  }

  @Test
  void aPresetIsNamedByItsGrantsWhateverItsOverrides() {
    assertThat(names(List.of(1, 2), List.of())).containsExactly("Shift Leader");
    assertThat(names(List.of(3), List.of(3))).containsExactly("General User");
  }

  @Test
  void noPermissionMayAlsoShowAsNone() {
    assertThat(names(List.of(), List.of())).containsExactly("Nobody", "None");
  }

  @Test
  void whatNoPresetStandsForHasNoName() {
    assertThat(names(List.of(2, 3), List.of())).isEmpty();
  }
}
