package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.secrets.Pin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each page as the protocol shows it, and each page that lost something. */
class PagesTest {

  @Test
  void theEditPageShowsTheRecord() {
    EditPage page = EditPage.parse(PageFixture.page("edit"));
    assertThat(page.employeeId()).isEqualTo(501);
    assertThat(page.posUserId()).isEqualTo(70123);
    assertThat(page.firstName()).isEqualTo("Dana");
    assertThat(page.lastName()).isEqualTo("O'Example & Sons");
    assertThat(page.phoneDigits()).isEqualTo("5550100123");
    assertThat(page.email()).isEqualTo("Dana@example.test");
    assertThat(page.adpEmployeeId()).isEqualTo("hr-7");
    assertThat(page.startDate()).contains(LocalDate.of(2026, 4, 13));
    assertThat(page.departments()).containsExactly(2, 3);
    assertThat(page.active()).isTrue();
    assertThat(page.showsPin(Pin.of(48213))).isTrue();
    assertThat(page.showsPin(Pin.of(48214))).isFalse();
    assertThat(page.access()).contains(SiteAccess.of(Set.of(101)));
    assertThat(page.sites()).isEqualTo(PageFixture.TREE);
    assertThat(page.alerts()).isEmpty();
  }

  @Test
  void disablingPostsWhatABrowserPosts() {
    assertThat(names(EditPage.parse(PageFixture.page("edit")).inactive()))
        .containsExactlyInAnyOrder(
            "employee[id]",
            "posCredential[id]",
            "employee[firstName]",
            "employee[lastName]",
            "employee[phone]",
            "employee[email]",
            "employee[departments][]",
            "employee[departments][]",
            "employee[startDate]",
            "employee[disabledDistricts][]",
            "employee[disabledRegions][]",
            "posCredential[POSLoginID]",
            "posCredential[POSLoginPassword]",
            "employee[emergencyContactName]",
            "employee[emergencyContactPhone]",
            "employee[adpEmployeeId]",
            "employee[futureField]",
            "employee[sites][101][siteId]");
  }

  @Test
  void theUnchangedFormKeepsDateBlanksAndFieldsThatWeDoNotKnow() {
    FormEntries entries = EditPage.parse(PageFixture.page("edit")).unchanged();
    assertThat(entries.values("employee[startDate]")).containsExactly("04/13/2026");
    assertThat(entries.values("employee[firstName]")).containsExactly(" Dana");
    assertThat(entries.values("employee[futureField]")).containsExactly("kept");
    assertThat(entries.values("employee[isActive]")).containsExactly("1");
    assertThat(entries.values("employee[departments][]")).containsExactly("3", "2");
    assertThat(entries.values("save")).isEmpty();
    assertThat(entries.values("q")).isEmpty();
  }

  @Test
  void theCreateBodyIsTheOneThatWasAcceptedLive() {
    CreatePage page = CreatePage.parse(PageFixture.page("create"));
    FormEntries values = FormEntries.of("employee[firstName]", "Dana", "wage[siteId]", "101");
    assertThat(page.filled(values, SiteAccess.of(Set.of(101, 102, 103)), Optional.empty()).pairs())
        .containsExactly(
            new FormPair("employee[firstName]", "Dana"),
            new FormPair("wage[siteId]", "101"),
            new FormPair("employee[disabledRegions][]", "2"),
            new FormPair("employee[sites][101][siteId]", "101"),
            new FormPair("employee[sites][102][siteId]", "102"),
            new FormPair("employee[sites][103][siteId]", "103"));
    assertThat(page.departments()).isEqualTo(Map.of(1, "Cashier", 2, "Line", 3, "Greeter"));
    assertThat(page.siteCodes()).isEqualTo(Map.of(101, "HARB", 102, "MILL"));
    assertThatThrownBy(
            () ->
                page.filled(
                    FormEntries.of("employee[nickname]", "D"),
                    SiteAccess.of(Set.of(101)),
                    Optional.empty()))
        .isInstanceOf(PageChanged.class)
        .hasMessageContaining("employee[nickname]");
  }

  @Test
  void aCreateFormThatWasFilledInAgainIsNotBlank() {
    assertThat(CreatePage.parse(PageFixture.page("create")).blank()).isTrue();
    String refused =
        PageFixture.html("create")
            .replace(
                "name=\"employee[firstName]\" value=\"\"",
                "name=\"employee[firstName]\" value=\"Dana\"");
    CreatePage page = CreatePage.parse(Markup.document(refused, "/employee/create"));
    assertThat(page.blank()).isFalse();
    assertThat(page.toString()).doesNotContain("Dana");
  }

  @Test
  void theMatrixHoldsWhatIsTheTenantsAndNothingOfTheEmployee() {
    PermissionPage page = PermissionPage.parse(PageFixture.page("permissions"));
    PermissionMatrix matrix = page.matrix();
    assertThat(matrix.tenantWide()).isTrue();
    assertThat(matrix.templates()).isEqualTo(page.templates());
    assertThat(matrix.grantable()).containsAll(page.current().grants());
    assertThat(matrix.entries().pairs())
        .extracting(pair -> pair.name())
        .noneMatch(
            name -> name.endsWith("[hasGrantAccess]") || name.endsWith("[requiresOverride]"));

    var granted = matrix.granting(777, 3, PermissionSet.of(List.of(2), List.of(2)));
    assertThat(granted.values("employeeId")).containsExactly("777");
    assertThat(granted.values("templateId")).containsExactly("3");
    assertThat(granted.values("hasActionApprovalAuthority")).containsExactly("0");
    assertThat(granted.pairs())
        .extracting(pair -> pair.name())
        .filteredOn(name -> name.endsWith("Access]") || name.endsWith("Override]"))
        .containsExactly("permissions[2][hasGrantAccess]", "permissions[2][requiresOverride]");
  }

  @Test
  void aMatrixWithAFieldThatWeDoNotKnowIsOneEmployees() {
    String html =
        PageFixture.html("permissions")
            .replace("</form>", "<input type=hidden name=version value=7></form>");
    assertThat(
            PermissionPage.parse(Markup.document(html, "/employee/permissions/501"))
                .matrix()
                .tenantWide())
        .isFalse();
  }

  @Test
  void theRosterShowsRowsAndShortCodes() {
    RosterPage roster = RosterPage.parse(PageFixture.page("roster"));
    assertThat(roster.row(70123))
        .contains(
            new RosterRow(
                501,
                "Dana",
                "van  Example",
                "70123",
                List.of("HARB", "MILL"),
                "General User",
                List.of("Greeter", "Line"),
                "5550100123",
                true,
                "Hourly"));
    assertThat(roster.row(7012)).isEmpty();
    assertThat(roster.row(701234))
        .hasValueSatisfying(
            lee -> {
              assertThat(lee.employeeId()).isEqualTo(502);
              assertThat(lee.active()).isFalse();
              assertThat(lee.siteCodes()).isEmpty();
              assertThat(lee.toString()).doesNotContain("Sample");
            });
    assertThat(roster.siteCodes()).isEqualTo(Map.of(101, "HARB", 102, "MILL", 103, "CREEK"));
  }

  @Test
  void aRosterWithoutAMatchIsEmpty() {
    Document page =
        Markup.document(
            "<div id=main-column><table class=table-employees-list><tbody><tr><td colspan=10>"
                + "<h3>No Employees found based on this search criteria.</h3></td></tr></tbody>"
                + "</table></div>",
            "/employee");
    assertThat(RosterPage.parse(page).rows()).isEmpty();
  }

  @Test
  void thePermissionPageShowsTemplatesAndWhatIsGranted() {
    PermissionPage page = PermissionPage.parse(PageFixture.page("permissions"));
    assertThat(page.employeeId()).isEqualTo(501);
    assertThat(page.posUserId()).isEqualTo("70123");
    assertThat(page.current()).isEqualTo(PermissionSet.of(List.of(2, 3), List.of(2)));
    assertThat(page.templates())
        .containsExactly(
            new PermissionTemplate(1, "Manager", PermissionSet.of(List.of(1, 2, 3), List.of())),
            new PermissionTemplate(3, "General User", PermissionSet.of(List.of(3), List.of())),
            new PermissionTemplate(
                6, "Shift Leader", PermissionSet.of(List.of(1, 2), List.of(1, 2))),
            new PermissionTemplate(9, "Nobody", PermissionSet.of(List.of(), List.of())));
  }

  @Test
  void theAuthoritySwitchCountsAsEverything() {
    PermissionPage page =
        PermissionPage.parse(
            Markup.document(
                PageFixture.html("permissions")
                    .replace(
                        "name=\"hasActionApprovalAuthority\" value=\"0\"",
                        "name=\"hasActionApprovalAuthority\" value=\"1\""),
                "/employee/permissions/501"));
    assertThat(page.current()).isEqualTo(PermissionSet.of(List.of(1, 2, 3), List.of()));
    assertThat(
            page.granting(3, PermissionSet.of(List.of(3), List.of()))
                .values("hasActionApprovalAuthority"))
        .containsExactly("0");
  }

  @Test
  void aGrantPostsTheFullMatrixAndNothingOfTheOldOne() {
    FormEntries posted =
        PermissionPage.parse(PageFixture.page("permissions"))
            .granting(6, PermissionSet.of(List.of(1, 2), List.of(1)));
    assertThat(posted.pairs())
        .containsExactly(
            new FormPair("employeeId", "501"),
            new FormPair("templateId", "6"),
            new FormPair("hasActionApprovalAuthority", "0"),
            new FormPair("permissions[1][id]", "1"),
            new FormPair("permissions[1][label]", "Action Approval Authority"),
            new FormPair("permissions[1][description]", "Everything."),
            new FormPair("permissions[1][id]", "1"),
            new FormPair("permissions[1][label]", "Manager Approval"),
            new FormPair("permissions[1][description]", "Approves."),
            new FormPair("permissions[2][id]", "2"),
            new FormPair("permissions[2][label]", "Return Transaction"),
            new FormPair("permissions[2][description]", "Returns."),
            new FormPair("permissions[3][id]", "3"),
            new FormPair("permissions[3][label]", "Paid In"),
            new FormPair("permissions[3][description]", "Pays."),
            new FormPair("permissions[1][hasGrantAccess]", "1"),
            new FormPair("permissions[2][hasGrantAccess]", "1"),
            new FormPair("permissions[1][requiresOverride]", "1"));
  }

  @Test
  void emailsAreComparedWholeAndWithoutCase() throws IOException {
    assertThat(activeEmployeesWith("dana@example.test")).containsExactly(501);
    assertThat(activeEmployeesWith("ana@example.test")).isEmpty();
    UserListPage users = UserListPage.parse(PageFixture.page("users"));
    assertThat(users.usersWith("dana@example.TEST"))
        .containsExactly(
            new UserListPage.WebUser(
                7001234, "Dana", "Example", "dana", "DANA@example.test", true));
  }

  private static List<Integer> activeEmployeesWith(String email) throws IOException {
    List<Integer> found = new ArrayList<>();
    byte[] page = PageFixture.html("user-create").getBytes(StandardCharsets.UTF_8);
    UserCreatePage.parse(
        UserCreatePage.read(
            new ByteArrayInputStream(page),
            "/user/create",
            option -> {
              if (option.hasEmail(email)) {
                found.add(option.employeeId());
              }
            }),
        List.of());
    return found;
  }

  @Test
  void aLongListIsLetGoEntryByEntryAndStillKnownToBeWhole() throws IOException {
    byte[] page = PageFixture.html("roster").getBytes(StandardCharsets.UTF_8);
    List<RosterRow> rows = new ArrayList<>();
    Document rest = RosterPage.read(new ByteArrayInputStream(page), "/employee", rows::add);
    assertThat(rows).isEqualTo(RosterPage.parse(PageFixture.page("roster")).rows()).isNotEmpty();
    assertThat(RosterPage.parse(rest).rows()).isEmpty();
    assertThat(RosterPage.parse(rest).siteCodes())
        .isEqualTo(RosterPage.parse(PageFixture.page("roster")).siteCodes());
  }

  @Test
  void aLongListThatEndsEarlyIsNoList() throws IOException {
    String html = PageFixture.html("roster");
    byte[] cut = html.substring(0, html.indexOf("</table>")).getBytes(StandardCharsets.UTF_8);
    Document rest = RosterPage.read(new ByteArrayInputStream(cut), "/employee", row -> {});
    assertThatThrownBy(() -> RosterPage.parse(rest)).isInstanceOf(PageTruncated.class);
  }

  @Test
  void alertsAreReadFromParagraphsAndLists() {
    Document page =
        Markup.document(
            "<div class='alerts alerts-server'><div class='alert alert-danger'><ul><li>First Name"
                + " must be  between\n 1 and 64.</li><li>Two.</li></ul><p>Three.</p></div></div>"
                + "<div class='alerts alerts-js'><div class='alert-danger'><p>no</p></div></div>",
            "/employee/create");
    assertThat(ServerAlerts.of(page))
        .containsExactlyInAnyOrder("First Name must be between 1 and 64.", "Two.", "Three.");
  }

  @Test
  void theLoginPageIsToldFromOthers() {
    assertThat(
            LoginPage.isShownBy(
                Markup.document("<input name='_username'><input name='_password'>", "/login")))
        .isTrue();
    assertThat(LoginPage.isShownBy(PageFixture.page("user-create"))).isFalse();
    assertThat(Skeleton.isIn(PageFixture.page("roster"))).isTrue();
    assertThat(Skeleton.isIn(Markup.document("<h1>Maintenance</h1>", "/"))).isFalse();
  }

  private static Object userCreatePage(Document page) {
    return UserCreatePage.parse(page, List.of());
  }

  private static final Map<String, Function<Document, Object>> PARSERS =
      Map.of(
          "edit", EditPage::parse,
          "create", CreatePage::parse,
          "permissions", PermissionPage::parse,
          "roster", RosterPage::parse,
          "user-create", PagesTest::userCreatePage,
          "user-permissions", UserPermissionPage::parse,
          "users", UserListPage::parse);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          edit        | action="/employee/update"                  | action="/elsewhere"
          edit        | name="employee[isActive]"                  | name="employee[status]"
          edit        | name="posCredential[POSLoginPassword]"     | name="pin"
          edit        | name="employee[startDate]"                 | name=""
          edit        | boac-permission-site-option                | other
          edit        | data-district-id="10" data-on              | data-on
          create      | name="wage[siteId]"                        | name="wage[site]"
          create      | name="employee[firstName]"                 | name="first"
          permissions | page-sub-title                             | other
          permissions | data-manager-override-permissions-set      | data-other
          permissions | [hasGrantAccess]                           | [granted]
          permissions | data-permissions-set="1,2,3"               | data-permissions-set="user.read"
          roster      | table-employees-list                       | table-people
          roster      | class="employees-col-template"             | class="other"
          roster      | /employee/edit/502                         | /people/502
          user-create | name="user[employeeId]"                    | name="who"
          users       | table-users-list                           | other
          users       | class="users-col-email"                    | class="other"
          """)
  void aPageThatLostSomethingIsSaidToHaveChanged(String name, String part, String instead) {
    String html = PageFixture.html(name);
    assertThat(html).contains(part);
    Document page = Markup.document(html.replace(part, instead), "/some/path");
    assertThatThrownBy(() -> PARSERS.get(name).apply(page))
        .isInstanceOf(PageChanged.class)
        .hasMessageContaining("(/some/path)")
        .hasMessageNotContaining("Dana");
  }

  @ParameterizedTest
  @CsvSource({
    "edit,</form>",
    "create,</form>",
    "permissions,</form>",
    "roster,</table>",
    "user-create,</select>",
    "users,</table>"
  })
  void aPageThatEndsTooEarlyIsTruncated(String name, String end) {
    String html = PageFixture.html(name);
    Document page = Markup.document(html.substring(0, html.lastIndexOf(end)), "/p");
    assertThatThrownBy(() -> PARSERS.get(name).apply(page)).isInstanceOf(PageTruncated.class);
  }

  private static List<String> names(FormEntries entries) {
    return entries.pairs().stream().map(FormPair::name).toList();
  }
}
