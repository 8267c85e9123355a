package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.EmployeeReactivated;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployeeReactivationTest {

  private static final Pin NEW = Pin.of(70707);

  private SandboxTenant tenant;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    employeeId = tenant.createAndGrant(tenant.plan()).employeeId();
    tenant.edit(employeeId, "{\"active\":false}");
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private static Fields wanted() {
    return Fields.of()
        .names("Jane", "Dough")
        .phone("6155559876")
        .email("")
        .startDate("2026-09-01")
        .departments(1, 3)
        .sites(203);
  }

  private EmployeeReactivated reactivate(Fields before, Fields wanted) {
    return reactivate(before.get(), wanted.get());
  }

  private EmployeeReactivated reactivate(EmployeeFields before, EmployeeFields wanted) {
    return tenant
        .changes(FakeAttempt.first())
        .reactivateEmployee(
            new ReactivateEmployee(
                JANE, employeeId, JANES_ID, before, wanted, tenant.seal(NEW, JANE)));
  }

  @Test
  void everythingComesBackInOneWriteAndNothingTheSecondTime() {
    EmployeeReactivated done = reactivate(Fields.jane(), wanted());

    assertThat(done.written()).isTrue();
    assertThat(done.rosterAccess()).isEqualTo("General User");
    assertThat(done.rosterSites()).hasSize(1);
    assertThat(tenant.requests().stream().filter(r -> !r.contains("/login")))
        .containsExactly(
            "GET /employee/edit/" + employeeId,
            "POST /employee/update",
            "GET /employee/edit/" + employeeId,
            "GET /employee");
    JsonNode jane = tenant.jane();
    assertThat(jane.path("active").asBoolean()).isTrue();
    assertThat(jane.path("lastName").asText()).isEqualTo("Dough");
    assertThat(jane.path("phone").asText()).isEqualTo("6155559876");
    assertThat(jane.path("email").asText()).isEmpty();
    assertThat(jane.path("startDate").asText()).isEqualTo("2026-09-01");
    assertThat(jane.path("departments")).hasToString("[\"Cashier\",\"Greeter\"]");
    assertThat(jane.path("sites")).hasToString("[\"Pine Wash\"]");
    assertThat(jane.path("allSites").asBoolean()).isFalse();
    assertThat(jane.path("pin").asText()).isEqualTo("70707");

    assertThat(reactivate(Fields.jane(), wanted()).written()).isFalse();
    assertThat(tenant.writes()).isOne();
  }

  @Test
  void aRecordThatIsActiveAndNotAsWantedIsLeftAlone() {
    tenant.edit(employeeId, "{\"active\":true}");
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> reactivate(Fields.jane(), wanted()))
                .getOriginalMessage())
        .contains("in: active (it is active).");
    // Not even when only the PIN is another than the new one.
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> reactivate(Fields.jane(), Fields.jane()))
                .getOriginalMessage())
        .contains("in: active (it is active).");
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"lastName\":\"Zed\"} | last name",
        "{\"phone\":\"6155550000\"} | phone",
        "{\"email\":\"zoe@example.com\"} | e-mail",
        "{\"sites\":\"all\"} | sites (found all sites)",
      })
  void aRecordThatIsNotTheSnapshotStaysDisabled(String edit, String named) {
    tenant.edit(employeeId, edit);
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> reactivate(Fields.jane(), wanted()))
                .getOriginalMessage())
        .contains("in: " + named + ". Nothing was written");
    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  @Test
  void whatIsNotStatedIsNotBroughtBack() {
    assertThat(
            last(
                    FailureTypes.INPUT_REFUSED,
                    () -> reactivate(Fields.jane(), Fields.of().names("Jane", "Doe")))
                .getOriginalMessage())
        .contains(
            "the phone is not stated; the e-mail is not stated; the start date is not stated; the"
                + " departments are not stated; the sites are not stated.");
    assertThat(tenant.requests()).isEmpty();
  }

  @Test
  void aPlanOfARehireStatesEverything() {
    EmployeeFields plan = EmployeeFields.of(tenant.plan());
    tenant.forgetRequests();
    assertThat(reactivate(Fields.jane().get(), plan).written()).isTrue();
    assertThat(tenant.jane().path("sites")).hasToString("[\"Wash 37135\"]");
    assertThat(tenant.jane().path("phone").asText()).isEqualTo("6155551234");
  }

  @Test
  void allSitesThatTheRecordStillHasAreTakenFromItInTheSameWrite() {
    tenant.edit(employeeId, "{\"sites\":\"all\"}");
    assertThat(reactivate(Fields.jane().allSites(101), wanted()).written()).isTrue();
    assertThat(tenant.jane().path("allSites").asBoolean()).isFalse();
    assertThat(tenant.jane().path("sites")).hasToString("[\"Pine Wash\"]");
  }

  @Test
  void aRosterThatStillShowsItAsDisabledIsNotBelieved() {
    tenant.fault(
        "GET",
        "/employee",
        "status",
        FakedRoster.row(employeeId, JANES_ID.value(), "W37135", "General User", false));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> reactivate(Fields.jane(), wanted()))
                .getOriginalMessage())
        .contains(
            "in: active (the roster shows it as disabled), sites (the roster shows [W37135]).");
  }

  @Test
  void aRefusedReactivationLeavesTheRecordAsItWas() {
    JsonNode before = tenant.jane();
    String taken = tenant.somebody(true).path("email").asText();
    assertThat(
            last(
                    FailureTypes.BACKOFFICE_DUPLICATE,
                    () -> reactivate(Fields.jane(), wanted().email(taken)))
                .getOriginalMessage())
        .contains("already taken by another employee")
        .doesNotContain("70707");
    assertThat(tenant.jane()).isEqualTo(before);
  }

  @Test
  void somebodyWhoDisablesItAgainBeforeTheReadBackIsSeen() {
    tenant.fault(
        "GET",
        "/employee/edit/" + employeeId,
        "edit-in-between",
        ",\"nth\":2,\"body\":{\"active\":false}");
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> reactivate(Fields.jane(), wanted()))
                .getOriginalMessage())
        .contains("in: active (it is disabled).");
  }
}
