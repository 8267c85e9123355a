package dev.lanyard.activities.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.staffapi.client.NewStaffMember;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.SiteDecision;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.activities.staffapi.client.TokenEndpoint;
import dev.lanyard.activities.staffapi.token.Authorizations;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A sandbox of its own for one test, and what tests ask and tell it. */
final class RunningSandbox implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far longer than anything here takes: only a hanging test meets it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OkHttpClient http = new OkHttpClient();
  private final Sandbox sandbox;
  private final StaffApiSettings before;

  RunningSandbox() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    before = settings();
  }

  final MovedClock clock = new MovedClock();

  StaffApiActivitiesImpl activities(Attempts attempts) {
    return activities(attempts, StaffPolicy.careful());
  }

  /** Of a client that goes by this clock. */
  StaffApiActivitiesImpl activities(Attempts attempts, Clock otherClock) {
    return new StaffApiActivitiesImpl(
        StaffApi.connect(
            settings(),
            new BasicAuthorization(settings().credentials()),
            RequestLimit.NONE,
            otherClock),
        attempts,
        () -> Fixtures.RUN);
  }

  /** With the secret that was right when it was made. */
  StaffApiDoctor doctor() {
    return StaffApiDoctor.create(connect(before), List.of());
  }

  StaffApiActivitiesImpl activities(Attempts attempts, StaffPolicy policy) {
    return new StaffApiActivitiesImpl(
        connect(Fixtures.with(settings(), policy)), attempts, () -> Fixtures.RUN);
  }

  /** Of a client that waits no longer for an answer. */
  StaffApiActivitiesImpl activities(Attempts attempts, StaffPolicy policy, Duration timeout) {
    StaffApiSettings settings = Fixtures.with(settings(), policy);
    return new StaffApiActivitiesImpl(
        connect(Fixtures.with(settings, timeout)), attempts, () -> Fixtures.RUN);
  }

  /** With OAuth instead of Basic. */
  StaffApiActivitiesImpl activitiesWithToken(Attempts attempts, StaffPolicy policy) {
    return new StaffApiActivitiesImpl(withToken(policy), attempts, () -> Fixtures.RUN);
  }

  StaffApi withToken(StaffPolicy policy) {
    StaffApiSettings settings = Fixtures.with(settings(), policy);
    TokenEndpoint.Client client =
        new TokenEndpoint.Client(sandbox.staffApiClientId(), sandbox.staffApiClientSecret(), "");
    Authorizations authorizations =
        new Authorizations(
            new TokenEndpoint(settings.origin(), PATIENCE, clock), () -> client, clock);
    return StaffApi.connect(settings, authorizations.ofClient(), RequestLimit.NONE, clock);
  }

  StaffApi connect(StaffApiSettings settings) {
    return StaffApi.connect(
        settings, new BasicAuthorization(settings.credentials()), RequestLimit.NONE, clock);
  }

  StaffApiSettings settings() {
    return Fixtures.settings(
        sandbox.staffApiUrl() + "/v1/",
        new StaffApiCredentials(sandbox.staffApiClientId(), sandbox.staffApiClientSecret()),
        sandbox.staffApiCompanyId());
  }

  /** So many people who are none of the test's. */
  void hireOthers(int count) {
    StaffApiClient client =
        new StaffApiClient(
            settings().origin(),
            new BasicAuthorization(settings().credentials()),
            sandbox.staffApiCompanyId(),
            PATIENCE,
            RequestLimit.NONE,
            Clock.systemUTC());
    for (int i = 0; i < count; i++) {
      NewStaffMember other =
          new NewStaffMember(
              "Dana",
              "Example",
              "dana" + i + "@example.com",
              Optional.empty(),
              "hr-2000" + i,
              List.of(),
              SiteDecision.none(),
              List.of(),
              Optional.empty());
      assertThat(client.create(other, () -> {})).isPresent();
    }
  }

  /** The next matching request meets this. */
  void fault(Map<String, Object> fault) {
    send("POST", "faults", List.of(fault));
  }

  /** How often scripted faults have played so far. */
  int faultsFired() {
    int fired = 0;
    for (JsonNode fault : send("GET", "faults", null)) {
      fired += fault.path("fired").asInt();
    }
    return fired;
  }

  void settings(Map<String, Object> settings) {
    send("POST", "settings", settings);
  }

  void forgetRequests() {
    send("DELETE", "requests", List.of());
  }

  /** Every request since the last {@link #forgetRequests}, with its path and its status. */
  List<String> requests() {
    return StreamSupport.stream(send("GET", "requests", null).spliterator(), false)
        .filter(request -> request.path("system").asText().equals("staff-api"))
        .map(
            request ->
                "%s %s %d"
                    .formatted(
                        request.path("method").asText(),
                        request.path("path").asText(),
                        request.path("status").asInt()))
        .toList();
  }

  /** The writes among them, such as {@code PUT 200}. */
  List<String> writes() {
    return requests().stream()
        .filter(request -> !request.startsWith("GET"))
        .map(request -> request.replaceAll(" .* ", " "))
        .toList();
  }

  /** Staff members that are not deleted and carry the code. */
  List<JsonNode> withCode(String code) {
    return StreamSupport.stream(staffApi().path("staff").spliterator(), false)
        .filter(member -> member.path("code").asText().equals(code))
        .filter(member -> !member.path("deleted").asBoolean())
        .toList();
  }

  List<String> invitationsTo(String email) {
    return StreamSupport.stream(staffApi().path("invitations").spliterator(), false)
        .map(invitation -> invitation.path("to").asText())
        .filter(email::equalsIgnoreCase)
        .toList();
  }

  void assertNothingWidened() {
    assertThat(staffApi().path("widenings").isArray()).isTrue();
    assertThat(staffApi().path("widenings")).isEmpty();
  }

  /** Until a write that comes late has come. */
  void awaitWrite(BooleanSupplier done) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private JsonNode staffApi() {
    return send("GET", "state", null).path("staffApi");
  }

  private JsonNode send(String method, String path, Object body) {
    try {
      RequestBody json =
          body == null || method.equals("GET")
              ? null
              : RequestBody.create(JSON.writeValueAsBytes(body), MediaType.get("application/json"));
      Request request =
          new Request.Builder()
              .url(sandbox.staffApiUrl() + "/_sandbox/" + path)
              .method(method, json)
              .build();
      try (Response response = http.newCall(request).execute()) {
        String answer = response.body().string();
        assertThat(response.code()).as(answer).isBetween(200, 299);
        return answer.isEmpty() ? JSON.nullNode() : JSON.readTree(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
