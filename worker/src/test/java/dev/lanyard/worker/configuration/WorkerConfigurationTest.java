package dev.lanyard.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.backoffice.LinkField;
import dev.lanyard.activities.backoffice.Unproven;
import dev.lanyard.activities.staffapi.StaffPolicy;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerConfigurationTest {

  @TempDir Path folder;

  private static Map<String, String> complete() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", "/people/jane");
    environment.put("SONNYS_SUBDOMAIN", "washu");
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "s3cret-word");
    environment.put("STAFF_API_CLIENT_ID", "client");
    environment.put("STAFF_API_CLIENT_SECRET", "s3cret-client");
    environment.put("STAFF_API_COMPANY_ID", "5678");
    return environment;
  }

  private static List<String> problemsOf(Map<String, String> environment) {
    ConfigurationRefused refused =
        catchThrowableOfType(
            ConfigurationRefused.class, () -> WorkerConfiguration.read(environment));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().stream().map(ConfigurationProblem::toString).toList();
  }

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("lanyard.conf"), content);
  }

  @Test
  void theQuickstartsVariablesAreEnough() throws Exception {
    WorkerConfiguration read = WorkerConfiguration.read(complete());

    assertThat(read.backoffice().origin().base()).hasToString("https://washu.sonnyscontrols.com/");
    assertThat(read.backoffice().credentials().get().username()).isEqualTo("bot");
    assertThat(read.backoffice().credentials().get().password()).isEqualTo("s3cret-word");
    assertThat(read.staffApi().origin().base()).hasToString("https://api.kounta.com/v1/");
    assertThat(read.staffApi().companyId()).isEqualTo(5678);
    assertThat(read.staffApi().defaultPermissions()).containsExactly("FinishSale", "PosPermission");
    assertThat(read.taskQueue()).isEqualTo("lanyard");
    assertThat(read.folder().keys()).isEqualTo(Path.of("/people/jane/.local/state/lanyard/keys"));
    assertThat(read.planning().policy().approvers()).isEqualTo("managers");
    assertThat(read.planning().policy().approvalExpiresAfter()).isEqualTo(Duration.ofDays(14));
    assertThat(read.backofficePace()).isEqualTo(new Pace(4, 4));
    assertThat(read.staffApiPace()).isEqualTo(new Pace(4, 0));
    assertThat(read.staffApiLimit()).isEqualTo(new RequestLimit(60, 14, 3));
    assertThat(read.staffApiAccess().mode()).isEqualTo(StaffApiAccess.Mode.BASIC);
    assertThat(read.staffApi().policy()).isEqualTo(StaffPolicy.careful());
    assertThat(read.staffApi().webhooks()).isEmpty();
  }

  @Test
  void anEmptyEnvironmentIsToldEveryMissingNameAtOnce() {
    assertThat(problemsOf(Map.of()))
        .anySatisfy(p -> assertThat(p).startsWith("SONNYS_SUBDOMAIN ").contains("washu"))
        .anySatisfy(p -> assertThat(p).startsWith("SONNYS_BOT_USERNAME "))
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith("SONNYS_BOT_PASSWORD ")
                    .contains("SONNYS_BOT_PASSWORD_FILE"))
        .anySatisfy(p -> assertThat(p).startsWith("STAFF_API_CLIENT_ID "))
        .anySatisfy(p -> assertThat(p).startsWith("STAFF_API_CLIENT_SECRET "))
        .anySatisfy(p -> assertThat(p).startsWith("STAFF_API_COMPANY_ID ").contains("5678"))
        .hasSize(6);
  }

  @Test
  void everyMalformedValueIsNamedAtOnceWithoutSecrets() {
    Map<String, String> environment = complete();
    environment.put("SONNYS_SUBDOMAIN", "evil.example/#");
    environment.put("STAFF_API_BASE_URL", "http://api.example.com/v1/");
    environment.put("STAFF_API_COMPANY_ID", "many");
    environment.put("SONNYS_SESSIONS", "0");
    environment.put("SONNYS_HTTP_TIMEOUT", "soon");
    environment.put("STAFF_API_SETTLE_DELAY", "15s");
    environment.put("SONNYS_LINK_FIELD", "badge");
    environment.put("LANYARD_DEFAULT_ZONE", "Mars/Olympus");
    environment.put("LANYARD_TASK_QUEUE", "a b");
    environment.put("LANYARD_BUILD_ID", "v1 of today");
    environment.put("SONNYS_GREETER_RULE", "maybe");
    environment.put("SONNYS_UNPROVEN", "close-users, everything");

    List<String> problems = problemsOf(environment);

    assertThat(problems)
        .extracting(p -> p.substring(0, p.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "SONNYS_SUBDOMAIN",
            "STAFF_API_BASE_URL",
            "STAFF_API_COMPANY_ID",
            "SONNYS_SESSIONS",
            "SONNYS_HTTP_TIMEOUT",
            "STAFF_API_SETTLE_DELAY",
            "SONNYS_LINK_FIELD",
            "LANYARD_DEFAULT_ZONE",
            "LANYARD_TASK_QUEUE",
            "LANYARD_BUILD_ID",
            "SONNYS_GREETER_RULE",
            "SONNYS_UNPROVEN");
    assertThat(problems).noneMatch(p -> p.contains("s3cret"));
  }

  @Test
  void unprovenWritesAreOffUnlessListedByName() throws Exception {
    Map<String, String> environment = complete();
    assertThat(WorkerConfiguration.read(environment).backoffice().unproven()).isEmpty();

    environment.put(
        "LANYARD_CONFIG", file("lanyard.backoffice.unproven = [salary, schedule]").toString());
    assertThat(WorkerConfiguration.read(environment).backoffice().unproven())
        .containsExactlyInAnyOrder(Unproven.SALARY, Unproven.SCHEDULE);

    environment.put(
        "LANYARD_CONFIG", file("lanyard.backoffice.unproven = [salary, bonus]").toString());
    assertThat(problemsOf(environment)).singleElement().asString().contains("salary, schedule");
  }

  @Test
  void subdomainsThatWouldLeadElsewhereAreRefused() {
    for (String evil :
        List.of(
            "evil.example/#",
            "evil.example?",
            "evil.example\\",
            "a.b",
            "washu.",
            "washu@evil",
            "washu:8080",
            "Washu",
            "wash u",
            "wa\nshu",
            "w%61shu",
            "ä",
            "-a",
            "a-",
            "-",
            "a".repeat(64))) {
      Map<String, String> environment = complete();
      environment.put("SONNYS_SUBDOMAIN", evil);
      assertThat(problemsOf(environment)).singleElement().asString().contains("SONNYS_SUBDOMAIN");
    }
  }

  @Test
  void aSubdomainOfOneLabelIsTaken() throws Exception {
    for (String good : List.of("washu", "a", "4", "wash-u", "a".repeat(63), "xn--wshu-loa")) {
      Map<String, String> environment = complete();
      environment.put("SONNYS_SUBDOMAIN", good);
      assertThat(WorkerConfiguration.read(environment).toString())
          .contains("https://" + good + ".sonnyscontrols.com/");
    }
  }

  @Test
  void aBaseUrlOnLoopbackReplacesTheVendorsOrigin() throws Exception {
    Map<String, String> environment = complete();
    environment.remove("SONNYS_SUBDOMAIN");
    environment.put("SONNYS_BASE_URL", "http://127.0.0.1:8090");
    environment.put("STAFF_API_BASE_URL", "http://127.0.0.1:8091/v1/");

    WorkerConfiguration read = WorkerConfiguration.read(environment);

    assertThat(read.backoffice().origin().base()).hasToString("http://127.0.0.1:8090/");
    assertThat(read.staffApi().origin().base()).hasToString("http://127.0.0.1:8091/v1/");
  }

  @Test
  void aSecretsFileIsReadAgainEachTime() throws Exception {
    Path secret = Files.writeString(folder.resolve("password"), "old one\n");
    Map<String, String> environment = complete();
    environment.remove("SONNYS_BOT_PASSWORD");
    environment.put("SONNYS_BOT_PASSWORD_FILE", secret.toString());

    WorkerConfiguration read = WorkerConfiguration.read(environment);
    assertThat(read.backoffice().credentials().get().password()).isEqualTo("old one");

    Files.writeString(secret, "new one\n");
    assertThat(read.backoffice().credentials().get().password()).isEqualTo("new one");

    Files.delete(secret);
    assertThatThrownBy(() -> read.backoffice().credentials().get())
        .hasMessageContaining(secret.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "921.7",
        "921.0",
        "-921",
        "0",
        "9223372036854775808",
        "1e3",
        "wash",
        "\"92 1\"",
        "true"
      })
  void aSiteIdThatIsNoIdIsRefusedByNameAndNeverCut(String id) throws Exception {
    Map<String, String> environment = complete();
    environment.put(
        "LANYARD_CONFIG",
        file("lanyard.sites = [{ name = \"Wash 37135\", staff-site-id = " + id + " }]").toString());

    assertThat(problemsOf(environment))
        .singleElement()
        .asString()
        .contains("lanyard.sites[0].staff-site-id", "for example 921");
  }

  @Test
  void numbersAreNeverCut() {
    Map<String, String> environment = complete();
    environment.put("STAFF_API_COMPANY_ID", "5678.9");

    assertThat(problemsOf(environment))
        .singleElement()
        .asString()
        .contains("STAFF_API_COMPANY_ID", "is no whole number");
  }

  @Test
  void aSecretGivenTwiceOrInAnUnreadableFileIsRefused() {
    Map<String, String> environment = complete();
    environment.put("SONNYS_BOT_PASSWORD_FILE", folder.resolve("none").toString());
    environment.remove("STAFF_API_CLIENT_SECRET");
    environment.put("STAFF_API_CLIENT_SECRET_FILE", folder.resolve("absent").toString());

    assertThat(problemsOf(environment))
        .hasSize(2)
        .anyMatch(p -> p.contains("SONNYS_BOT_PASSWORD_FILE") && p.contains("both"))
        .anyMatch(p -> p.contains("STAFF_API_CLIENT_SECRET_FILE") && p.contains("absent"));
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheFileOverTheDefaults() throws Exception {
    Map<String, String> environment = complete();
    environment.put("LANYARD_TASK_QUEUE", "from-environment");
    environment.put(
        "LANYARD_CONFIG",
        file("""
                lanyard {
                  task-queue = from-file
                  backoffice { sessions = 3, link-field = adp-employee-id }
                  staff-api.permissions.by-template { "Site Manager 2.0" = [FinishSale, Reports] }
                  sites = [
                    { name = "Wash 37135", staff-site-id = 921, zone = "America/Chicago" }
                    { name = "Harbor Wash", staff-site-id = 922 }
                  ]
                }
                """)
            .toString());

    WorkerConfiguration read = WorkerConfiguration.read(environment);

    assertThat(read.taskQueue()).isEqualTo("from-environment");
    assertThat(read.backoffice().sessions()).isEqualTo(3);
    assertThat(read.backoffice().linkField()).isEqualTo(LinkField.ADP_EMPLOYEE_ID);
    assertThat(read.backoffice().expectedSites())
        .containsExactlyInAnyOrder("Wash 37135", "Harbor Wash");
    assertThat(read.backoffice().discoveryAge()).isEqualTo(Duration.ofMinutes(10));
    assertThat(read.staffApi().permissionsByTemplate())
        .containsEntry("Site Manager 2.0", List.of("FinishSale", "Reports"));
    assertThat(read.staffApi().siteMap())
        .containsEntry("Wash 37135", 921L)
        .containsEntry("Harbor Wash", 922L);
    assertThat(read.planning().siteZones())
        .containsExactly(Map.entry("Wash 37135", ZoneId.of("America/Chicago")));
  }

  @Test
  void theLinkMayStandInAnyNamedFieldAndDiscoveryMayBeSwitchedOff() throws Exception {
    Map<String, String> environment = complete();
    environment.put("SONNYS_LINK_FIELD", "field:employee[badgeNumber]");
    environment.put("SONNYS_DISCOVERY_AGE", "0s");

    WorkerConfiguration read = WorkerConfiguration.read(environment);

    assertThat(read.backoffice().linkField().name()).contains("employee[badgeNumber]");
    assertThat(read.backoffice().discoveryAge()).isZero();
    assertThat(read.backoffice().expectedSites()).isEmpty();

    environment.put("SONNYS_LINK_FIELD", "field:employee[firstName]");
    environment.put("SONNYS_DISCOVERY_AGE", "-1s");
    assertThat(problemsOf(environment))
        .hasSize(2)
        .anyMatch(p -> p.contains("SONNYS_LINK_FIELD") && p.contains("meaning of its own"))
        .anyMatch(p -> p.contains("SONNYS_DISCOVERY_AGE"));
  }

  @Test
  void unprovenWritesAreOffUntilNamedInTheFileOrWithCommasInTheVariable() throws Exception {
    Map<String, String> environment = complete();
    assertThat(WorkerConfiguration.read(environment).backoffice().unproven()).isEmpty();

    environment.put(
        "LANYARD_CONFIG", file("lanyard.backoffice.unproven = [close-users]").toString());
    assertThat(WorkerConfiguration.read(environment).backoffice().unproven())
        .containsExactly(Unproven.CLOSE_USERS);

    environment.put("SONNYS_UNPROVEN", "standalone-users, close-users");
    assertThat(WorkerConfiguration.read(environment).backoffice().unproven())
        .containsExactlyInAnyOrder(Unproven.STANDALONE_USERS, Unproven.CLOSE_USERS);
  }

  @Test
  void theStaffApisLimitIsThatOfItsAuthorizationAndLeavesARevocationASlot() throws Exception {
    Map<String, String> environment = complete();
    environment.put("STAFF_API_AUTHORIZATION", "oauth");
    assertThat(WorkerConfiguration.read(environment).staffApiLimit())
        .isEqualTo(new RequestLimit(180, 14, 3));
    environment.put("STAFF_API_AUTHORIZATION", "client-credentials");
    environment.put("STAFF_API_REQUESTS_PER_ACTIVITY", "30");
    environment.put("STAFF_API_CONCURRENT", "10");
    assertThat(WorkerConfiguration.read(environment).staffApiLimit())
        .isEqualTo(new RequestLimit(180, 30, 9));
    environment.put("STAFF_API_REQUESTS_PER_MINUTE", "600");
    environment.put("STAFF_API_CONCURRENT", "1");
    assertThat(WorkerConfiguration.read(environment).staffApiLimit())
        .isEqualTo(new RequestLimit(600, 30, 1));
  }

  @Test
  void theStaffApisPolicyAndWebhooksAreRead() throws Exception {
    Map<String, String> environment = complete();
    environment.put("STAFF_API_MISSING_EMAIL", "skip");
    environment.put("STAFF_API_DELETE_LEAVERS", "true");
    environment.put("HOOK_TOKEN", "Bearer s3cret");
    environment.put(
        "LANYARD_CONFIG",
        file("""
                lanyard.staff-api.webhooks = [
                  { topic = "staff/updated", address = "https://hooks.example.com/staff"
                    tags = [till, onboarding], headers { Authorization = ${?HOOK_TOKEN}, X-A = b } }
                  { topic = "staff/deleted", address = "https://hooks.example.com/staff" }
                ]
                """)
            .toString());

    WorkerConfiguration read = WorkerConfiguration.read(environment);

    assertThat(read.staffApi().policy()).isEqualTo(new StaffPolicy(true, true));
    assertThat(read.staffApi().webhooks())
        .containsExactly(
            new WebhookSubscription(
                "staff/updated",
                "https://hooks.example.com/staff",
                List.of("onboarding", "till"),
                Optional.of(Map.of("Authorization", "Bearer s3cret", "X-A", "b"))),
            new WebhookSubscription(
                "staff/deleted",
                "https://hooks.example.com/staff",
                List.of(),
                Optional.of(Map.of())));
    assertThat(read.toString()).doesNotContain("s3cret");
  }

  @Test
  void everyMistakeOfTheStaffApisKeysIsNamedAtOnce() throws Exception {
    Map<String, String> environment = complete();
    environment.put("STAFF_API_AUTHORIZATION", "token");
    environment.put("STAFF_API_MISSING_EMAIL", "invent");
    environment.put("STAFF_API_REQUESTS_PER_ACTIVITY", "0");
    environment.put(
        "LANYARD_CONFIG",
        file("""
                lanyard.staff-api.webhooks = [
                  { topic = "orders/created", address = "http://hooks.example.com/staff" }
                  { topic = "staff/created", address = "https://h.example.com/", tags = [x]
                    headers { "X-Kounta-Signature" = a, Cookie = b }, colour = blue }
                  { topic = "staff/deleted", address = "https://h.example.com/" }
                  { topic = "staff/deleted", address = "https://h.example.com/" }
                  { address = "https://h.example.com/" }
                ]
                """)
            .toString());

    assertThat(problemsOf(environment))
        .extracting(p -> p.substring(0, p.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "STAFF_API_AUTHORIZATION",
            "STAFF_API_MISSING_EMAIL",
            "STAFF_API_REQUESTS_PER_ACTIVITY",
            "lanyard.staff-api.webhooks[0].topic",
            "lanyard.staff-api.webhooks[0].address",
            "lanyard.staff-api.webhooks[1].tags",
            "lanyard.staff-api.webhooks[1].colour",
            "lanyard.staff-api.webhooks[1].headers.X-Kounta-Signature",
            "lanyard.staff-api.webhooks[1].headers.Cookie",
            "lanyard.staff-api.webhooks[3]",
            "lanyard.staff-api.webhooks[4]");
  }

  @Test
  void aPermissionCodeThatTheStaffApiDoesNotKnowIsNamed() throws Exception {
    Map<String, String> environment = complete();
    environment.put(
        "LANYARD_CONFIG",
        file("lanyard.staff-api.permissions.default = [FinishSale, RuleTheWorld]").toString());

    assertThat(problemsOf(environment)).singleElement().asString().contains("RuleTheWorld");
  }

  @Test
  void aMisspelledKeyOfTheFileIsNamed() throws Exception {
    Map<String, String> environment = complete();
    environment.put(
        "LANYARD_CONFIG",
        file("lanyard { task-queu = x, sites = [{ name = A, zoom = B }] }").toString());

    assertThat(problemsOf(environment))
        .hasSize(2)
        .anyMatch(p -> p.startsWith("lanyard.task-queu "))
        .anyMatch(p -> p.startsWith("lanyard.sites[0].zoom "));
  }

  @Test
  void aBrokenFileIsNamedWithItsLineAndNotQuoted() throws Exception {
    Map<String, String> environment = complete();
    environment.put("LANYARD_CONFIG", file("lanyard {\n password s3cret ] }").toString());

    assertThat(problemsOf(environment))
        .singleElement()
        .asString()
        .contains("LANYARD_CONFIG", "lanyard.conf: 2")
        .doesNotContain("s3cret");
  }

  @Test
  void nothingPrintsASecret() throws Exception {
    assertThat(WorkerConfiguration.read(complete()).toString()).doesNotContain("s3cret");
  }
}
