package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.WebhookClient;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.webhook.WebhooksReport;
import dev.lanyard.workflows.staffapi.webhook.WebhooksRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksAgainstSandboxTest {

  private static final String OURS = "https://hooks.example.com/staff";
  private static final WebhookSubscription UPDATED =
      subscription(
          "staff/updated", OURS, List.of("till", "onboarding"), Map.of("X-Token", "s3cret"));
  private static final WebhookSubscription DELETED =
      subscription("staff/deleted", OURS, List.of(), Map.of());

  private final FakeAttempt attempt = new FakeAttempt();
  private RunningSandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = new RunningSandbox();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void syncMakesWhatIsConfiguredAndFindsItTheSecondTime() {
    WebhookActivitiesImpl webhooks = webhooks(UPDATED, DELETED);

    assertThat(told(webhooks.list()))
        .containsExactly("missing - staff/updated", "missing - staff/deleted");
    assertThat(sandbox.writes()).isEmpty();
    assertThat(told(webhooks.sync(sync())))
        .containsExactly("created 1 staff/updated", "created 2 staff/deleted");
    assertThat(sandbox.writes()).containsExactly("POST 201", "POST 201");

    sandbox.forgetRequests();
    assertThat(told(webhooks.sync(sync())))
        .containsExactly("as configured 1 staff/updated", "as configured 2 staff/deleted");
    assertThat(webhooks.list()).isEqualTo(webhooks.sync(sync()));
    assertThat(sandbox.writes()).isEmpty();
    WebhookSubscription kept = client().one(1).orElseThrow().subscription();
    assertThat(kept).isEqualTo(UPDATED);
    assertThat(kept.tags()).containsExactly("onboarding", "till");
  }

  @Test
  void whatDiffersIsReplacedAndWhatIsSurplusEnds() {
    client().create(subscription("staff/updated", OURS, List.of(), Map.of()), () -> {});
    client().create(UPDATED, () -> {});
    client().create(subscription("staff/created", OURS, List.of(), Map.of()), () -> {});
    sandbox.forgetRequests();

    assertThat(told(webhooks(UPDATED, DELETED).list()))
        .containsExactly(
            "differs 1 staff/updated",
            "surplus 2 staff/updated",
            "surplus 3 staff/created",
            "missing - staff/deleted");
    assertThat(told(webhooks(UPDATED, DELETED).sync(sync())))
        .containsExactly(
            "changed 1 staff/updated",
            "removed 2 staff/updated",
            "removed 3 staff/created",
            "created 4 staff/deleted");

    assertThat(sandbox.writes()).containsExactly("PUT 200", "POST 201", "DELETE 204", "DELETE 204");
    assertThat(client().one(1).orElseThrow().subscription()).isEqualTo(UPDATED);
    assertThat(told(webhooks(UPDATED, DELETED).list()))
        .containsExactly("as configured 1 staff/updated", "as configured 4 staff/deleted");
  }

  @Test
  void changedHeaderIsADifference() {
    client()
        .create(
            subscription(
                "staff/updated", OURS, UPDATED.tags(), Map.of("X-Token", "yesterday's s3cret")),
            () -> {});

    assertThat(told(webhooks(UPDATED).sync(sync()))).containsExactly("changed 1 staff/updated");
    assertThat(told(webhooks(UPDATED).sync(sync())))
        .containsExactly("as configured 1 staff/updated");
  }

  @Test
  void otherProgramsSubscriptionsStayUnlessTheyAreNamed() {
    client()
        .create(
            subscription("staff/created", "https://other.example.com/", List.of(), Map.of()),
            () -> {});
    client()
        .create(
            subscription("staff/deleted", "https://other.example.com/", List.of(), Map.of()),
            () -> {});

    assertThat(told(webhooks().sync(sync())))
        .containsExactly("not ours 1 staff/created", "not ours 2 staff/deleted");
    assertThat(told(webhooks().sync(new WebhooksRequest(true, List.of(2L, 99L)))))
        .containsExactly("not ours 1 staff/created", "removed 2 staff/deleted");
    assertThat(told(webhooks().list())).containsExactly("not ours 1 staff/created");
  }

  @Test
  void lostAnswerToASubscriptionIsFoundAgain() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "POST",
            "path", "/v1/companies/5678/webhooks.json",
            "kind", "cut-after-commit"));

    WebhooksRequest sync = syncAfter(webhooks(UPDATED).list());

    Fixtures.assertRetried(FailureTypes.UNCONFIRMED_WRITE, () -> webhooks(UPDATED).sync(sync));

    attempt.number = 2;
    assertThat(told(webhooks(UPDATED).sync(sync))).containsExactly("created 1 staff/updated");
    assertThat(sandbox.writes()).hasSize(1);
    assertThat(told(webhooks(UPDATED).sync(syncAfter(webhooks(UPDATED).list()))))
        .containsExactly("as configured 1 staff/updated");
  }

  @Test
  void lostAnswersToAReplacementAndARemovalAreTold() {
    for (String method : List.of("PUT", "DELETE")) {
      sandbox.fault(
          Map.of(
              "system", "staff-api",
              "method", method,
              "path", "/v1/companies/5678/webhooks/*",
              "kind", "cut-after-commit"));
    }
    client().create(subscription("staff/updated", OURS, List.of(), Map.of()), () -> {});
    client().create(subscription("staff/created", OURS, List.of(), Map.of()), () -> {});
    WebhooksRequest sync = syncAfter(webhooks(UPDATED).list());

    Fixtures.assertRetried(FailureTypes.UNCONFIRMED_WRITE, () -> webhooks(UPDATED).sync(sync));
    attempt.number = 2;
    Fixtures.assertRetried(FailureTypes.UNCONFIRMED_WRITE, () -> webhooks(UPDATED).sync(sync));
    attempt.number = 3;

    assertThat(told(webhooks(UPDATED).sync(sync)))
        .containsExactly("changed 1 staff/updated", "removed 2 staff/created");
  }

  /** The sandbox takes no other format, as the documents have it. */
  @Test
  void anotherFormatIsADifference() throws Exception {
    String row =
        "{\"id\":1,\"topic\":\"staff/deleted\",\"address\":\"" + OURS + "\",\"format\":\"%s\"}";
    try (MockWebServer api = new MockWebServer()) {
      api.start();
      for (String format : List.of("xml", "json")) {
        String shown = row.formatted(format);
        api.enqueue(new MockResponse.Builder().body("[" + shown + "]").build());
        api.enqueue(new MockResponse.Builder().body(shown).build());
        if (format.equals("xml")) {
          api.enqueue(new MockResponse.Builder().body(shown).build());
        }
      }
      StaffApiSettings settings =
          Fixtures.settings(
              api.url("/v1/").toString(), new StaffApiCredentials("client", "secret"), 5678);
      WebhookActivitiesImpl webhooks =
          new WebhookActivitiesImpl(
              StaffApi.connect(
                  Fixtures.with(settings, StaffPolicy.careful(), List.of(DELETED)),
                  RequestLimit.NONE),
              attempt);

      assertThat(told(webhooks.sync(sync()))).containsExactly("changed 1 staff/deleted");

      assertThat(api.takeRequest().getMethod()).isEqualTo("GET");
      assertThat(api.takeRequest().getMethod()).isEqualTo("GET");
      assertThat(api.takeRequest().getBody().utf8())
          .isEqualTo(
              "{\"topic\":\"staff/deleted\",\"address\":\""
                  + OURS
                  + "\",\"format\":\"json\",\"filter\":{},\"headers\":{}}");
      assertThat(api.getRequestCount()).isEqualTo(5);
    }
  }

  @Test
  void laterAttemptLetsALostSubscriptionComeToRest() {
    attempt.number = 2;
    attempt.whileSettling = () -> client().create(UPDATED, () -> {});

    assertThat(told(webhooks(UPDATED).sync(sync())))
        .containsExactly("as configured 1 staff/updated");

    assertThat(sandbox.writes()).containsExactly("POST 201");
    assertThat(attempt.settled).containsExactly(sandbox.settings().settleDelay());
  }

  @Test
  void laterAttemptAfterOneThatWroteNothingWaitsForNothing() {
    attempt.number = 2;
    attempt.untouched = true;

    assertThat(told(webhooks(UPDATED).sync(sync()))).containsExactly("created 1 staff/updated");

    assertThat(attempt.settled).isEmpty();
  }

  @Test
  void syncWithoutEffectIsNotApplied() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "POST",
            "path", "/v1/companies/5678/webhooks.json",
            "kind", "success-without-effect"));

    assertThat(
            Fixtures.assertFinal(FailureTypes.NOT_APPLIED, () -> webhooks(UPDATED).sync(sync()))
                .getOriginalMessage())
        .contains("staff/updated to " + OURS + ": missing");
  }

  @Test
  void secretHeadersAreInNoReportAndNoText() {
    WebhooksReport report = webhooks(UPDATED).sync(sync());

    assertThat(report.toString() + UPDATED + client().all()).doesNotContain("s3cret");
  }

  private WebhookActivitiesImpl webhooks(WebhookSubscription... configured) {
    StaffApiSettings settings =
        Fixtures.with(sandbox.settings(), StaffPolicy.careful(), List.of(configured));
    return new WebhookActivitiesImpl(sandbox.connect(settings), attempt);
  }

  private WebhookClient client() {
    return sandbox.connect(sandbox.settings()).client().webhooks();
  }

  private static WebhookSubscription subscription(
      String topic, String address, List<String> tags, Map<String, String> headers) {
    return new WebhookSubscription(topic, address, tags, Optional.of(headers));
  }

  private static WebhooksRequest sync() {
    return new WebhooksRequest(true, List.of());
  }

  private static WebhooksRequest syncAfter(WebhooksReport before) {
    return new WebhooksRequest(true, List.of(), Optional.of(before));
  }

  private static List<String> told(WebhooksReport report) {
    return report.lines().stream()
        .map(
            line ->
                line.state()
                    + " "
                    + line.id().map(String::valueOf).orElse("-")
                    + " "
                    + line.topic())
        .toList();
  }
}
