package dev.lanyard.sandbox;

import static dev.lanyard.sandbox.StaffCaller.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every request to the staff API must carry: format, credentials, patience. */
class StaffGateTest {
  private Sandbox sandbox;
  private StaffCaller api;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    api = StaffCaller.basic(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void set(String json) throws IOException {
    assertThat(new Browser(sandbox.staffApiUrl()).postJson("/_sandbox/settings", json).status())
        .isEqualTo(200);
  }

  private StaffCaller.Answer token(String form) throws IOException {
    return StaffCaller.with(sandbox, null)
        .post("/v1/token.json", form, "application/x-www-form-urlencoded");
  }

  private static String client(String grant) {
    return "client_id=sandbox-client&client_secret=sandbox-client-secret&grant_type=" + grant;
  }

  private StaffCaller bearer(JsonNode tokens) {
    return StaffCaller.with(sandbox, "Bearer " + tokens.path("access_token").asText());
  }

  @Test
  void neitherSuffixNorAcceptIsNotAcceptable() throws IOException {
    assertThat(api.get(STAFF).status()).isEqualTo(406);
    assertThat(api.send(api.request(STAFF).header("Accept", "*/*").build()).status())
        .isEqualTo(406);
    assertThat(api.send(api.request(STAFF).header("Accept", "application/json").build()).status())
        .isEqualTo(200);
    assertThat(api.get(STAFF + ".json").status()).isEqualTo(200);
  }

  @Test
  void bodyOfAnotherTypeOrNoJsonIsABadRequest() throws IOException {
    assertThat(api.post(STAFF + ".json", "{}", "text/plain").status()).isEqualTo(400);
    assertThat(api.post(STAFF + ".json", "{", "application/json").status()).isEqualTo(400);
    assertThat(api.post(STAFF + ".json", "[]", "application/json").status()).isEqualTo(400);
    assertThat(api.post(STAFF + ".json", "{}", "application/json; charset=utf-8").status())
        .isEqualTo(422);
  }

  @Test
  void wrongCredentialsForeignCompaniesAndUnknownAddressesAreToldApart() throws IOException {
    StaffCaller wrong = StaffCaller.with(sandbox, Credentials.basic("sandbox-client", "no"));
    assertThat(wrong.get(STAFF + ".json").status()).isEqualTo(401);
    assertThat(StaffCaller.with(sandbox, null).get(STAFF + ".json").status()).isEqualTo(401);
    assertThat(api.get("/v1/companies/1/staff.json").status()).isEqualTo(403);
    assertThat(api.get("/v1/nothing.json").status()).isEqualTo(404);
    assertThat(api.delete(STAFF + ".json").status()).isEqualTo(405);
    assertThat(wrong.get(STAFF + ".json").json().has("error")).isTrue();
  }

  @Test
  void clientCredentialsOpenTheDoorUntilTheyExpire() throws IOException {
    JsonNode tokens = token(client("client_credentials")).json();
    assertThat(tokens.path("expires_in").asLong()).isEqualTo(3600);
    assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(bearer(tokens).get(STAFF + ".json").status()).isEqualTo(200);

    assertThat(new Browser(sandbox.staffApiUrl()).post("/_sandbox/expire-tokens").status())
        .isEqualTo(204);
    StaffCaller.Answer expired = bearer(tokens).get(STAFF + ".json");
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.body()).contains("access token provided has expired");
  }

  @Test
  void refreshRotatesTheRefreshToken() throws IOException {
    JsonNode first = token(client("client_credentials")).json();
    String refresh =
        client("refresh_token")
            + "&redirect_uri=https://example.test&refresh_token="
            + first.path("refresh_token").asText();
    JsonNode second = token(refresh).json();
    assertThat(bearer(second).get(STAFF + ".json").status()).isEqualTo(200);
    assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
    StaffCaller.Answer again = token(refresh);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void refreshTokenOpensNoDoor() throws IOException {
    JsonNode tokens = token(client("client_credentials")).json();
    assertThat(
            StaffCaller.with(sandbox, "Bearer " + tokens.path("refresh_token").asText())
                .get(STAFF + ".json")
                .status())
        .isEqualTo(401);
  }

  @Test
  void authorizationCodeIsGoodOnce() throws IOException {
    String form =
        client("authorization_code")
            + "&code=sandbox-authorization-code&redirect_uri=https://example.test";
    assertThat(token(form).status()).isEqualTo(200);
    assertThat(token(form).status()).isEqualTo(400);
  }

  @Test
  void tokenEndpointNamesWhatIsMissing() throws IOException {
    StaffCaller.Answer missing = token("grant_type=refresh_token&client_id=sandbox-client");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.body()).contains("refresh_token, client_secret, redirect_uri");
    assertThat(token("grant_type=password").body()).contains("unsupported_grant_type");
    assertThat(token("grant_type=client_credentials&client_id=x&client_secret=y").status())
        .isEqualTo(401);
  }

  @Test
  void sixtyFirstRequestOfAMinuteIsTooManyAndTellsWhenToComeBack() throws IOException {
    set("{\"rateLimit\":true}");
    long before = Instant.now().getEpochSecond();
    for (int i = 0; i < 60; i++) {
      assertThat(api.get("/v1/companies/me.json").status()).isEqualTo(200);
    }
    StaffCaller.Answer refused = api.get("/v1/companies/me.json");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Long.parseLong(refused.header("X-Ratelimit-Reset")))
        .isBetween(before + 60, Instant.now().getEpochSecond() + 60);
    JsonNode tokens = token(client("client_credentials")).json();
    assertThat(bearer(tokens).get("/v1/companies/me.json").status())
        .as("tokens have a window of their own")
        .isEqualTo(200);
  }
}
