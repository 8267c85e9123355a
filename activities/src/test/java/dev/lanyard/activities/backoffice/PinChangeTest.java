package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.PinChanged;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinChangeTest {

  private static final Pin NEW = Pin.of(70707);

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

  private PinChanged change(Optional<Pin> replaces, Fields before, boolean active) {
    return tenant
        .changes(FakeAttempt.first())
        .changePin(
            new ChangePin(
                JANE,
                employeeId,
                JANES_ID,
                active,
                before.get(),
                replaces.map(pin -> tenant.seal(pin, JANE)),
                tenant.seal(NEW, JANE)));
  }

  @Test
  void thePinAloneIsChangedWithThreeRequestsAndNothingTheSecondTime() {
    ObjectNode before = tenant.jane().deepCopy();

    assertThat(change(Optional.of(SandboxTenant.PIN), Fields.jane(), true).written()).isTrue();

    JsonNode expected = before.put("pin", 70707L);
    assertThat(tenant.jane().toString()).isEqualTo(expected.toString());
    assertThat(tenant.requests().stream().filter(r -> !r.contains("/login")))
        .containsExactly(
            "GET /employee/edit/" + employeeId,
            "POST /employee/update",
            "GET /employee/edit/" + employeeId);
    assertThat(change(Optional.of(SandboxTenant.PIN), Fields.jane(), true).written()).isFalse();
    assertThat(tenant.writes()).isOne();
  }

  @Test
  void anotherPinThanTheOneToReplaceIsNamedAndNotShown() {
    assertThat(
            last(
                    FailureTypes.STATE_CHANGED,
                    () -> change(Optional.of(Pin.of(55555)), Fields.of(), true))
                .getOriginalMessage())
        .contains("in: PIN. Nothing was written")
        .doesNotContain("70707");
    assertThat(tenant.writes()).isZero();
    // Unknown before: whatever it was.
    assertThat(change(Optional.empty(), Fields.of(), true).written()).isTrue();
  }

  @Test
  void aRecordThatChangedOrWasDisabledMeanwhileKeepsItsPin() {
    tenant.edit(employeeId, "{\"lastName\":\"Zed\",\"active\":false}");
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> change(Optional.empty(), Fields.jane(), true))
                .getOriginalMessage())
        .contains("in: active (it is disabled), last name.");
    assertThat(tenant.writes()).isZero();
    assertThat(tenant.jane().path("pin").asText()).isEqualTo(SandboxTenant.PIN.digits());
  }

  @Test
  void aDisabledRecordGetsItAndStaysDisabled() {
    tenant.edit(employeeId, "{\"active\":false}");
    assertThat(change(Optional.empty(), Fields.jane(), false).written()).isTrue();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
    assertThat(tenant.jane().path("pin").asText()).isEqualTo("70707");
  }

  @Test
  void aPinThatIsNotThereAfterwardsIsNotShownEither() {
    tenant.fault(
        "GET",
        "/employee/edit/" + employeeId,
        "edit-in-between",
        ",\"nth\":2,\"body\":{\"pin\":55554}");
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> change(Optional.empty(), Fields.jane(), true))
                .getOriginalMessage())
        .contains("is not as planned in: PIN.")
        .doesNotContain("70707")
        .doesNotContain("55554");
  }

  @Test
  void aPinThatWasSealedForAnotherIsNotOpened() {
    ChangePin request =
        new ChangePin(
            JANE,
            employeeId,
            JANES_ID,
            true,
            Fields.of().get(),
            Optional.empty(),
            tenant.seal(NEW, EmployeeNumber.of("hr-999")));
    last(FailureTypes.PIN_UNREADABLE, () -> tenant.changes(FakeAttempt.first()).changePin(request));
    assertThat(tenant.requests()).isEmpty();
    assertThat(request.toString()).doesNotContain("70707");
  }
}
