package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.page;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.client.ScriptedBackoffice;
import dev.lanyard.activities.backoffice.page.PageFixture;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.LaborSchedule;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.Salary;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.hr.PosUserId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each change sends, to the letter; the pages are the protocol's own (section 0.2). */
class ChangeBodiesTest {

  private static final PosUserId DANAS_ID = PosUserId.of(70123);
  private static final Duration SETTLE = Duration.ofSeconds(21);

  /** The form of the edit page, one pair a line, without what the tests change. */
  private static final String IDS = "employee[id]=501\nposCredential[id]=440\n";

  private final FakeAttempt attempt = FakeAttempt.first();
  private ScriptedBackoffice backoffice;

  @BeforeEach
  void start() throws IOException {
    backoffice = new ScriptedBackoffice();
    backoffice
        .on("POST /employee/update", redirect("/employee"))
        .on("POST /employee/permissions/update", redirect("/employee"))
        .on("POST /employee/compensation/update", redirect("/employee"))
        .on("GET /employee", page("roster"));
  }

  @AfterEach
  void close() {
    backoffice.close();
  }

  private static MockResponse edit(String... fromTo) {
    return html(200, replaced(PageFixture.html("edit"), fromTo));
  }

  private static String replaced(String html, String... fromTo) {
    String changed = html;
    for (int i = 0; i < fromTo.length; i += 2) {
      assertThat(changed).contains(fromTo[i]);
      changed = changed.replace(fromTo[i], fromTo[i + 1]);
    }
    return changed;
  }

  private RecordWriting writing() {
    return new RecordWriting(backoffice.client(), SETTLE);
  }

  /** The pages do not answer to writes, so each of these ends in the read-back. */
  private String sent(ThrowingCallable change) {
    Refusals.last(FailureTypes.NOT_APPLIED, change);
    assertThat(backoffice.bodies()).hasSize(1);
    return backoffice.bodies().get(0);
  }

  @Test
  void aChangePostsTheFormAsItWasReadWithTheWantedFieldsInPlace() {
    backoffice.on("GET /employee/edit/501", edit());
    EmployeeFields wanted =
        Fields.of().phone("(555) 010-0199").departments(1, 2).sites(102, 203).get();
    EmployeeFields before = Fields.of().phone("5550100123").departments(2, 3).sites(101).get();

    assertThat(
            sent(
                () ->
                    new EmployeeChange(writing(), LinkField.NONE)
                        .change(
                            new ChangeEmployee(JANE, 501, DANAS_ID, true, before, wanted),
                            attempt)))
        .isEqualTo(
            IDS
                + """
                employee[firstName]= Dana
                employee[lastName]=O'Example & Sons
                employee[phone]=5550100199
                employee[email]=Dana@example.test
                employee[startDate]=04/13/2026
                employee[isActive]=1
                posCredential[POSLoginID]=70123
                posCredential[POSLoginPassword]=48213
                employee[emergencyContactName]=Lee Sample
                employee[emergencyContactPhone]=
                employee[adpEmployeeId]=hr-7
                employee[futureField]=kept
                employee[disabledDistricts][]=11
                employee[sites][102][siteId]=102
                employee[sites][203][siteId]=203
                employee[departments][]=1
                employee[departments][]=2""");
    assertThat(backoffice.requests())
        .containsExactly(
            "GET /employee/edit/501", "POST /employee/update", "GET /employee/edit/501");
  }

  @Test
  void aDisabledRecordIsPostedWithoutTheActiveFlag() {
    backoffice.on("GET /employee/edit/501", edit("data-off=\"Inactive\" checked>", ">"));
    String body =
        sent(
            () ->
                new EmployeeChange(writing(), LinkField.NONE)
                    .change(
                        new ChangeEmployee(
                            JANE,
                            501,
                            DANAS_ID,
                            false,
                            Fields.of().email("dana@EXAMPLE.test").get(),
                            Fields.of().email("d@example.test").get()),
                        attempt));
    assertThat(body).contains("employee[email]=d@example.test").doesNotContain("isActive");
    // The sites that were not wanted go back as they came, as a browser sends them.
    assertThat(body)
        .contains("employee[disabledDistricts][]=11")
        .contains("employee[sites][101][siteId]=101")
        .contains("employee[disabledRegions][]=2")
        .doesNotContain("isAvailable");
  }

  @Test
  void anotherPinIsTheOnlyOtherPair() {
    backoffice.on("GET /employee/edit/501", edit());
    String body =
        sent(
            () ->
                new PinChange(writing(), LinkField.NONE)
                    .change(
                        new ChangePin(
                            JANE, 501, DANAS_ID, true, EmployeeFields.NONE, Optional.empty(), null),
                        Pin.of(70707),
                        Optional.of(Pin.of(48213)),
                        attempt));
    assertThat(body.lines())
        .containsExactly(
            "employee[id]=501",
            "posCredential[id]=440",
            "employee[firstName]= Dana",
            "employee[lastName]=O'Example & Sons",
            "employee[phone]=(555) 010-0123",
            "employee[email]=Dana@example.test",
            "employee[departments][]=3",
            "employee[departments][]=2",
            "employee[startDate]=04/13/2026",
            "employee[isActive]=1",
            "employee[sites][101][siteId]=101",
            "employee[disabledDistricts][]=11",
            "employee[disabledRegions][]=2",
            "posCredential[POSLoginID]=70123",
            "posCredential[POSLoginPassword]=70707",
            "employee[emergencyContactName]=Lee Sample",
            "employee[emergencyContactPhone]=",
            "employee[adpEmployeeId]=hr-7",
            "employee[futureField]=kept");
  }

  @Test
  void aReactivationStatesSitesAndTheActiveFlagWhateverTheFormHad() {
    backoffice.on("GET /employee/edit/501", edit("data-off=\"Inactive\" checked>", ">"));
    EmployeeFields as =
        Fields.of()
            .names("Dana", "O'Example & Sons")
            .phone("5550100123")
            .email("dana@example.test")
            .startDate("2026-04-13")
            .departments(2, 3)
            .sites(101)
            .get();
    assertThat(
            sent(
                () ->
                    new EmployeeReactivation(writing(), LinkField.NONE)
                        .reactivate(
                            new ReactivateEmployee(JANE, 501, DANAS_ID, as, as, null),
                            Pin.of(70707),
                            attempt)))
        .isEqualTo(
            IDS
                + """
                employee[firstName]= Dana
                employee[lastName]=O'Example & Sons
                employee[phone]=(555) 010-0123
                employee[email]=Dana@example.test
                employee[departments][]=3
                employee[departments][]=2
                employee[startDate]=04/13/2026
                posCredential[POSLoginID]=70123
                posCredential[POSLoginPassword]=70707
                employee[emergencyContactName]=Lee Sample
                employee[emergencyContactPhone]=
                employee[adpEmployeeId]=hr-7
                employee[futureField]=kept
                employee[disabledRegions][]=2
                employee[disabledDistricts][]=11
                employee[sites][101][siteId]=101
                employee[isActive]=1""");
  }

  private String permissions(
      String html, Optional<TemplateRef> template, Optional<PermissionGrants> single) {
    backoffice.on("GET /employee/permissions/501", html(200, html));
    PermissionGrants before = new PermissionGrants(List.of(2, 3), List.of(2));
    return sent(
        () ->
            new PermissionChange(backoffice.client(), SETTLE)
                .set(new SetPermissions(501, DANAS_ID, true, before, template, single), attempt));
  }

  private static Optional<PermissionGrants> single(List<Integer> grants, List<Integer> overrides) {
    return Optional.of(new PermissionGrants(grants, overrides));
  }

  private static final String MATRIX =
      """
      employeeId=501
      templateId=%s
      hasActionApprovalAuthority=%s
      permissions[1][id]=1
      permissions[1][label]=Action Approval Authority
      permissions[1][description]=Everything.
      %spermissions[1][id]=1
      permissions[1][label]=Manager Approval
      permissions[1][description]=Approves.
      permissions[2][id]=2
      permissions[2][label]=Return Transaction
      permissions[2][description]=Returns.
      permissions[3][id]=3
      permissions[3][label]=Paid In
      permissions[3][description]=Pays.
      """;

  private static final String BLOCK_A = "permissions[1][requiresOverride]=0\n";

  @Test
  void singlePermissionsAreTheWholeMatrixWithBlockAAsItStands() {
    assertThat(
            permissions(
                PageFixture.html("permissions"),
                Optional.empty(),
                single(List.of(1, 3), List.of(1))))
        .isEqualTo(
            MATRIX.formatted("", "0", BLOCK_A)
                + "permissions[1][hasGrantAccess]=1\n"
                + "permissions[3][hasGrantAccess]=1\n"
                + "permissions[1][requiresOverride]=1");
  }

  @Test
  void everythingByHandIsTheAuthorityAsTheScriptWouldSetIt() {
    assertThat(
            permissions(
                PageFixture.html("permissions"),
                Optional.empty(),
                single(List.of(1, 2, 3), List.of())))
        .isEqualTo(
            MATRIX.formatted("", "1", BLOCK_A)
                + "permissions[1][hasGrantAccess]=1\n"
                + "permissions[2][hasGrantAccess]=1\n"
                + "permissions[3][hasGrantAccess]=1");
  }

  @Test
  void theAuthoritysSwitchIsNotSentOnceItsPermissionIsTaken() {
    backoffice.on(
        "GET /employee/permissions/501",
        html(
            200,
            replaced(
                PageFixture.html("permissions"),
                "name=\"hasActionApprovalAuthority\" value=\"0\"",
                "name=\"hasActionApprovalAuthority\" value=\"1\"",
                "id=\"action-approval-authority\"",
                "checked id=\"action-approval-authority\"")));
    PermissionGrants everything = new PermissionGrants(List.of(1, 2, 3), List.of());
    assertThat(
            sent(
                () ->
                    new PermissionChange(backoffice.client(), SETTLE)
                        .set(
                            new SetPermissions(
                                501,
                                DANAS_ID,
                                true,
                                everything,
                                Optional.empty(),
                                single(List.of(3), List.of())),
                            attempt)))
        .isEqualTo(MATRIX.formatted("", "0", BLOCK_A) + "permissions[3][hasGrantAccess]=1");
  }

  @Test
  void aTemplateIsTheMatrixOfItsPermissionsWithItsId() {
    assertThat(
            permissions(
                PageFixture.html("permissions"),
                Optional.of(new TemplateRef(6, "Shift Leader", List.of(1, 2), List.of(1, 2))),
                Optional.empty()))
        .isEqualTo(
            MATRIX.formatted("6", "0", "")
                + "permissions[1][hasGrantAccess]=1\n"
                + "permissions[2][hasGrantAccess]=1\n"
                + "permissions[1][requiresOverride]=1\n"
                + "permissions[2][requiresOverride]=1");
    assertThat(backoffice.requests())
        .containsExactly(
            "GET /employee",
            "GET /employee/permissions/501",
            "POST /employee/permissions/update",
            "GET /employee/permissions/501");
  }

  private static final Wage DANAS_WAGE =
      new Wage(
          Optional.of(new BigDecimal("1014.75")),
          Optional.empty(),
          true,
          Optional.of(new BigDecimal("1522.13")),
          LocalDate.of(2025, 7, 7),
          Optional.empty());

  private void record(
      Optional<Wage> before, Optional<String> hourly, Optional<Salary> salary, boolean mayMove) {
    new WageRecording(backoffice.client(), SETTLE, EnumSet.allOf(Unproven.class))
        .record(
            new RecordWage(
                501,
                DANAS_ID,
                true,
                before,
                hourly.map(BigDecimal::new),
                salary,
                Optional.empty(),
                LocalDate.of(2026, 9, 1),
                mayMove),
            attempt);
  }

  @Test
  void anHourlyWageIsTheBlankFormWithRateDateAndOvertime() {
    backoffice.on("GET /employee/compensation/501", page("compensation"));
    assertThat(
            sent(() -> record(Optional.of(DANAS_WAGE), Optional.of("20"), Optional.empty(), false)))
        .isEqualTo(
            """
            employeeId=501
            wage[effectiveDate]=09/01/2026
            wage[isHourly]=1
            wage[regularRate]=20.00
            wage[salaryRate]=
            wage[hoursPerWeek]=
            wage[ignoreSalarySchedule]=1
            wage[scheduleDay][0][startTime]=
            wage[scheduleDay][0][endTime]=
            wage[isOvertimeEligible]=1
            wage[overtimeRate]=30.00""");
  }

  @Test
  void aSalaryWithAScheduleIsWhatTheFormSuggests() {
    backoffice.on("GET /employee/compensation/501", page("compensation"));
    Salary salary =
        new Salary(
            new BigDecimal("52000"),
            Optional.of(new BigDecimal("40")),
            Optional.of(
                new LaborSchedule(
                    new SiteRef(101, "Harbor Wash"),
                    List.of(new LaborSchedule.Shift(0, "08:00 AM", "04:00 PM")))));
    assertThat(
            sent(
                () ->
                    record(Optional.of(DANAS_WAGE), Optional.empty(), Optional.of(salary), false)))
        .isEqualTo(
            """
            employeeId=501
            wage[effectiveDate]=09/01/2026
            wage[isHourly]=0
            wage[salaryRate]=52000.00
            wage[hoursPerWeek]=40
            wage[ignoreSalarySchedule]=0
            wage[scheduleDay][0][startTime]=08:00 AM
            wage[scheduleDay][0][endTime]=04:00 PM
            wage[siteId]=101""");
  }

  @Test
  void aFirstWageIsOnTheDayThatThePageAllowsOrIsRefused() {
    String none =
        PageFixture.html("compensation").replaceAll("(?s)<tbody>.*</tbody>", "<tbody></tbody>");
    backoffice.on("GET /employee/compensation/501", html(200, none));
    assertThat(
            Refusals.last(
                    FailureTypes.INPUT_REFUSED,
                    () -> record(Optional.empty(), Optional.of("20"), Optional.empty(), false))
                .getOriginalMessage())
        .contains("Backoffice takes a first wage on 2025-07-08 only");
    assertThat(backoffice.bodies()).isEmpty();

    assertThat(sent(() -> record(Optional.empty(), Optional.of("20"), Optional.empty(), true)))
        .contains("wage[effectiveDate]=07/08/2025")
        .doesNotContain("isOvertimeEligible")
        .doesNotContain("overtimeRate");
  }

  @Test
  void aWagesRefusalCarriesTheServersWordsWithoutTheName() {
    backoffice
        .on(
            "POST /employee/compensation/update",
            redirect("/employee/compensation/501?actionXfer=Ab3dE5gH"))
        .on(
            "GET /employee/compensation/501",
            page("compensation"),
            html(
                200,
                replaced(
                    PageFixture.html("compensation"),
                    "<div class=\"alerts alerts-server\"></div>",
                    "<div class=\"alerts alerts-server\"><div class=\"alert alert-danger\">"
                        + "<p>Dana has a wage already.</p></div></div>")));
    assertThat(
            Refusals.last(
                    FailureTypes.BACKOFFICE_DUPLICATE,
                    () ->
                        BackofficeFailures.translated(
                            () -> {
                              record(
                                  Optional.of(DANAS_WAGE),
                                  Optional.of("20"),
                                  Optional.empty(),
                                  false);
                              return true;
                            }))
                .getOriginalMessage())
        .contains(": \"[redacted] has a wage already.\".");
  }

  /** Where a success of this write ends was never captured, so the history decides. */
  @ParameterizedTest
  @CsvSource({
    "/employee, NOT_APPLIED",
    "/employee/compensation/501, NOT_APPLIED",
    "/employee/compensation/501?actionXfer=Ab3dE5gH, BACKOFFICE_REFUSED",
    "/employee/compensation/502, PAGE_CHANGED",
    "/user, PAGE_CHANGED",
  })
  void whereAWagesAnswerLeadsToIsSuccessOrRefusalOrUnknown(String location, String type) {
    backoffice
        .on("POST /employee/compensation/update", redirect(location))
        .on("GET /employee/compensation/501", page("compensation"));
    Refusals.last(
        type,
        () ->
            BackofficeFailures.translated(
                () -> {
                  record(Optional.of(DANAS_WAGE), Optional.of("20"), Optional.empty(), false);
                  return true;
                }));
    assertThat(backoffice.bodies()).hasSize(1);
  }
}
