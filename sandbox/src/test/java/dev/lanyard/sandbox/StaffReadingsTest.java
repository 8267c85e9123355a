package dev.lanyard.sandbox;

import static dev.lanyard.sandbox.StaffCaller.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the vendor of the staff API leaves open, and what administrators change meanwhile. */
class StaffReadingsTest {
  private static final String JANE =
      "{\"first_name\":\"Jane\",\"last_name\":\"Doe\",\"sites\":[923],"
          + "\"primary_email_address\":\"jane.doe@example.com\"}";

  private Sandbox sandbox;
  private Browser controls;
  private StaffCaller api;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    controls = new Browser(sandbox.staffApiUrl());
    api = StaffCaller.basic(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void idsMayLieAboveWhatADoubleHolds() throws IOException {
    controls.set("{\"bigIds\":true,\"idStr\":true}");
    StaffCaller.Answer created = api.post(STAFF + ".json", JANE);
    assertThat(created.newId()).isEqualTo(9007199254740993L);
    String body = api.get(STAFF + "/9007199254740993.json").body();
    assertThat(body)
        .contains("\"id\":9007199254740993,")
        .contains("\"id_str\":\"9007199254740993\"");
    assertThat(api.get(STAFF + "/9007199254740992.json").status()).isEqualTo(404);
  }

  @Test
  void writesMayOrMayNotAnswerWithTheResource() throws IOException {
    assertThat(api.post(STAFF + ".json", JANE).body()).isEmpty();
    String update = "{\"phone\":\"1\",\"sites\":[923]}";
    assertThat(api.put(STAFF + "/454.json", update).json().path("phone").asText()).isEqualTo("1");
    controls.set("{\"createAnswersBody\":true,\"updateAnswersBody\":false}");
    StaffCaller.Answer created = api.post(STAFF + ".json", JANE);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("id").asLong()).isEqualTo(created.newId());
    StaffCaller.Answer updated = api.put(STAFF + "/454.json", update);
    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.body()).isEmpty();
  }

  @Test
  void listsPageInOneStyleOrTheOther() throws IOException {
    for (int i = 0; i < 25; i++) {
      api.post(STAFF + ".json", JANE);
    }
    controls.set("{\"pagingStyle\":\"next-page\"}");
    StaffCaller.Answer first = api.get(STAFF + ".json");
    assertThat(first.header("X-Next-Page")).endsWith("/staff.json?page=1");
    assertThat(first.header("X-Pages")).isNull();
    controls.set("{\"pagingStyle\":\"x-pages\"}");
    StaffCaller.Answer second =
        api.send(api.request(STAFF + ".json").header("X-Page", "1").build());
    assertThat(second.header("X-Next-Page")).isNull();
    assertThat(second.header("X-Pages")).isEqualTo("2");
    assertThat(second.header("X-Page")).isEqualTo("1");
    assertThat(second.json()).hasSize(3);
  }

  @Test
  void sitesAddedRenamedAndRemovedWhileRunningCount() throws IOException {
    assertThat(controls.control("/_sandbox/staff-sites", "{\"name\":\"Late Wash\"}").body())
        .contains("928");
    controls.control("/_sandbox/staff-sites/921", "{\"name\":\"Wash 1\"}");
    assertThat(api.get("/v1/companies/5678/sites/921.json").json().path("name").asText())
        .isEqualTo("Wash 1");
    api.put(STAFF + "/453.json", "{\"phone\":\"1\"}");
    assertThat(api.get(STAFF + "/453.json").json().at("/sites/count").asInt())
        .as("sites left out means all, the late one too")
        .isEqualTo(8);
    assertThat(SandboxState.of(sandbox).document().at("/staffApi/widenings/0/staffId").asLong())
        .isEqualTo(453);
    assertThat(controls.delete("/_sandbox/staff-sites/928").status()).isEqualTo(204);
    assertThat(api.get(STAFF + "/453/sites.json").json()).hasSize(7);
    assertThat(api.get(STAFF + "/453.json").json().at("/sites/count").asInt()).isEqualTo(7);
    assertThat(api.post(STAFF + ".json", JANE.replace("923", "928")).status()).isEqualTo(422);
  }

  @Test
  void refreshTokenThatWasRotatedAwayIsRefused() throws IOException {
    JsonNode first = token("grant_type=client_credentials").json();
    String refresh =
        "grant_type=refresh_token&redirect_uri=http://127.0.0.1/cb&refresh_token="
            + first.path("refresh_token").asText();
    assertThat(token(refresh).json().path("refresh_token").asText())
        .isNotEqualTo(first.path("refresh_token").asText());
    StaffCaller.Answer again = token(refresh);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().path("error").asText()).isEqualTo("invalid_grant");
  }

  private StaffCaller.Answer token(String form) throws IOException {
    return StaffCaller.with(sandbox, null)
        .post(
            "/v1/token.json",
            form + "&client_id=sandbox-client&client_secret=sandbox-client-secret",
            "application/x-www-form-urlencoded");
  }
}
