package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Jane Doe, who is hired as a cashier for two sites. */
final class Fixtures {

  static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  static final String EMAIL = "jane.doe@example.com";
  static final List<String> CASHIER = List.of("FinishSale", "PosPermission");

  static final StaffPlan PLAN =
      new StaffPlan(
          "Jane",
          "Doe",
          EMAIL,
          Optional.of("6155551234"),
          new StaffTarget(
              List.of(new StaffSite(922, "Harbor Wash"), new StaffSite(921, "Wash 37135")),
              CASHIER));

  static final String RUN = "lanyard-0123456789abcdef";

  private Fixtures() {}

  static StaffApiSettings settings(String url, StaffApiCredentials credentials, long company) {
    return new StaffApiSettings(
        RemoteOrigin.parse(url),
        () -> credentials,
        company,
        Duration.ofSeconds(20),
        Duration.ofSeconds(45),
        Map.of("Pine Wash", 923L, "Mesa Wash", 999L),
        Map.of("Cashier", CASHIER),
        List.of("PosPermission"),
        Set.of("Greeter"),
        StaffPolicy.careful(),
        List.of());
  }

  static StaffApiSettings with(StaffApiSettings settings, StaffPolicy policy) {
    return with(settings, policy, List.of());
  }

  static StaffApiSettings with(StaffApiSettings settings, Duration httpTimeout) {
    return new StaffApiSettings(
        settings.origin(),
        settings.credentials(),
        settings.companyId(),
        httpTimeout,
        settings.settleDelay(),
        settings.siteMap(),
        settings.permissionsByTemplate(),
        settings.defaultPermissions(),
        settings.templatesWithoutAccount(),
        settings.policy(),
        settings.webhooks());
  }

  static StaffApiSettings with(
      StaffApiSettings settings, StaffPolicy policy, List<WebhookSubscription> webhooks) {
    return new StaffApiSettings(
        settings.origin(),
        settings.credentials(),
        settings.companyId(),
        settings.httpTimeout(),
        settings.settleDelay(),
        settings.siteMap(),
        settings.permissionsByTemplate(),
        settings.defaultPermissions(),
        settings.templatesWithoutAccount(),
        policy,
        webhooks);
  }

  static Hire hire(String template, Optional<String> email) {
    return new Hire(
        "Jane",
        "Doe",
        Optional.empty(),
        email,
        PosUserId.of(12345),
        new BigDecimal("15.50"),
        LocalDate.of(2026, 5, 1),
        SiteChoice.everySite(),
        template,
        List.of(),
        Optional.empty());
  }

  static ApplicationFailure assertFinal(String type, ThrowingCallable act) {
    ApplicationFailure failure = assertFails(type, act);
    assertThat(failure.isNonRetryable()).isTrue();
    return failure;
  }

  static ApplicationFailure assertRetried(String type, ThrowingCallable act) {
    ApplicationFailure failure = assertFails(type, act);
    assertThat(failure.isNonRetryable()).isFalse();
    return failure;
  }

  private static ApplicationFailure assertFails(String type, ThrowingCallable act) {
    ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, act);
    assertThat(failure).isNotNull();
    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.getOriginalMessage())
        .doesNotContainIgnoringCase("jane")
        .doesNotContain("6155551234");
    return failure;
  }
}
