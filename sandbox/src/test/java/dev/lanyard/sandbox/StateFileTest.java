package dev.lanyard.sandbox;

import static dev.lanyard.sandbox.StaffCaller.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The memory on disk. */
class StateFileTest {
  @TempDir Path folder;

  /** What a killed process runs. */
  static final class Launch {
    private Launch() {}

    public static void main(String[] arguments) {
      System.exit(new CommandLine(new SandboxCommand()).execute(arguments));
    }
  }

  private SandboxOptions options() {
    return SandboxOptions.defaults().withStateFile(folder.resolve("below/state.json"));
  }

  @Test
  void peopleInvitationsAndTokensSurviveARestart() throws IOException {
    JsonNode before;
    String token;
    try (Sandbox sandbox = Sandbox.start(options())) {
      assertThat(folder.resolve("below/state.json")).exists();
      Browser.loggedIn(sandbox).post("/employee/insert", Jane.atWash37135().pairs());
      StaffCaller.basic(sandbox)
          .post(
              STAFF + ".json",
              "{\"first_name\":\"Jane\",\"last_name\":\"Doe\","
                  + "\"postal_address\":{\"city\":\"Springfield\"},"
                  + "\"primary_email_address\":\"jane.doe@example.com\"}");
      token =
          StaffCaller.with(sandbox, null)
              .post(
                  "/v1/token.json",
                  "grant_type=client_credentials&client_id=sandbox-client"
                      + "&client_secret=sandbox-client-secret",
                  "application/x-www-form-urlencoded")
              .json()
              .path("access_token")
              .asText();
      before = SandboxState.of(sandbox).document();
      assertThat(before.at("/staffApi/widenings")).hasSize(2);
    }
    try (Sandbox sandbox = Sandbox.start(options().withEmployees(3).withSeed(9))) {
      assertThat(SandboxState.of(sandbox).document()).isEqualTo(before);
      StaffCaller bearer = StaffCaller.with(sandbox, "Bearer " + token);
      assertThat(bearer.get(STAFF + "/454.json").json().at("/postal_address/city").asText())
          .isEqualTo("Springfield");
      assertThat(
              Browser.loggedIn(sandbox)
                  .post(
                      "/employee/insert",
                      Jane.atWash37135()
                          .with("posCredential[POSLoginID]", "12346")
                          .with("employee[email]", "")
                          .pairs())
                  .location())
          .isEqualTo("/employee/permissions/414");
    }
  }

  @Test
  void killedProcessLosesNothingThatItAcknowledged() throws IOException, InterruptedException {
    Path file = folder.resolve("state.json");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Launch.class.getName(),
                "--backoffice-port=0",
                "--staff-api-port=0",
                "--json",
                "--state=" + file)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Long> acknowledged = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      JsonNode told = new ObjectMapper().readTree(out.readLine());
      Browser browser = new Browser(URI.create(told.at("/backoffice/url").asText()));
      browser.logIn(
          told.at("/backoffice/username").asText(), told.at("/backoffice/password").asText());
      Thread killer =
          new Thread(
              () -> {
                while (acknowledgedCount(acknowledged) < 15) {
                  Thread.onSpinWait();
                }
                process.destroyForcibly();
              });
      killer.start();
      insertUntilCut(browser, acknowledged);
      killer.join();
    }
    process.waitFor();

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(15);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withStateFile(file))) {
      assertThat(
              SandboxState.of(sandbox).employees().stream()
                  .map(employee -> employee.path("posUserId").asLong()))
          .containsAll(acknowledged);
    }
  }

  private static int acknowledgedCount(List<Long> acknowledged) {
    synchronized (acknowledged) {
      return acknowledged.size();
    }
  }

  private static void insertUntilCut(Browser browser, List<Long> acknowledged) {
    try {
      for (long posUserId = 80_001; posUserId < 90_000; posUserId++) {
        Browser.Page answer =
            browser.post(
                "/employee/insert",
                Jane.atWash37135()
                    .with("posCredential[POSLoginID]", Long.toString(posUserId))
                    .with("employee[email]", "")
                    .pairs());
        assertThat(answer.location()).startsWith("/employee/permissions/");
        synchronized (acknowledged) {
          acknowledged.add(posUserId);
        }
      }
      throw new AssertionError("was never cut");
    } catch (IOException cut) {
      assertThat(acknowledgedCount(acknowledged)).as(cut.toString()).isPositive();
    }
  }

  @Test
  void failedChangeIsTakenBackWhenTheFileCannotBeWritten() throws IOException {
    try (Sandbox sandbox = Sandbox.start(options())) {
      Browser browser = Browser.loggedIn(sandbox);
      Path file = folder.resolve("below/state.json");
      Files.createDirectory(folder.resolve("below/state.json.next"));
      assertThat(browser.post("/employee/insert", Jane.atWash37135().pairs()).status())
          .isEqualTo(500);
      assertThat(SandboxState.of(sandbox).employees()).hasSize(12);
      Files.delete(folder.resolve("below/state.json.next"));
      assertThat(browser.post("/employee/insert", Jane.atWash37135().pairs()).status())
          .isEqualTo(302);
      assertThat(Files.readString(file)).contains("Jane");
    }
  }

  @Test
  void fileOfTheOtherShapeOrNoneOfOursIsRefusedByName() throws IOException {
    Sandbox.start(options()).close();
    assertThatThrownBy(() -> Sandbox.start(options().withTenant(TenantShape.FLAT)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state.json")
        .hasMessageContaining("other shape, hierarchical");
    for (String content : List.of("{", "{\"version\":7}", "{\"version\":1,\"backoffice\":{}}")) {
      Path foreign = Files.writeString(folder.resolve("foreign.json"), content);
      assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withStateFile(foreign)))
          .as(content)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("foreign.json cannot be used")
          .hasMessageContaining("Delete it");
    }
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    try (Sandbox sandbox = Sandbox.start(options())) {
      Browser.loggedIn(sandbox).post("/employee/insert", Jane.atWash37135().pairs());
    }
    try (Stream<Path> files = Files.list(folder.resolve("below"))) {
      assertThat(files).containsExactly(folder.resolve("below/state.json"));
    }
  }

  @Test
  void readingsFaultsAndTheTenantSurviveARestartAndCountOn() throws IOException {
    String fault = "{\"system\":\"backoffice\",\"path\":\"/login\",\"nth\":3,\"kind\":\"status\"}";
    try (Sandbox sandbox = Sandbox.start(options())) {
      Browser browser = new Browser(sandbox.backofficeUrl());
      browser.set("{\"expirySignal\":\"login-page\",\"inactiveIcon\":\"fa-ban\"}");
      browser.control("/_sandbox/faults", fault);
      browser.control("/_sandbox/sites", "{\"name\":\"Late Wash\",\"shortCode\":\"LATE\"}");
      browser.control("/_sandbox/departments/3", "{\"name\":\"Host\"}");
      browser.control("/_sandbox/staff-sites", "{\"name\":\"Late Wash\"}");
      browser.get("/login");
      browser.get("/login");
    }
    try (Sandbox sandbox = Sandbox.start(options().withSetting("expirySignal", "unauthorized"))) {
      Browser browser = new Browser(sandbox.backofficeUrl());
      assertThat(browser.get("/login").status()).as("the third in all").isEqualTo(500);
      assertThat(browser.get("/employee").status()).as("the command line wins").isEqualTo(401);
      assertThat(browser.get("/_sandbox/settings").body())
          .contains("\"inactiveIcon\" : \"fa-ban\"");
      JsonNode state = SandboxState.of(sandbox).document();
      assertThat(state.at("/backoffice/sites").findValuesAsText("name")).contains("Late Wash");
      assertThat(state.at("/backoffice/departments").findValuesAsText("label")).contains("Host");
      assertThat(state.at("/staffApi/sites").findValuesAsText("name")).contains("Late Wash");
    }
    Path list =
        Files.writeString(folder.resolve("faults.json"), "[" + fault.replace("3", "1") + "]");
    try (Sandbox sandbox = Sandbox.start(options().withFaults(list))) {
      Browser browser = new Browser(sandbox.backofficeUrl());
      assertThat(browser.get("/login").status()).isEqualTo(500);
      assertThat(new ObjectMapper().readTree(browser.get("/_sandbox/faults").body())).hasSize(1);
    }
  }

  @Test
  void commandLineIsNotKeptInTheFile() throws IOException {
    Sandbox.start(options().withSetting("backofficePassword", "typed-by-a-person")).close();
    assertThat(Files.readString(folder.resolve("below/state.json")))
        .doesNotContain("typed-by-a-person");
  }

  @Test
  void faultListThatCannotBeReadStopsTheStartByName() throws IOException {
    Path none = folder.resolve("none.json");
    assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withFaults(none)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.json cannot be read");
  }

  @Test
  void fileOfAnOlderSandboxIsReadOn() throws IOException {
    Sandbox.start(options()).close();
    Path file = folder.resolve("below/state.json");
    ObjectMapper json = new ObjectMapper();
    ObjectNode old = (ObjectNode) json.readTree(file.toFile());
    old.remove(List.of("settings", "faults"));
    ((ObjectNode) old.get("backoffice")).remove("catalogue");
    ((ObjectNode) old.get("staff-api")).remove("sites");
    for (JsonNode employee : old.at("/backoffice/employees")) {
      ((ObjectNode) employee.get("access")).remove(List.of("regions", "districts"));
      ((ObjectNode) employee.get("profile")).putArray("departments").add("GREETER");
    }
    json.writeValue(file.toFile(), old);
    try (Sandbox sandbox = Sandbox.start(options())) {
      assertThat(SandboxState.of(sandbox).employees()).hasSize(12);
      assertThat(SandboxState.of(sandbox).byPosUserId(70002).at("/departments/0").asText())
          .isEqualTo("Greeter");
    }
  }
}
