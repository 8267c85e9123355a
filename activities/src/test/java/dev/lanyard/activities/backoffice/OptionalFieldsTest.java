package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.hr.Hire;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a create may carry besides (sections 7.1, 7.2), from the hire to the record. */
class OptionalFieldsTest {

  private SandboxTenant tenant;
  private AlteredPages pages;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    pages = tenant.alteredPages();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private static Hire hire(
      Optional<String> emergencyName,
      Optional<String> emergencyPhone,
      Optional<BigDecimal> overtimeRate,
      boolean noOvertime) {
    Hire hire = SandboxTenant.hire();
    return new Hire(
        hire.firstName(),
        hire.lastName(),
        hire.phone(),
        hire.email(),
        hire.posUserId(),
        hire.wageRate(),
        hire.startDate(),
        hire.sites(),
        hire.permissionTemplate(),
        hire.departments(),
        hire.pin(),
        emergencyName,
        emergencyPhone,
        overtimeRate,
        noOvertime);
  }

  private JsonNode create(Hire hire) {
    BackofficePlan plan = tenant.plan(hire);
    assertThat(
            tenant
                .activities(FakeAttempt.first())
                .createEmployee(tenant.createRequest(plan))
                .adopted())
        .isFalse();
    return tenant.jane();
  }

  private String posted() {
    return "&" + pages.posted("/employee/insert").get(0) + "&";
  }

  @Test
  void anEmergencyContactIsPostedAndReadBack() {
    create(
        hire(Optional.of("Dana Example"), Optional.of("(615) 555-9876"), Optional.empty(), false));
    assertThat(posted())
        .contains("&employee[emergencyContactName]=Dana Example&")
        .contains("&employee[emergencyContactPhone]=6155559876&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dana Example", "6155559876"})
  void anEmergencyContactThatIsNotThereAfterwardsIsSaidWithoutItsValue(String lost) {
    Hire hire =
        hire(Optional.of("Dana Example"), Optional.of("6155559876"), Optional.empty(), false);
    BackofficePlan plan = tenant.plan(hire);
    pages.alter("/employee/edit", "value=\"" + lost + "\"", "value=\"\"");

    assertThat(
            last(
                    FailureTypes.NOT_APPLIED,
                    () ->
                        tenant
                            .activities(FakeAttempt.first())
                            .createEmployee(tenant.createRequest(plan)))
                .getOriginalMessage())
        .contains(
            lost.startsWith("Dana")
                ? "in: emergency contact's name."
                : "in: emergency contact's" + " phone.")
        .doesNotContain(lost);
  }

  @Test
  void anExplicitOvertimeRateIsTheOneOfTheRecord() {
    JsonNode wage =
        create(hire(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("30")), false))
            .path("wages")
            .path(0);
    assertThat(wage.path("overtimeRate").decimalValue()).isEqualByComparingTo("30.00");
    assertThat(wage.path("overtimeEligible").asBoolean()).isTrue();
    assertThat(posted())
        .contains("&wage[overtimeRate]=30.00&")
        .contains("&wage[isOvertimeEligible]=1&");
  }

  @Test
  void whoIsNotEligibleForOvertimeIsPostedWithoutRateAndFlag() {
    JsonNode wage =
        create(hire(Optional.empty(), Optional.empty(), Optional.empty(), true))
            .path("wages")
            .path(0);
    assertThat(wage.path("overtimeEligible").asBoolean()).isFalse();
    assertThat(wage.path("rate").decimalValue()).isEqualByComparingTo("15.50");
    assertThat(posted()).doesNotContain("vertime");
  }

  @Test
  void withoutAnyOfThemTheBodyIsAsItWas() {
    create(SandboxTenant.hire());
    assertThat(posted())
        .isEqualTo(
            "&employee[firstName]=Jane&employee[lastName]=Doe&employee[phone]=6155551234"
                + "&employee[email]=jane.doe@example.com&employee[startDate]=05/01/2026"
                + "&posCredential[POSLoginID]=12345&posCredential[POSLoginPassword]=48213"
                + "&wage[isHourly]=1&wage[regularRate]=15.50&wage[overtimeRate]=23.25"
                + "&wage[isOvertimeEligible]=1&wage[siteId]=101&employee[departments][]=3"
                + "&employee[disabledRegions][]=2&employee[disabledDistricts][]=11"
                + "&employee[sites][101][siteId]=101&");
  }

  @Test
  void anyTextFieldOfTheFormMayCarryTheLink() {
    tenant.linkField = LinkField.parse("field:employee[adpEmployeeId]");
    JsonNode jane = create(SandboxTenant.hire());
    assertThat(jane.path("adpEmployeeId").asText()).isEqualTo(JANE.value());

    CreateEmployee otherPin =
        new CreateEmployee(
            JANE, tenant.plan(SandboxTenant.hire()), tenant.seal(Pin.of(55555), JANE));
    assertThat(tenant.activities(FakeAttempt.first()).createEmployee(otherPin).adopted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"employee[badgeNumber]", "employee[adpEmployeeId]"})
  void aLinkFieldThatIsMissingOrHoldsAnothersValueIsNeverWritten(String field) {
    BackofficePlan plan = tenant.plan();
    tenant.linkField = LinkField.parse("field:" + field);
    pages.alter(
        "/employee/create",
        page ->
            page.replaceAll(
                "(?s)(name=\"employee\\[adpEmployeeId]\"[^>]*value=\")\"", "$1hr-999\""));
    tenant.forgetRequests();

    assertThat(
            last(
                    FailureTypes.PAGE_CHANGED,
                    () ->
                        tenant
                            .activities(FakeAttempt.first())
                            .createEmployee(tenant.createRequest(plan)))
                .getOriginalMessage())
        .contains("no empty text field " + field)
        .contains("lanyard.backoffice.link-field")
        .doesNotContain("hr-999");
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "adp",
        "field:",
        "field:badgeNumber",
        "field:employee[x]&y",
        "field:employee[firstName]",
        "field:employee[emergencyContactName]",
        "field:posCredential[POSLoginID]",
        "field:wage[regularRate]"
      })
  void aLinkFieldThatCannotBeOneIsRefused(String text) {
    assertThatThrownBy(() -> LinkField.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linkFieldsAreReadFromTheirNames() {
    assertThat(LinkField.parse("none")).isEqualTo(LinkField.NONE);
    assertThat(LinkField.parse("adp-employee-id"))
        .isEqualTo(LinkField.ADP_EMPLOYEE_ID)
        .isEqualTo(LinkField.parse("field:employee[adpEmployeeId]"));
    assertThat(LinkField.parse("field:employee[badgeNumber]").name())
        .contains("employee[badgeNumber]");
  }
}
