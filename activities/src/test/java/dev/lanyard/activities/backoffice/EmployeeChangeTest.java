package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.EmployeeChanged;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.hr.PosUserId;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "change employee", on a Backoffice that does as it is told. */
class EmployeeChangeTest {

  private SandboxTenant tenant;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    employeeId = tenant.createAndGrant(tenant.plan()).employeeId();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private ChangeEmployee request(Fields before, Fields wanted, boolean active) {
    return new ChangeEmployee(JANE, employeeId, JANES_ID, active, before.get(), wanted.get());
  }

  private EmployeeChanged change(Fields before, Fields wanted) {
    return change(request(before, wanted, true));
  }

  private EmployeeChanged change(ChangeEmployee request) {
    return tenant.changes(FakeAttempt.first()).changeEmployee(request);
  }

  private List<String> requestsBehindTheLogin() {
    return tenant.requests().stream().filter(r -> !r.contains("/login")).toList();
  }

  static Stream<Arguments> everyField() {
    return Stream.of(
        Arguments.of(Fields.of().names("Janet", "Doe"), "firstName", "\"Janet\""),
        Arguments.of(Fields.of().names("Jane", "van  Example"), "lastName", "\"van  Example\""),
        Arguments.of(Fields.of().phone("(615) 555-9876"), "phone", "\"6155559876\""),
        Arguments.of(Fields.of().phone(""), "phone", "\"\""),
        Arguments.of(Fields.of().email("jd@example.com"), "email", "\"jd@example.com\""),
        Arguments.of(Fields.of().email(""), "email", "\"\""),
        Arguments.of(Fields.of().startDate("2026-06-30"), "startDate", "\"2026-06-30\""),
        Arguments.of(Fields.of().departments(1, 3), "departments", "[\"Cashier\",\"Greeter\"]"),
        Arguments.of(Fields.of().sites(103, 203), "sites", "[\"Creek Wash\",\"Pine Wash\"]"),
        Arguments.of(
            Fields.of().emergency("Dana Example", ""), "emergencyContactName", "\"Dana Example\""),
        Arguments.of(
            Fields.of().emergency("", "555 010-0123"), "emergencyContactPhone", "\"5550100123\""),
        Arguments.of(Fields.of().posUserId(54321), "posUserId", "54321"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("everyField")
  void aFieldIsChangedAndEverythingElseStays(Fields wanted, String key, String stored) {
    JsonNode before = tenant.jane();
    assertThat(change(Fields.jane(), wanted).written()).isTrue();

    JsonNode after = record();
    assertThat(after.path(key)).hasToString(stored);
    assertThat(without(after, key)).isEqualTo(without(before, key));
    assertThat(tenant.writes()).isOne();

    assertThat(change(Fields.jane(), wanted).written()).isFalse();
    assertThat(tenant.writes()).isOne();
  }

  private JsonNode record() {
    for (JsonNode employee : tenant.employees()) {
      if (employee.path("id").asInt() == employeeId) {
        return employee;
      }
    }
    throw new AssertionError("no record");
  }

  private static JsonNode without(JsonNode record, String key) {
    ObjectNode copy = record.deepCopy();
    assertThat(copy.remove(key)).isNotNull();
    return copy;
  }

  @Test
  void allAtOnceTakesFourRequestsAndNothingTheSecondTime() {
    Fields wanted =
        Fields.of()
            .names("Janet", "Dough")
            .phone("6155559876")
            .email("janet@example.com")
            .startDate("2026-06-30")
            .departments(1, 2)
            .sites(102, 201)
            .emergency("Dana Example", "5550100123")
            .posUserId(54321);

    EmployeeChanged changed = change(Fields.jane(), wanted);

    assertThat(changed.written()).isTrue();
    assertThat(changed.rosterSites()).hasSize(2);
    assertThat(requestsBehindTheLogin())
        .containsExactly(
            "GET /employee/edit/" + employeeId,
            "POST /employee/update",
            "GET /employee/edit/" + employeeId,
            "GET /employee");
    assertThat(record().path("firstName").asText()).isEqualTo("Janet");
    assertThat(record().path("sites")).hasToString("[\"Harbor Wash\",\"Canyon Wash\"]");
    assertThat(record().path("active").asBoolean()).isTrue();
    assertThat(record().path("pin").asText()).isEqualTo(SandboxTenant.PIN.digits());
    assertThat(record().path("template").asText()).isEqualTo("General User");

    tenant.forgetRequests();
    assertThat(change(Fields.jane(), wanted).written()).isFalse();
    assertThat(requestsBehindTheLogin())
        .containsExactly("GET /employee/edit/" + employeeId, "GET /employee");
  }

  @Test
  void withoutSitesTheRosterIsNotAsked() {
    change(Fields.jane(), Fields.of().phone("6155559876"));
    assertThat(requestsBehindTheLogin())
        .containsExactly(
            "GET /employee/edit/" + employeeId,
            "POST /employee/update",
            "GET /employee/edit/" + employeeId);
  }

  @Test
  void allSitesAndBackToAListIsNeverWiderThanWanted() {
    assertThat(change(Fields.jane(), Fields.of().allSites(101, 102)).written()).isTrue();
    assertThat(tenant.jane().path("allSites").asBoolean()).isTrue();

    assertThat(change(Fields.of().allSites(101), Fields.of().sites(203)).written()).isTrue();
    assertThat(tenant.jane().path("allSites").asBoolean()).isFalse();
    assertThat(tenant.jane().path("sites")).hasToString("[\"Pine Wash\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"firstName\":\"Zoe\"} | first name",
        "{\"lastName\":\"Zed\"} | last name",
        "{\"phone\":\"6155550000\"} | phone",
        "{\"email\":\"zoe@example.com\"} | e-mail",
        "{\"sites\":[102]} | sites (found sites [102])",
        "{\"sites\":\"all\"} | sites (found all sites)",
        "{\"active\":false} | active (it is disabled)",
      })
  void whatAnotherPersonChangedMeanwhileIsNamedAndNothingIsWritten(String edit, String named) {
    tenant.edit(employeeId, edit);
    JsonNode before = record();

    ApplicationFailure failure =
        last(
            FailureTypes.STATE_CHANGED,
            () ->
                change(
                    Fields.jane(),
                    Fields.of()
                        .names("Janet", "Dough")
                        .phone("6155559876")
                        .email("janet@example.com")
                        .sites(203)));

    assertThat(failure.getOriginalMessage())
        .contains("is no longer what the plan was based on, in: " + named + ". Nothing was written")
        .doesNotContain("Zoe")
        .doesNotContain("Zed");
    assertThat(tenant.writes()).isZero();
    assertThat(record()).isEqualTo(before);
  }

  @Test
  void everyFieldThatChangedMeanwhileIsNamedAtOnceAlsoThoseThatAreOnlyGuarded() {
    tenant.edit(employeeId, "{\"lastName\":\"Zed\",\"phone\":\"6155550000\",\"sites\":[102]}");
    assertThat(
            last(
                    FailureTypes.STATE_CHANGED,
                    () ->
                        change(
                            Fields.jane().departments(1).startDate("2026-01-01"),
                            Fields.of().email("janet@example.com")))
                .getOriginalMessage())
        .contains(
            "in: last name, phone, start date, departments (planned on [1], found [3]), sites"
                + " (found sites [102]).");
  }

  @Test
  void fieldsThatThePlanDidNotLookAtMayHaveChanged() {
    tenant.edit(employeeId, "{\"phone\":\"6155550000\",\"sites\":[102]}");
    assertThat(
            change(
                    Fields.of().email("jane.doe@example.com"),
                    Fields.of().email("janet@example.com"))
                .written())
        .isTrue();
    assertThat(tenant.jane().path("phone").asText()).isEqualTo("6155550000");
    assertThat(tenant.jane().path("sites")).hasToString("[\"Harbor Wash\"]");
  }

  @Test
  void whatAnotherPersonDidAsWantedIsNotWrittenAgain() {
    tenant.edit(employeeId, "{\"phone\":\"(615) 555-9876\",\"sites\":[203]}");
    assertThat(change(Fields.jane(), Fields.of().phone("6155559876").sites(203)).written())
        .isFalse();
    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane().path("phone").asText()).isEqualTo("(615) 555-9876");
  }

  @Test
  void aWishThatIsHalfDoneIsFinished() {
    tenant.edit(employeeId, "{\"phone\":\"6155559876\"}");
    assertThat(change(Fields.jane(), Fields.of().phone("6155559876").sites(203)).written())
        .isTrue();
    assertThat(tenant.jane().path("sites")).hasToString("[\"Pine Wash\"]");
  }

  @Test
  void aDisabledRecordIsChangedAndStaysDisabled() {
    tenant.edit(employeeId, "{\"active\":false}");
    ChangeEmployee request =
        request(Fields.jane(), Fields.of().phone("6155559876").sites(203), false);
    assertThat(change(request).written()).isTrue();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
    assertThat(tenant.jane().path("phone").asText()).isEqualTo("6155559876");

    // And one that somebody reactivated meanwhile is not what the plan was based on.
    tenant.edit(employeeId, "{\"active\":true}");
    assertThat(
            last(
                    FailureTypes.STATE_CHANGED,
                    () -> change(request(Fields.of(), Fields.of().email("j@example.com"), false)))
                .getOriginalMessage())
        .contains("active (it is active)");
  }

  @Test
  void anotherPersonsRecordIsNotTouched() {
    employeeId = tenant.somebody(true).path("id").asInt();
    last(FailureTypes.NOT_OURS, () -> change(Fields.of(), Fields.of().phone("6155559876")));
    employeeId = 99_999;
    last(
        FailureTypes.EMPLOYEE_NOT_FOUND,
        () -> change(Fields.of(), Fields.of().phone("6155559876")));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aRefusalCarriesTheServersWordsWithoutPersonalValues() {
    JsonNode other = tenant.somebody(true);
    JsonNode before = tenant.jane();
    assertThat(
            last(
                    FailureTypes.BACKOFFICE_DUPLICATE,
                    () -> change(Fields.jane(), Fields.of().email(other.path("email").asText())))
                .getOriginalMessage())
        .contains("The email address is already taken by another employee or Back Office user.");
    assertThat(
            last(
                    FailureTypes.BACKOFFICE_DUPLICATE,
                    () ->
                        change(
                            Fields.jane(), Fields.of().posUserId(other.path("posUserId").asInt())))
                .getOriginalMessage())
        .contains("The POS Login ID already exists.");
    assertThat(tenant.jane()).isEqualTo(before);
  }

  @Test
  void aNameInTheServersWordsIsRedacted() {
    tenant.setting("duplicateEmailText", "Taken by Janet Dough.");
    String taken = tenant.somebody(true).path("email").asText();
    assertThat(
            last(
                    FailureTypes.BACKOFFICE_DUPLICATE,
                    () -> change(Fields.jane(), Fields.of().names("Janet", "Dough").email(taken)))
                .getOriginalMessage())
        .contains("Taken by [redacted] [redacted].");
  }

  @Test
  void everyProblemOfTheRequestIsToldBeforeAnythingIsAsked() {
    assertThat(
            last(
                    FailureTypes.INPUT_REFUSED,
                    () ->
                        change(
                            Fields.of(),
                            Fields.of().names(" ", "").sites().link("hr-1").posUserId(0)))
                .getOriginalMessage())
        .contains(
            "the first name is blank; the last name is blank; the sites are none; no link field is"
                + " configured (lanyard.backoffice.link-field); the link is not this person's"
                + " employee number; the POS user ID is no number from 1 to 999999999. Nothing was"
                + " asked");
    assertThat(
            last(FailureTypes.INPUT_REFUSED, () -> change(Fields.jane(), Fields.of()))
                .getOriginalMessage())
        .contains("nothing is wanted");
    assertThat(tenant.requests()).isEmpty();
  }

  @Test
  void everyFieldsLimitsAreCheckedBeforeAnythingIsAsked() {
    String long64 = "x".repeat(65);
    assertThat(
            last(
                    FailureTypes.INPUT_REFUSED,
                    () ->
                        change(
                            Fields.jane(),
                            Fields.of()
                                .names("<b>Jane", long64)
                                .phone("call me")
                                .email("jane at example.com")
                                .startDate("1926-05-01")
                                .emergency("Da\u202Ena", "911")))
                .getOriginalMessage())
        .contains(
            "the first name must not contain",
            "the last name must have at most 64 characters",
            "the phone must have 9 or 10 digits",
            "the e-mail is no address",
            "the start date must lie between 2000 and 2099",
            "the emergency contact's name must not contain",
            "the emergency contact's phone must have 9 or 10 digits")
        .doesNotContain("<b>", long64, "jane at", "911");
    assertThat(tenant.requests()).isEmpty();
  }

  @Test
  void whatStandsThereAlreadyMayBeAsOldRecordsAre() {
    tenant.edit(employeeId, "{\"phone\":\"555-0100\"}");
    Fields old = Fields.of().phone("555-0100");
    assertThat(
            change(Fields.of().phone("555-0100").names("Jane", "Doe"), old.names("Janet", "Doe"))
                .written())
        .isTrue();
    assertThat(tenant.jane().path("phone").asText()).isEqualTo("555-0100");
  }

  @Test
  void theLinkFieldTakesOurNumberAndGivesItBackAndNeverAForeignOne() {
    tenant.linkField = LinkField.ADP_EMPLOYEE_ID;
    Fields linked = Fields.of().link(JANE.value());
    assertThat(change(Fields.of(), linked).written()).isTrue();
    assertThat(tenant.jane().path("adpEmployeeId").asText()).isEqualTo(JANE.value());
    assertThat(change(linked, Fields.of().link("")).written()).isTrue();
    assertThat(tenant.jane().path("adpEmployeeId").asText()).isEmpty();

    tenant.edit(employeeId, "{\"adpEmployeeId\":\"hr-999\"}");
    tenant.forgetRequests();
    last(FailureTypes.STATE_CHANGED, () -> change(Fields.of(), linked));
    last(FailureTypes.NOT_OURS, () -> change(Fields.of().link("hr-999"), linked));
    last(FailureTypes.NOT_OURS, () -> change(Fields.of().link("hr-999"), Fields.of().link("")));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void sitesAndDepartmentsThatTheFormDoesNotOfferAreNotWritten() {
    assertThat(
            last(
                    FailureTypes.STATE_CHANGED,
                    () -> change(Fields.jane(), Fields.of().sites(101, 999).departments(3, 77)))
                .getOriginalMessage())
        .contains("no longer offers site 999, department 77");
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"edit", "read-back"})
  void anEditInBetweenShowsUnlessTheWriteCoveredIt(String when) {
    // Before the read-back: what nobody wanted has changed. Before the write: the whole form is
    // posted over it, which no server of this kind can prevent (section 15), so only what lies
    // outside the form stays.
    String change = "{\"firstName\":\"Zoe\"}";
    tenant.fault(
        when.equals("edit") ? "POST" : "GET",
        when.equals("edit") ? "/employee/update" : "/employee/edit/" + employeeId,
        "edit-in-between",
        (when.equals("edit") ? "" : ",\"nth\":2") + ",\"body\":" + change);
    Fields wanted = Fields.of().phone("6155559876");
    if (when.equals("edit")) {
      assertThat(change(Fields.jane(), wanted).written()).isTrue();
      assertThat(tenant.jane().path("firstName").asText()).isEqualTo("Jane");
    } else {
      assertThat(
              last(FailureTypes.NOT_APPLIED, () -> change(Fields.jane(), wanted))
                  .getOriginalMessage())
          .contains("is not as planned in: first name (was not to change, and did)");
      assertThat(tenant.jane().path("phone").asText()).isEqualTo("6155559876");
    }
  }

  @Test
  void somebodyWhoDisablesBeforeTheReadBackIsSeen() {
    tenant.fault(
        "GET",
        "/employee/edit/" + employeeId,
        "edit-in-between",
        ",\"nth\":2,\"body\":{\"active\":false,\"sites\":[102],\"pin\":55555}");
    assertThat(
            last(
                    FailureTypes.NOT_APPLIED,
                    () -> change(Fields.jane(), Fields.of().phone("6155559876").sites(203)))
                .getOriginalMessage())
        .contains(
            "in: sites (planned sites [203], found sites [102]), active (it is disabled), PIN (was"
                + " not to change, and did).")
        .doesNotContain("55555,");
  }

  @Test
  void aRosterThatShowsOtherSitesThanTheEditPageIsNotBelieved() {
    tenant.fault(
        "GET",
        "/employee",
        "status",
        FakedRoster.row(employeeId, JANES_ID.value(), "W37135", "General User", true));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> change(Fields.jane(), Fields.of().sites(203)))
                .getOriginalMessage())
        .contains("is not as planned in: sites (the roster shows [W37135]).");
  }

  @Test
  void aSiteThatOnlyTheRosterKnowsIsOneTooMany() {
    tenant.fault(
        "GET",
        "/employee",
        "status",
        FakedRoster.row(employeeId, JANES_ID.value(), "X203, GHOST", "General User", true));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> change(Fields.jane(), Fields.of().sites(203)))
                .getOriginalMessage())
        .contains("is not as planned in: sites (the roster shows [X203, GHOST]).");
  }

  /** A form without what the bot does not see would take it away from her. */
  @Test
  void whileAConfiguredSiteIsHiddenNothingIsWritten() {
    tenant.edit(employeeId, "{\"sites\":[101,203]}");
    tenant.expectedSites = Set.of("Wash 37135", "Pine Wash");
    tenant.hideSites(203);
    JsonNode before = tenant.jane();
    Fields based = Fields.of().sites(101, 203);
    for (Fields wanted : List.of(Fields.of().sites(102), Fields.of().phone("6155559876"))) {
      assertThat(last(FailureTypes.SITES_HIDDEN, () -> change(based, wanted)).getOriginalMessage())
          .contains("hidden from it: \"Pine Wash\"")
          .endsWith("Nothing was written.");
    }
    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane()).isEqualTo(before);
    tenant.hideSites();
    assertThat(change(Fields.jane().sites(101, 203), Fields.of().phone("6155559876")).written())
        .isTrue();
    assertThat(tenant.jane().path("sites")).isEqualTo(before.path("sites"));
  }

  @Test
  void aRosterWithoutTheRowIsNotBelieved() {
    tenant.fault(
        "GET", "/employee", "status", FakedRoster.row(1, JANES_ID.value(), "X203", "None", true));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> change(Fields.jane(), Fields.of().sites(203)))
                .getOriginalMessage())
        .contains("is not as planned in: roster (no row of this employee).");
  }

  @Test
  void aRecordWithAnotherPosUserIdThanWantedIsStillOurs() {
    EmployeeFields wanted = Fields.of().posUserId(54321).get();
    ChangeEmployee request =
        new ChangeEmployee(JANE, employeeId, JANES_ID, true, EmployeeFields.NONE, wanted);
    assertThat(change(request).written()).isTrue();
    assertThat(change(request).written()).isFalse();
    assertThat(tenant.records(PosUserId.of(54321))).hasSize(1);
  }
}
