package dev.lanyard.sandbox;

import static dev.lanyard.sandbox.StaffCaller.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff members of the staff API, traps included. */
class StaffMembersTest {
  private static final String JANE =
      """
      {"first_name":"Jane","last_name":"Doe","primary_email_address":"jane.doe@example.com",
       "phone":"6155551234","is_admin":false,"permissions":["FinishSale","PosPermission"],
       "sites":[923],"tags":["onboarding"],"code":"hr-10442"}""";

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

  private JsonNode stored(long id) throws IOException {
    for (JsonNode member : SandboxState.of(sandbox).document().at("/staffApi/staff")) {
      if (member.path("id").asLong() == id) {
        return member;
      }
    }
    throw new AssertionError("no staff member " + id);
  }

  private JsonNode widenings() throws IOException {
    return SandboxState.of(sandbox).document().at("/staffApi/widenings");
  }

  @Test
  void createAnswersALocationAndAnEmptyBodyAndSendsOneInvitation() throws IOException {
    StaffCaller.Answer created = api.post(STAFF + ".json", JANE);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).isEmpty();
    assertThat(created.header("Location"))
        .isEqualTo(sandbox.staffApiUrl() + "/v1/companies/5678/staff/454.json");

    JsonNode jane = api.get(STAFF + "/454.json").json();
    assertThat(jane.path("code").asText()).isEqualTo("hr-10442");
    assertThat(jane.at("/permissions/0/code").asText()).isEqualTo("FinishSale");
    assertThat(jane.at("/permissions/0/domain").asText()).isEqualTo("Point of Sale");
    assertThat(jane.at("/sites/count").asInt()).isEqualTo(1);
    assertThat(jane.path("email_addresses")).hasSize(1);
    assertThat(jane.path("created_at").asText()).matches(".*[+-]\\d\\d:\\d\\d");
    assertThat(api.get(STAFF + "/454/sites.json").json().at("/0/name").asText())
        .isEqualTo("Creek Wash");

    JsonNode invitations = SandboxState.of(sandbox).document().at("/staffApi/invitations");
    assertThat(invitations).hasSize(1);
    assertThat(invitations.at("/0/staffId").asLong()).isEqualTo(454);
    assertThat(invitations.at("/0/to").asText()).isEqualTo("jane.doe@example.com");
    assertThat(widenings()).isEmpty();
  }

  @Test
  void createWithoutSitesAndPermissionsGivesAllSitesAndSixDefaults() throws IOException {
    api.post(
        STAFF + ".json",
        "{\"first_name\":\"Jane\",\"last_name\":\"Doe\","
            + "\"primary_email_address\":\"jane.doe@example.com\"}");
    assertThat(stored(454).path("sites")).hasSize(7);
    assertThat(SandboxState.texts(stored(454).path("permissions")))
        .containsExactly(
            "Adjustments",
            "FinishSale",
            "ModifySales",
            "PosPermission",
            "UnassignRegisters",
            "Wastage");
    assertThat(widenings().findValuesAsText("reason"))
        .containsExactly("sites left out", "permissions left out");
  }

  @Test
  void createWithEmptyListsGivesNothing() throws IOException {
    api.post(
        STAFF + ".json",
        "{\"first_name\":\"Jane\",\"last_name\":\"Doe\",\"sites\":[],\"permissions\":[],"
            + "\"primary_email_address\":\"jane.doe@example.com\"}");
    assertThat(stored(454).path("sites")).isEmpty();
    assertThat(stored(454).path("permissions")).isEmpty();
  }

  @Test
  void updateWithoutSitesAssignsAllOfThemAndIsRecorded() throws IOException {
    StaffCaller.Answer updated = api.put(STAFF + "/453.json", "{\"phone\":\"1\"}");
    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.json().path("phone").asText()).isEqualTo("1");
    assertThat(stored(453).path("sites")).hasSize(7);
    assertThat(stored(453).path("permissions")).as("left out: unchanged").hasSize(6);
    assertThat(widenings().at("/0/staffId").asLong()).isEqualTo(453);
    assertThat(widenings().at("/0/method").asText()).isEqualTo("PUT");
  }

  @Test
  void updateWithEmptyListsRevokesAndWidensNothing() throws IOException {
    api.put(STAFF + "/453.json", "{\"permissions\":[],\"sites\":[],\"tags\":[]}");
    assertThat(stored(453).path("sites")).isEmpty();
    assertThat(stored(453).path("permissions")).isEmpty();
    assertThat(widenings()).isEmpty();
  }

  @Test
  void givenTagsReplaceAllOthers() throws IOException {
    api.post(STAFF + ".json", JANE);
    api.put(STAFF + "/454.json", "{\"tags\":[\"x\",\"y\"],\"sites\":[923]}");
    assertThat(SandboxState.texts(stored(454).path("tags"))).containsExactly("x", "y");
    api.put(STAFF + "/454.json", "{\"sites\":[923]}");
    assertThat(SandboxState.texts(stored(454).path("tags"))).containsExactly("x", "y");
  }

  @Test
  void adminsHaveNoPermissionsElementUntilTheyAreNone() throws IOException {
    JsonNode admin = api.put(STAFF + "/453.json", "{\"is_admin\":true,\"sites\":[924]}").json();
    assertThat(admin.has("permissions")).isFalse();
    assertThat(api.get(STAFF + "/admins.json").json()).hasSize(2);
    JsonNode again = api.put(STAFF + "/453.json", "{\"is_admin\":false,\"sites\":[924]}").json();
    assertThat(again.path("permissions")).hasSize(6);
  }

  @Test
  void everyProblemIsToldAtOnceAndNothingIsStored() throws IOException {
    StaffCaller.Answer refused =
        api.post(
            STAFF + ".json",
            "{\"first_name\":\"\",\"permissions\":[\"Nope\"],\"sites\":[1],\"is_admin\":\"no\","
                + "\"code\":\""
                + "x".repeat(256)
                + "\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(SandboxState.texts(refused.json().path("errors")))
        .containsExactlyInAnyOrder(
            "first_name: must not be blank",
            "last_name: must not be blank",
            "primary_email_address: must not be blank",
            "is_admin: must be true or false",
            "permissions: Nope is no permission code",
            "sites: 1 is no site of this company",
            "code: must have at most 255 characters");
    assertThat(api.get(STAFF + ".json").json()).hasSize(3);
    assertThat(SandboxState.of(sandbox).document().at("/staffApi/invitations")).isEmpty();
  }

  @Test
  void duplicateEmailIsAcceptedUnlessSwitched() throws IOException {
    assertThat(api.post(STAFF + ".json", JANE).status()).isEqualTo(201);
    assertThat(api.post(STAFF + ".json", JANE).status()).isEqualTo(201);
    new Browser(sandbox.backofficeUrl())
        .postJson("/_sandbox/settings", "{\"staffEmailUnique\":true}");
    StaffCaller.Answer refused = api.post(STAFF + ".json", JANE);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("already in use");
  }

  @Test
  void deletedMemberIsGoneForTheApiAndKeptForTheEye() throws IOException {
    assertThat(api.delete(STAFF + "/453.json").status()).isEqualTo(204);
    assertThat(api.get(STAFF + "/453.json").status()).isEqualTo(404);
    assertThat(api.put(STAFF + "/453.json", "{\"sites\":[]}").status()).isEqualTo(404);
    assertThat(api.delete(STAFF + "/453.json").status()).isEqualTo(404);
    assertThat(stored(453).path("deleted").asBoolean()).isTrue();
    assertThat(api.delete(STAFF + "/451.json").status()).as("the owner").isEqualTo(403);
  }

  @Test
  void listsAreAbridgedAndMayLackEmailAndCodeAsWell() throws IOException {
    JsonNode row = api.get(STAFF + ".json").json().get(1);
    assertThat(row.has("permissions")).isFalse();
    assertThat(row.path("primary_email_address").asText()).isEqualTo("dana.example@example.test");
    new Browser(sandbox.backofficeUrl())
        .postJson("/_sandbox/settings", "{\"listsLackEmailAndCode\":true}");
    JsonNode bare = api.get(STAFF + ".json").json().get(1);
    assertThat(bare.has("primary_email_address")).isFalse();
    assertThat(bare.has("code")).isFalse();
    assertThat(api.get(STAFF + "/452.json").json().has("primary_email_address")).isTrue();
  }

  @Test
  void listsComeInPagesOf25() throws IOException {
    for (int i = 0; i < 30; i++) {
      api.post(STAFF + ".json", JANE);
    }
    StaffCaller.Answer first = api.get(STAFF + ".json");
    assertThat(first.json()).hasSize(25);
    assertThat(first.header("X-Pages")).isEqualTo("2");
    String next = first.header("X-Next-Page");
    assertThat(next).startsWith(sandbox.staffApiUrl() + STAFF + ".json");
    StaffCaller.Answer second = api.get(next.substring(sandbox.staffApiUrl().toString().length()));
    assertThat(second.json()).hasSize(8);
    assertThat(second.header("X-Next-Page")).isNull();
    StaffCaller.Answer asked = api.send(api.request(STAFF + ".json").header("X-Page", "1").build());
    assertThat(asked.body()).isEqualTo(second.body());
  }

  @Test
  void sitesAreBackofficesPlusOne() throws IOException {
    JsonNode sites = api.get("/v1/companies/5678/sites.json").json();
    assertThat(sites.findValuesAsText("name"))
        .containsExactly(
            "Wash 37135",
            "Harbor Wash",
            "Creek Wash",
            "Canyon Wash",
            "Mesa Wash",
            "Pine Wash",
            "Airport Kiosk");
    assertThat(api.get("/v1/companies/5678/sites/923.json").json().path("code").asText())
        .isEqualTo("CREEK");
    assertThat(api.get("/v1/companies/5678/sites/1.json").status()).isEqualTo(404);
    assertThat(api.get("/v1/companies/me.json").json().path("id").asLong()).isEqualTo(5678);
    assertThat(api.get(STAFF + "/me.json").json().path("is_admin").asBoolean()).isTrue();
  }

  @Test
  void addressesAreListedApart() throws IOException {
    api.put(
        STAFF + "/453.json",
        "{\"sites\":[],\"postal_address\":{\"lines\":[\"1 Example St\"],\"city\":\"Springfield\"}}");
    assertThat(api.get(STAFF + "/453/addresses.json").json().at("/0/city").asText())
        .isEqualTo("Springfield");
    assertThat(api.get(STAFF + "/453.json").json().at("/addresses/count").asInt()).isEqualTo(1);
  }

  @Test
  void webhooksAreKeptAndTheirHeadersChecked() throws IOException {
    String hooks = "/v1/companies/5678/webhooks";
    String good =
        "{\"topic\":\"staff/updated\",\"address\":\"https://example.test/hook\","
            + "\"format\":\"json\",\"filter\":{\"tags\":[\"x\"]},\"headers\":{\"X-Own\":\"1\"}}";
    StaffCaller.Answer created = api.post(hooks + ".json", good);
    assertThat(created.status()).isEqualTo(201);
    String one = hooks + "/" + created.newId() + ".json";
    assertThat(api.get(one).json().path("topic").asText()).isEqualTo("staff/updated");
    assertThat(api.put(one, "{\"address\":\"https://example.test/b\"}").json().path("address"))
        .hasToString("\"https://example.test/b\"");
    assertThat(api.get(hooks + ".json").json()).hasSize(1);
    StaffCaller.Answer refused =
        api.post(
            hooks + ".json",
            "{\"topic\":\"staff/deleted\",\"address\":\"ftp://x\","
                + "\"filter\":{\"tags\":[]},\"headers\":{\"X-Kounta-Signature\":\"1\"}}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors")).hasSize(3);
    assertThat(api.delete(one).status()).isEqualTo(204);
    assertThat(api.get(one).status()).isEqualTo(404);
  }
}
