package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/**
 * All of Lanyard but its script, on a real server: both systems over HTTP, workers that come and
 * go, and the command line of people.
 */
final class LanyardOnRealTemporal implements AutoCloseable {

  /** Looks of a tenth of a second each: far longer than anything here takes (guessed). */
  private static final int LOOKS = 900;

  private final Path folder;
  private final String queue;
  private final Keys keys;
  private final WorkflowClient client;
  private final Sandbox sandbox;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  LanyardOnRealTemporal(TemporalTarget temporal, Path folder, String queue) throws Exception {
    this.folder = folder;
    this.queue = queue;
    this.keys = Keys.create(folder.resolve("keys"));
    this.client = LanyardWorker.client(temporal.serviceStubs(), temporal.namespace(), keys);
    this.sandbox = Sandbox.start(SandboxOptions.defaults());
  }

  Keys keys() {
    return keys;
  }

  WorkflowClient client() {
    return client;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /**
   * Starts a worker.
   *
   * @param file the text of its configuration file
   * @param variables of its environment, besides those that lead to the sandbox
   */
  LanyardWorker worker(String file, Map<String, String> variables) throws Exception {
    return LanyardWorker.start(client, configuration(file, variables), keys);
  }

  WorkerConfiguration configuration(String file, Map<String, String> variables) throws Exception {
    Path written = Files.writeString(folder.resolve("lanyard.conf"), file);
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("LANYARD_CONFIG", written.toString());
    environment.put("LANYARD_TASK_QUEUE", queue);
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

  /** What a command printed, and how it ended. */
  record Ran(int code, String out, String err) {}

  Ran run(String... words) {
    return run(List.of(), words);
  }

  /**
   * @param answers the first for a choice, the last for the question whether it is meant; none:
   *     nobody sits at a terminal
   */
  Ran run(List<String> answers, String... words) {
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
            TemporalConnection.over(client, keys.pinSealer(), queue));
    CommandLine root = new CommandLine(new Root());
    CommandTree.of(around).forEach(root::addSubcommand);
    root.setOut(terminal.out()).setErr(terminal.err());
    int code = root.execute(words);
    return new Ran(code, out.toString(), err.toString());
  }

  @CommandLine.Command(name = "lanyard")
  private static final class Root {}

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

  /** Hands Jane Doe's hire in, from 2026-05-01, and follows it until somebody is asked. */
  Ran hireJane(String employeeNumber) {
    return run(
        "onboard",
        "--employee-number",
        employeeNumber,
        "--first-name",
        "Jane",
        "--last-name",
        "Doe",
        "--phone",
        "6155551234",
        "--email",
        "jane.doe@example.com",
        "--pos-user-id",
        "12345",
        "--wage-rate",
        "15.50",
        "--start-date",
        "2026-05-01",
        "--site",
        "Wash 37135",
        "--permission",
        "General User",
        "--wait");
  }

  /** Every employee of Backoffice with this POS user ID, as the sandbox has them. */
  List<JsonNode> employees(int posUserId) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : new ObjectMapper().readTree(get("/_sandbox/state")).findPath("employees")) {
      if (one.path("posUserId").asInt() == posUserId) {
        found.add(one);
      }
    }
    return found;
  }

  /** Of Backoffice, with the cookies of this door. */
  String get(String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(sandbox.backofficeUrl().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The same; a form is answered by a redirect. */
  void post(String path, Map<String, String> form) throws Exception {
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

  /** What the server lists, it lists a moment later. */
  static void until(String what, BooleanSupplier holds) {
    for (int look = 0; look < LOOKS; look++) {
      if (holds.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("never: " + what);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
