package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.starter.command.CommandTree;
import dev.lanyard.starter.command.Surroundings;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.worker.LanyardWorker;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import io.temporal.client.WorkflowClient;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Real server, real worker, both systems over HTTP: fired people whom Lanyard never saw before. */
@ExtendWith(RealTemporal.class)
class FireOnRealTemporalTest {

  private static final String QUEUE = "fire";

  /** Employee 401, who has a login to Backoffice besides. */
  private static final int WITH_WEB_USER = 70_001;

  private static final int WITHOUT_WEB_USER = 70_002;
  private static final int WEB_USER = 3_310_002;

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private Keys keys;
  private WorkflowClient client;

  @Test
  void firedByNameIsProvenInEverySystemAndUndoableAndWebUsersAreAHumansUntilReadBack(
      TemporalTarget temporal) throws Exception {
    keys = Keys.create(folder.resolve("keys"));
    client = LanyardWorker.client(temporal.serviceStubs(), temporal.namespace(), keys);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        LanyardWorker worker = LanyardWorker.start(client, configuration(sandbox), keys)) {
      assertThat(worker.taskQueue()).isEqualTo(QUEUE);
      byName(sandbox);
      webUserIsAHumans(sandbox);
      nobody();
    }
  }

  private void byName(Sandbox sandbox) throws Exception {
    JsonNode employee = employee(sandbox, WITHOUT_WEB_USER);
    String name = employee.path("firstName").asText().strip() + " " + lastName(employee);

    Ran ran = run(List.of("1", "70002"), "fire", name);

    assertThat(ran.code()).as("%s %s", ran.out(), ran.err()).isZero();
    assertThat(ran.out())
        .contains("POS user ID", "person/pos-70002")
        .contains("Done: pos-70002 has no access any more.")
        .containsPattern(
            "Backoffice +closed +[0-9:]{5,8} +employee 402 disabled; read back: inactive")
        .containsPattern("staff API +not found")
        .containsPattern("web users +closed +[0-9:]{5,8} +none found");
    assertThat(employee(sandbox, WITHOUT_WEB_USER).path("active").asBoolean()).isFalse();
    OffboardingResult result = result("pos-70002");
    assertThat(result.before().orElseThrow().employee().orElseThrow().active()).isTrue();
    assertThat(result.undoableUntil()).isPresent();
  }

  private void webUserIsAHumans(Sandbox sandbox) throws Exception {
    String last = lastName(employee(sandbox, WITH_WEB_USER));

    Ran ran = run(List.of(), "fire", "70001", "--last-name", last, "--yes");

    assertThat(ran.code()).as("%s %s", ran.out(), ran.err()).isEqualTo(3);
    assertThat(ran.out())
        .containsPattern("Backoffice +closed")
        .containsPattern("web users +open +disable login of web user " + WEB_USER);
    assertThat(employee(sandbox, WITH_WEB_USER).path("active").asBoolean()).isFalse();
    closeByHand(sandbox);
    assertThat(run(List.of(), "done", "pos-70001", "--by", "maria", "--yes").code()).isZero();
    assertThat(result("pos-70001").webUsers()).isEqualTo("closed");
  }

  private void nobody() {
    assertThat(run(List.of(), "fire", "79999", "--last-name", "Doe", "--yes"))
        .satisfies(ran -> assertThat(ran.code()).isEqualTo(1))
        .satisfies(ran -> assertThat(ran.out()).contains("Nobody was found"));
    assertThat(run(List.of("y"), "fire", "Nobody Atall"))
        .satisfies(ran -> assertThat(ran.code()).isEqualTo(1))
        .satisfies(ran -> assertThat(ran.err()).contains("nobody of this name"));
  }

  private OffboardingResult result(String number) throws Exception {
    return client
        .newUntypedWorkflowStub(WorkflowIds.offboarding(EmployeeNumber.of(number), 1))
        .getResult(60, TimeUnit.SECONDS, OffboardingResult.class);
  }

  /** As somebody does it on the page that the request names. */
  private void closeByHand(Sandbox sandbox) throws Exception {
    get(sandbox, "/login");
    post(
        sandbox,
        "/login_check",
        Map.of(
            "_username", sandbox.backofficeUsername(), "_password", sandbox.backofficePassword()));
    post(sandbox, "/user/update", Map.of("user[id]", String.valueOf(WEB_USER)));
  }

  private String get(Sandbox sandbox, String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(sandbox.backofficeUrl().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void post(Sandbox sandbox, String path, Map<String, String> form) throws Exception {
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    URI uri = sandbox.backofficeUrl().resolve(path);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(302);
  }

  private JsonNode employee(Sandbox sandbox, int posUserId) throws Exception {
    for (JsonNode one :
        new ObjectMapper().readTree(get(sandbox, "/_sandbox/state")).findPath("employees")) {
      if (one.path("posUserId").asInt() == posUserId) {
        return one;
      }
    }
    throw new AssertionError("no employee " + posUserId);
  }

  private static String lastName(JsonNode employee) {
    return employee.path("lastName").asText().strip();
  }

  private record Ran(int code, String out, String err) {}

  private Ran run(List<String> answers, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            new ByteArrayInputStream(new byte[0]),
            answers.isEmpty() ? Optional.empty() : Optional.of(new Typist(answers)));
    Surroundings around =
        Surroundings.of(
            terminal,
            Clock.systemUTC(),
            Map.of("LANYARD_HOME", folder.toString(), "USER", "maria"),
            TemporalConnection.over(client, keys.pinSealer(), QUEUE));
    CommandLine root = new CommandLine(new Root());
    CommandTree.of(around).forEach(root::addSubcommand);
    root.setOut(terminal.out()).setErr(terminal.err());
    int code = root.execute(words);
    return new Ran(code, out.toString(), err.toString());
  }

  @CommandLine.Command(name = "lanyard")
  private static final class Root {}

  /** Answers a choice with the first, and the question whether it is meant with the last. */
  private record Typist(List<String> answers) implements Terminal.Prompt {
    @Override
    public Optional<String> line(String question) {
      return Optional.of(
          question.startsWith("Which one") ? answers.get(0) : answers.get(answers.size() - 1));
    }

    @Override
    public Optional<String> secret(String question) {
      return Optional.empty();
    }
  }

  private WorkerConfiguration configuration(Sandbox sandbox) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("lanyard.conf"),
            "lanyard.policy { look-again-after = 1s, grace-period = 30d, spread = 0s }");
    Map<String, String> environment = new HashMap<>();
    environment.put("LANYARD_CONFIG", file.toString());
    environment.put("LANYARD_TASK_QUEUE", QUEUE);
    environment.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    environment.put("STAFF_API_REQUESTS_PER_MINUTE", "60000");
    return WorkerConfiguration.read(environment);
  }
}
