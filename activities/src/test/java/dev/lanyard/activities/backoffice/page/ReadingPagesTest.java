package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages show beside what a write needs. */
class ReadingPagesTest {

  private static EditPage edit(String added) {
    String html = PageFixture.html("edit").replace("</form>", added + "</form>");
    return EditPage.parse(Markup.document(html, "/edit"));
  }

  @Test
  void thePagerIsToldAsItIsSpelt() {
    String pager =
        "<nav id=pager-employees><a href='/employee/2?a=1'>2</a><a name=x>..</a>"
            + "<a id=pager-employees-next href='/employee/2?a=1&amp;b'>Next</a></nav>";
    String html = PageFixture.html("roster").replace("</table>", "</table>" + pager);
    RosterPage roster = RosterPage.parse(Markup.document(html, "/employee"));
    assertThat(roster.pagerLinks()).containsExactly("/employee/2?a=1", "/employee/2?a=1&b");
    assertThat(roster.nextLink()).contains("/employee/2?a=1&b");
  }

  @Test
  void aRosterWithoutAPagerHasNoNextPage() {
    RosterPage roster = RosterPage.parse(PageFixture.page("roster"));
    assertThat(roster.pagerLinks()).isEmpty();
    assertThat(roster.nextLink()).isEmpty();
  }

  @Test
  void regionsAndDistrictsHaveTheirLabels() {
    String block =
        PageFixture.html("create")
            + "<label for=boac-permission-region-1>Region <strong>(East)</strong></label>";
    Document page =
        Markup.document(
            block.replace(
                "</fieldset>",
                "<label for=boac-permission-region-1>Region <strong>(East)</strong></label>"
                    + "<label for=boac-permission-district-20>District <strong>(West (old))"
                    + "</strong></label></fieldset>"),
            "/employee/create");
    SiteGroupNames groups = CreatePage.parse(page).siteGroups();
    assertThat(groups.regions()).isEqualTo(Map.of(1, "East"));
    assertThat(groups.districts()).isEqualTo(Map.of(20, "West (old)"));
  }

  @Test
  void permissionOneIsCalledAsItsOwnBoxSays() {
    PermissionPage page = PermissionPage.parse(PageFixture.page("permissions"));
    assertThat(page.labels())
        .isEqualTo(Map.of(1, "Manager Approval", 2, "Return Transaction", 3, "Paid In"));
    assertThat(page.permissions()).containsExactly(1, 2, 3);
    assertThat(page.actionApprovalAuthority()).isFalse();
  }

  @Test
  void theAuthoritySwitchIsTold() {
    String html =
        PageFixture.html("permissions")
            .replace(
                "name=\"hasActionApprovalAuthority\" value=\"0\"",
                "name=\"hasActionApprovalAuthority\" value=\"1\"");
    PermissionPage page = PermissionPage.parse(Markup.document(html, "/permissions"));
    assertThat(page.actionApprovalAuthority()).isTrue();
  }

  @Test
  void storedTextKeepsItsBlanks() {
    EditPage page = edit("");
    assertThat(page.stored("employee[firstName]")).contains(" Dana");
    assertThat(page.stored("employee[phone]")).contains("(555) 010-0123");
    assertThat(page.stored("employee[emergencyContactPhone]")).contains("");
    assertThat(page.stored("employee[badgeNumber]")).isEmpty();
  }

  @Test
  void fieldsThatWeDoNotKnowAreTold() {
    assertThat(
            edit("<select name='employee[shirt]'><option value=L selected>L</select>")
                .otherFields())
        .containsExactly(
            new FormPair("employee[futureField]", "kept"), new FormPair("employee[shirt]", "L"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posCredential[POSLoginPassword]",
        "user[confirmPassword]",
        "employee[clockInPin]",
        "pin",
        "employee[PIN]",
        "employee[accessToken]",
        "employee[secretWord]"
      })
  void whatSoundsLikeASecretIsNeverTold(String name) {
    EditPage page = edit("<input type=text name='" + name + "' value=sesame>");
    assertThat(page.otherFields()).extracting(FormPair::value).containsExactly("kept");
    assertThatThrownBy(() -> page.stored(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCopyOfThePinUnderAnotherNameIsNotTold() {
    assertThat(edit("<input type=hidden name='employee[till]' value=' 48213 '>").otherFields())
        .extracting(FormPair::name)
        .containsExactly("employee[futureField]");
  }

  @Test
  void aNameThatOnlyContainsTheLettersIsToldAllTheSame() {
    assertThat(edit("<input name='employee[shippingSize]' value=M>").otherFields())
        .extracting(FormPair::value)
        .containsExactly("kept", "M");
  }
}
