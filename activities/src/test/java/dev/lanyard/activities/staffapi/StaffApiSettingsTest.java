package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffApiSettingsTest {

  private static final StaffApiCredentials CREDENTIALS =
      new StaffApiCredentials("client-id-1", "very secret");

  @Test
  void everythingThatIsWrongIsRefusedAtOnce() {
    IllegalArgumentException refusal =
        catchThrowableOfType(
            IllegalArgumentException.class,
            () ->
                new StaffApiSettings(
                    RemoteOrigin.parse("https://api.example.com/v2/"),
                    () -> CREDENTIALS,
                    0,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Map.of("Wash 37135", -1L, "Creek Wash", 921L, "Pine Wash", 921L),
                    Map.of("Cashier", List.of("Void", "Flying"), "Lead", List.of("void")),
                    List.of("PosPermission", "Everything"),
                    Set.of(),
                    StaffPolicy.careful(),
                    List.of()));

    assertThat(refusal)
        .hasMessageContaining("origin must end in /v1/")
        .hasMessageContaining("companyId must be positive")
        .hasMessageContaining("settleDelay must be longer than httpTimeout")
        .hasMessageContaining("siteMap \"Wash 37135\"")
        .hasMessageContaining("\"Creek Wash\" and \"Pine Wash\" both stand for site 921")
        .hasMessageContaining("\"Cashier\" names unknown permission codes Flying;")
        .hasMessageContaining("\"Lead\" names unknown permission codes void;")
        .hasMessageContaining("defaultPermissions names unknown permission codes Everything;")
        .hasMessageContaining("known are Adjustments, CashIn,");
  }

  @Test
  void everyDocumentedPermissionIsKnown() {
    String documented =
        "Adjustments CashIn CashOut ChangePrice DeleteHeldOrder FinishSale MakeDiscount ModifySales"
            + " OpenCashDrawer OverrideTax UnassignRegisters Void XReport ZReport Company Customers"
            + " Devices PaymentTypes PosPermission PrinterSetup Products Purchase Reports Sites"
            + " Taxes Users Wastage";

    assertThat(documented.replace(" ", ", ").split(", ", -1))
        .allMatch(PermissionCatalogue::knows)
        .hasSize(PermissionCatalogue.codes().size());
  }

  @Test
  void permissionsOfATemplateAreSortedAndEachOnce() {
    StaffApiSettings settings =
        new StaffApiSettings(
            RemoteOrigin.parse("https://api.example.com/v1/"),
            () -> CREDENTIALS,
            5678,
            Duration.ofSeconds(30),
            Duration.ofSeconds(31),
            Map.of(),
            Map.of("Cashier", List.of("Void", "FinishSale", "Void"), "Nobody", List.of()),
            List.of("PosPermission"),
            Set.of(),
            StaffPolicy.careful(),
            List.of());

    assertThat(settings.permissionsFor("Cashier")).containsExactly("FinishSale", "Void");
    assertThat(settings.permissionsFor("Nobody")).isEmpty();
    assertThat(settings.permissionsFor("Lead")).containsExactly("PosPermission");
  }

  @Test
  void credentialsArePrintedNowhere() {
    assertThat(CREDENTIALS).hasToString("[redacted]");
    assertThat(new BasicAuthorization(() -> CREDENTIALS)).hasToString("[redacted]");
    assertThat(Fixtures.settings("https://api.example.com/v1/", CREDENTIALS, 1).toString())
        .doesNotContain("client-id-1")
        .doesNotContain("very secret");
  }

  @Test
  void changedCredentialsAreTakenUp() {
    StaffApiCredentials[] now = {CREDENTIALS};
    BasicAuthorization authorization = new BasicAuthorization(() -> now[0]);
    String before = authorization.header();
    now[0] = new StaffApiCredentials("client", "secret");

    assertThat(authorization.header()).isEqualTo("Basic Y2xpZW50OnNlY3JldA==").isNotEqualTo(before);
  }
}
