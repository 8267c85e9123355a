package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.WebUserCandidate;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding and listing web users, and asking for a free user name. */
class WebUserSearchTest {

  private static final int MANAGER = 3_310_002;

  private SandboxTenant tenant;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private WebUsersFound find(FindWebUsers request) {
    return tenant.webUsers(FakeAttempt.first()).find(request);
  }

  private static FindWebUsers by(String first, String last, String email, String username) {
    return new FindWebUsers(
        Optional.empty(),
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        Optional.ofNullable(email),
        Optional.ofNullable(username));
  }

  /** The employee that the sandbox's second web user is linked to. */
  private JsonNode linkedEmployee() {
    return tenant.employees().get(0);
  }

  private static String text(JsonNode employee, String field) {
    return employee.path(field).asText().strip();
  }

  @Test
  void theWebUserOfAnEmployeeIsLinkedByEmailAndName() {
    JsonNode employee = linkedEmployee();
    tenant.forgetRequests();

    WebUsersFound found = find(FindWebUsers.ofEmployee(employee.path("id").asInt()));

    assertThat(found.candidates())
        .containsExactly(
            new WebUserCandidate(
                new WebUserRow(
                    MANAGER,
                    "first.manager",
                    text(employee, "firstName"),
                    text(employee, "lastName"),
                    text(employee, "email"),
                    true),
                true,
                false,
                true,
                true));
    assertThat(found.complete()).isTrue();
    assertThat(found.caveats()).isEmpty();
    assertThat(tenant.requests())
        .endsWith("GET /employee/edit/401", "GET /user", "GET /user", "GET /user/create");
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void theLoginOutlivesItsDisabledEmployeeAndIsStillFound() {
    int employee = linkedEmployee().path("id").asInt();
    tenant.call("POST", "employees/" + employee, "{\"active\":false}");

    assertThat(find(FindWebUsers.ofEmployee(employee)).linked())
        .extracting(WebUserRow::userId, WebUserRow::active)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(MANAGER, true));
  }

  @Test
  void theSameNameAloneIsNeverLinked() {
    JsonNode employee = linkedEmployee();
    tenant
        .person()
        .addsUser(
            text(employee, "firstName"),
            text(employee, "lastName"),
            "namesake@example.test",
            "namesake");

    WebUsersFound found = find(FindWebUsers.ofEmployee(employee.path("id").asInt()));

    assertThat(found.linked()).extracting(WebUserRow::userId).containsExactly(MANAGER);
    assertThat(found.candidates())
        .extracting(c -> c.user().username(), WebUserCandidate::linked)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first.manager", true),
            org.assertj.core.groups.Tuple.tuple("namesake", false));
  }

  @Test
  void anotherPersonsWebUserWithTheSameEmailIsShownAndNotLinked() {
    JsonNode employee = linkedEmployee();
    tenant.setting("emailUnique", "false");
    tenant.person().addsUser("Dana", "Example", text(employee, "email"), "dana_example");

    WebUsersFound found = find(FindWebUsers.ofEmployee(employee.path("id").asInt()));

    assertThat(found.linked()).extracting(WebUserRow::userId).containsExactly(MANAGER);
    assertThat(found.candidates())
        .anySatisfy(
            candidate -> {
              assertThat(candidate.user().username()).isEqualTo("dana_example");
              assertThat(candidate.sameEmail()).isTrue();
              assertThat(candidate.sameName()).isFalse();
              assertThat(candidate.linked()).isFalse();
            });
  }

  @Test
  void anEmailThatAnotherEmployeeHasTooProvesNothing() {
    JsonNode employee = linkedEmployee();
    int other = tenant.employees().get(1).path("id").asInt();
    tenant.call(
        "POST",
        "employees/" + other,
        "{\"active\":true,\"email\":\"" + text(employee, "email") + "\"}");

    WebUsersFound found = find(FindWebUsers.ofEmployee(employee.path("id").asInt()));

    assertThat(found.linked()).isEmpty();
    assertThat(found.candidates()).singleElement().matches(WebUserCandidate::sameEmail);
    assertThat(found.caveats())
        .singleElement()
        .asString()
        .isEqualTo("the e-mail is also that of employee [" + other + "], so it proves nothing");
  }

  @Test
  void withoutAnEmailNobodyIsLinked() {
    JsonNode employee = linkedEmployee();
    tenant.call("POST", "employees/" + employee.path("id").asInt(), "{\"email\":\"\"}");

    WebUsersFound found = find(FindWebUsers.ofEmployee(employee.path("id").asInt()));

    assertThat(found.linked()).isEmpty();
    assertThat(found.candidates()).hasSize(1);
    assertThat(found.caveats()).singleElement().asString().contains("no e-mail is known");
  }

  @Test
  void emailUserNameAndNameAreEvidenceOfTheirOwn() {
    JsonNode employee = linkedEmployee();
    String email = text(employee, "email");
    String first = text(employee, "firstName");
    String last = text(employee, "lastName");

    assertThat(find(by(null, null, email.toUpperCase(java.util.Locale.ROOT), null)).candidates())
        .singleElement()
        .satisfies(c -> assertThat(c.sameEmail() && !c.linked() && !c.sameName()).isTrue());
    assertThat(find(by(null, null, null, "FIRST.manager".toLowerCase(java.util.Locale.ROOT))))
        .satisfies(
            found ->
                assertThat(found.candidates())
                    .singleElement()
                    .matches(WebUserCandidate::sameUsername)
                    .matches(c -> !c.linked()));
    assertThat(find(by(first, last, null, null)).candidates())
        .singleElement()
        .matches(WebUserCandidate::sameName)
        .matches(c -> !c.linked());
    assertThat(find(by(first, last, email, null)).linked()).hasSize(1);
    // The server's filters compare beginnings; ours compare whole.
    assertThat(find(by(null, null, null, "first.manage")).candidates()).isEmpty();
  }

  @Test
  void theFifthPageIsLookedThroughToo() {
    PersonAtBackoffice person = tenant.person();
    for (int i = 0; i < 60; i++) {
      person.addsUser("Jane", "Doe", "jane" + i + "@example.test", "jane" + (100 + i));
    }
    tenant.forgetRequests();

    WebUsersFound found = find(by("Jane", "Doe", "jane59@example.test", null));

    assertThat(found.complete()).isTrue();
    assertThat(found.candidates()).hasSize(60);
    assertThat(found.linked()).extracting(WebUserRow::email).containsExactly("jane59@example.test");
    assertThat(found.candidates().get(0).linked()).isTrue();
    assertThat(tenant.count("GET /user/2")).isOne();
    assertThat(tenant.count("GET /user/3")).isOne();
    assertThat(tenant.count("GET /user/4")).isZero();
  }

  @Test
  void mistakesAreRefusedTogetherBeforeAnyRequest() {
    tenant.forgetRequests();
    // Not by way of Refusals: the rule's own example has an @.
    ApplicationFailure failure =
        catchThrowableOfType(
            ApplicationFailure.class, () -> find(by("Jane", null, "no address", " blank ")));
    assertThat(failure.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage())
        .contains("email must")
        .contains("username must")
        .contains("lastName is missing");
    last(FailureTypes.INPUT_REFUSED, () -> find(by(null, null, null, null)));
    assertThat(tenant.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-found", "redirect"})
  void anEmployeeThatIsGoneIsSaid(String unknownEmployee) {
    tenant.setting("unknownEmployee", unknownEmployee);
    last(FailureTypes.EMPLOYEE_NOT_FOUND, () -> find(FindWebUsers.ofEmployee(99_999)));
  }

  @Test
  void faultsOfTheListAreFailures() {
    FindWebUsers request = FindWebUsers.ofEmployee(401);
    tenant.fault("GET", "/user", "changed-markup");
    last(FailureTypes.PAGE_CHANGED, () -> find(request));
    for (String kind :
        List.of("truncated-body", "maintenance-page", "status", "cut-after-commit")) {
      tenant.fault("GET", "/user", kind);
      retried(FailureTypes.BACKOFFICE_OUTAGE, () -> find(request));
    }
    tenant.fault("GET", "/user/create", "status", ",\"status\":429");
    retried(FailureTypes.RATE_LIMITED, () -> find(request));
    tenant.fault("GET", "/user", "login-redirect");
    assertThat(find(request).linked()).hasSize(1);
  }

  private WebUserList list(String name, String email, String username, String status, int page) {
    return tenant
        .webUsers(FakeAttempt.first())
        .list(
            new WebUserQuery(
                Optional.ofNullable(name),
                Optional.ofNullable(email),
                Optional.ofNullable(username),
                status,
                page));
  }

  @Test
  void theListIsNarrowedByEachFilter() {
    tenant
        .person()
        .addsUser("Jane", "Doe", "jane@example.test", "jane_doe")
        .addsUser("Doe", "Jackson", "jackson@example.test", "jackson")
        .disablesUser(3_310_004);

    assertThat(names(list(null, null, null, null, 0)))
        .containsExactly("first.manager", "jackson", "jane_doe", "lanyard.bot");
    assertThat(names(list("doe", null, null, null, 1))).containsExactly("jackson", "jane_doe");
    assertThat(names(list("Jane Doe", null, null, "all", 1))).containsExactly("jane_doe");
    assertThat(names(list(null, "JANE@", null, "all", 1))).containsExactly("jane_doe");
    assertThat(names(list(null, null, "lanyard", "all", 1))).containsExactly("lanyard.bot");
    assertThat(names(list(null, null, null, "inactive", 1))).containsExactly("jackson");
    assertThat(names(list(null, null, null, "active", 1))).doesNotContain("jackson").hasSize(3);
    assertThat(names(list("nobody", null, null, null, 1))).isEmpty();
  }

  private static List<String> names(WebUserList list) {
    return list.rows().stream().map(WebUserRow::username).toList();
  }

  @Test
  void pagesLeadOnUntilTheLastAndAPagePastTheEndIsEmpty() {
    PersonAtBackoffice person = tenant.person();
    for (int i = 0; i < 30; i++) {
      person.addsUser("Jane", "Doe", "jane" + i + "@example.test", "jane" + (100 + i));
    }

    WebUserList first = list("Jane", null, null, null, 1);
    WebUserList second = list("Jane", null, null, null, 2);
    WebUserList far = list("Jane", null, null, null, 9_999);

    assertThat(first.rows()).hasSize(25);
    assertThat(first.nextPage()).contains(2);
    assertThat(second.rows()).hasSize(5);
    assertThat(second.nextPage()).isEmpty();
    assertThat(far.rows()).isEmpty();
    assertThat(far.nextPage()).isEmpty();
  }

  @Test
  void aListThatCannotBeIsRefused() {
    var failure =
        last(FailureTypes.INPUT_REFUSED, () -> list("\u0007", " ", null, "maybe", 10_000));
    assertThat(failure.getOriginalMessage())
        .contains("fullName must", "email is", "status must", "page must");
  }

  @Test
  void aUserNameIsFreeOrTakenByWhomWhateverItsCase() {
    BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());
    tenant
        .person()
        .addsUser("Jane", "Doe", "jane@example.test", "jane_doe")
        .disablesUser(3_310_003);

    var taken = activities.checkAvailability(username("JANE_DOE")).answers().get(0);
    assertThat(taken.free()).isFalse();
    assertThat(taken.takenBy()).isEqualTo("web user 3310003 (disabled)");
    var free = activities.checkAvailability(username("jane_do")).answers().get(0);
    assertThat(free.free()).isTrue();
    assertThat(free.caveat()).contains("may not see");
  }

  @Test
  void aTakenPhoneIsAWarningAndAnEmailIsLookedForAmongBoth() {
    JsonNode employee = linkedEmployee();
    var answers =
        tenant
            .activities(FakeAttempt.first())
            .checkAvailability(
                new AvailabilityQuestion(
                    Optional.empty(),
                    Optional.of(text(employee, "email")),
                    Optional.of(text(employee, "phone")),
                    Optional.of("jane_doe")))
            .answers();
    assertThat(answers)
        .extracting(answer -> answer.field())
        .containsExactly("email", "phone", "username");
    assertThat(answers.get(0).takenBy())
        .isEqualTo("employee 401 (active) and web user 3310002 (active)");
    assertThat(answers.get(1).caveat()).startsWith("a warning only");
  }

  private static AvailabilityQuestion username(String username) {
    return new AvailabilityQuestion(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(username));
  }
}
