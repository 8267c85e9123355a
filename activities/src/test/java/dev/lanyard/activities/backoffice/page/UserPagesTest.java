package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.UserCreatePage.EmployeeOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages below {@code /user} (section 13). */
class UserPagesTest {

  private static UserPermissionPage permissions(String siteBlock) {
    return UserPermissionPage.parse(
        Markup.document(
            PageFixture.html("user-permissions", siteBlock), "/user/permissions/7001234"));
  }

  private static UserPermissionPage permissions(SiteAccess access) {
    return permissions(PageFixture.userSiteBlock(PageFixture.TREE, access));
  }

  @Test
  void aLinkedUserIsExactlySixFields() {
    UserCreatePage page = UserCreatePage.parse(PageFixture.page("user-create"), List.of());

    assertThat(page.linkedTo(501, "dana@example.test", "dana", "Secret-1234"))
        .isEqualTo(
            FormEntries.of(
                "employee[isOnSiteEmployee]", "1",
                "user[employeeId]", "501",
                "employee[email]", "dana@example.test",
                "user[username]", "dana",
                "user[password]", "Secret-1234",
                "user[confirmPassword]", "Secret-1234"));
  }

  @Test
  void aStandaloneUserLeavesTheBoxOut() {
    UserCreatePage page = UserCreatePage.parse(PageFixture.page("user-create"), List.of());

    assertThat(page.standalone("Jane", "Doe", "jane@example.test", "jane", "Secret-1234"))
        .isEqualTo(
            FormEntries.of(
                "employee[firstName]", "Jane",
                "employee[lastName]", "Doe",
                "employee[email]", "jane@example.test",
                "user[username]", "jane",
                "user[password]", "Secret-1234",
                "user[confirmPassword]", "Secret-1234"));
  }

  @Test
  void aHiddenInputThatAppearsOnTheFormIsSentBack() {
    UserCreatePage page =
        UserCreatePage.parse(
            Markup.document(
                PageFixture.html("user-create")
                    .replace(
                        "<button", "<input type=hidden name='user[_token]' value='abc'><button"),
                "/user/create"),
            List.of());

    assertThat(page.linkedTo(501, "d@example.test", "dana", "Secret-1234").value("user[_token]"))
        .contains("abc");
  }

  @Test
  void activeEmployeesAreReadOneByOneAndTheRestIsTheForm() throws IOException {
    List<EmployeeOption> read = new ArrayList<>();
    byte[] html = PageFixture.html("user-create").getBytes(StandardCharsets.UTF_8);

    Document rest = UserCreatePage.read(new ByteArrayInputStream(html), "/user/create", read::add);

    assertThat(read)
        .containsExactly(
            new EmployeeOption(501, "Dana@Example.test", "Dana", "Example"),
            new EmployeeOption(502, "", "Lee", "Sample"));
    assertThat(read.get(0)).hasToString("EmployeeOption[501, [redacted]]");
    assertThat(rest.select("option")).isEmpty();
    assertThat(
            UserCreatePage.parse(rest, read)
                .linkedTo(501, "dana@example.test", "dana", "Secret-1234")
                .value("user[employeeId]"))
        .contains("501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "employee[isOnSiteEmployee]",
        "user[employeeId]",
        "employee[email]",
        "user[username]",
        "user[password]",
        "user[confirmPassword]"
      })
  void aCreateFormWithoutOneOfTheSixIsNamed(String name) {
    String html = PageFixture.html("user-create").replace("name=\"" + name + "\"", "name=\"x\"");

    assertThatThrownBy(
            () ->
                UserCreatePage.parse(Markup.document(html, "/user/create"), List.of())
                    .linkedTo(501, "dana@example.test", "dana", "Secret-1234"))
        .isInstanceOf(PageChanged.class)
        .hasMessageContaining(name)
        .hasMessageContaining("(/user/create)")
        .hasMessageNotContaining("Secret");
  }

  @Test
  void thePermissionPageReadsSitesTokensAndTemplates() {
    UserPermissionPage page = permissions(SiteAccess.of(Set.of(102, 203)));

    assertThat(page.userId()).isEqualTo(7001234);
    assertThat(page.sites()).isEqualTo(PageFixture.TREE);
    assertThat(page.access()).contains(SiteAccess.of(Set.of(102, 203)));
    assertThat(page.tokens()).containsExactly("employee.read");
    assertThat(page.offeredTokens())
        .containsExactly("employee.read", "employee.write", "report.read");
    assertThat(page.templates())
        .extracting(WebTemplate::id, t -> String.join(" ", t.tokens()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "employee.read employee.write report.read"),
            org.assertj.core.groups.Tuple.tuple(3, "report.read"),
            org.assertj.core.groups.Tuple.tuple(9, ""));
  }

  @Test
  void aRestrictedUserIsTheWholeFormWithNothingThatGrantsMore() {
    UserPermissionPage page = permissions(SiteAccess.everywhere(PageFixture.TREE));

    FormEntries posted =
        page.granting(
            Optional.of(3),
            List.of("report.read"),
            SiteAccess.of(Set.of(102, 103)),
            Optional.empty());

    assertThat(posted)
        .isEqualTo(
            FormEntries.of(
                "userId", "7001234",
                "userIsNew", "",
                "template", "3",
                "perms[0][token]", "employee.read",
                "perms[1][token]", "employee.write",
                "perms[2][token]", "report.read",
                "perms[2][isEnabled]", "1",
                "disabledRegions[]", "2",
                "siteIds[]", "102",
                "siteIds[]", "103"));
  }

  @Test
  void aDistrictWithoutASiteIsDeniedOnlyInsideAGrantedRegion() {
    FormEntries posted =
        permissions(SiteAccess.of(Set.of(101)))
            .granting(
                Optional.empty(), List.of(), SiteAccess.of(Set.of(101, 201)), Optional.empty());

    assertThat(posted.values("disabledRegions[]")).isEmpty();
    assertThat(posted.values("disabledDistricts[]")).containsExactly("11");
    assertThat(posted.values("siteIds[]")).containsExactly("101", "201");
    assertThat(posted.value("template")).contains("");
  }

  @Test
  void allSitesIsOneNameAlone() {
    FormEntries posted =
        permissions(SiteAccess.of(Set.of(101)))
            .granting(
                Optional.empty(),
                List.of("employee.read", "report.read"),
                SiteAccess.everywhere(PageFixture.TREE),
                Optional.empty());

    assertThat(posted)
        .isEqualTo(
            FormEntries.of(
                "userId", "7001234",
                "userIsNew", "",
                "template", "",
                "perms[0][token]", "employee.read",
                "perms[1][token]", "employee.write",
                "perms[2][token]", "report.read",
                "perms[0][isEnabled]", "1",
                "perms[2][isEnabled]", "1",
                "isAllRegionsAllowed", "on"));
  }

  @Test
  void aBoxAndAHiddenInputThatContradictEachOtherReadAsNoAccess() {
    String block =
        PageFixture.userSiteBlock(PageFixture.TREE, SiteAccess.of(Set.of(101, 102)))
            .replace(
                "name=\"siteIds[]\" value=\"101\">", "name=\"siteIds[]\" value=\"101\" disabled>");

    assertThat(permissions(block).access()).contains(SiteAccess.of(Set.of(102)));
  }

  @Test
  void aTokenWithoutABoxIsNeverPosted() {
    assertThatThrownBy(
            () ->
                permissions(SiteAccess.of(Set.of(101)))
                    .granting(
                        Optional.empty(),
                        List.of("moon.write"),
                        SiteAccess.of(Set.of(101)),
                        Optional.empty()))
        .isInstanceOf(PageChanged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"userId\"",
        "data-permissions-set=\"report.read\"",
        "name=\"perms[1][isEnabled]\"",
        "value=\"employee.write\"",
        "name=\"template\""
      })
  void aPermissionPageWithoutAPartIsRefused(String part) {
    String html = PageFixture.html("user-permissions").replace(part, "");

    assertThatThrownBy(
            () ->
                UserPermissionPage.parse(Markup.document(html, "/user/permissions/7001234"))
                    .userId())
        .isInstanceOf(PageChanged.class)
        .hasMessageContaining("(/user/permissions/7001234)");
  }

  @Test
  void listRowsHaveNamesAndAnEmptyListHasNone() {
    UserListPage list = UserListPage.parse(PageFixture.page("users"));
    assertThat(list.users())
        .containsExactly(
            new UserListPage.WebUser(7001234, "Dana", "Example", "dana", "DANA@example.test", true),
            new UserListPage.WebUser(
                7001235, "Lee", "Sample", "lee", "dana@example.test.invalid", false));
    assertThat(list.users().get(0)).hasToString("WebUser[7001234, [redacted]]");
    assertThat(list.links()).isEmpty();

    UserListPage empty =
        UserListPage.parse(
            Markup.document(
                "<div id=main-column><table class=table-users-list><tbody><tr><td colspan=9><h3>No"
                    + " Back Office Users found based on this search criteria.</h3></td></tr>"
                    + "</tbody></table><nav><a href='/user/2'>2</a></nav></div>",
                "/user"));
    assertThat(empty.users()).isEmpty();
    assertThat(empty.links()).containsExactly("/user/2");
  }
}
