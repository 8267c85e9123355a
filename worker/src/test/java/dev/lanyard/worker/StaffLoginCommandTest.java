package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.staffapi.StaffApi;
import dev.lanyard.activities.staffapi.StaffApiDoctor;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.doctor.CheckResult;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60) // Who waits for a browser waits for ever.
class StaffLoginCommandTest {

  private static final String CODE = "sandbox-authorization-code";
  private static final String SECRET = "sandbox-client-secret";

  @TempDir Path home;

  private final Map<String, String> environment = new HashMap<>();
  private Sandbox sandbox;

  private record Ran(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    Keys.create(home.resolve("keys"));
    environment.put("LANYARD_HOME", home.toString());
    environment.put("SONNYS_SUBDOMAIN", "washu");
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "password");
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl() + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    environment.put("STAFF_API_AUTHORIZATION", "oauth");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void pastedCodeLogsInEveryWorkerOfThisHome() throws Exception {
    Ran ran = run(CODE + "\n", "--paste");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("https://my.kounta.com/authorize?response_type=code&client_id=sandbox-client")
        .contains("&redirect_uri=http%3A%2F%2F127.0.0.1%3A8765%2F&state=")
        .contains("Logged in. The tokens are in " + home.resolve("staff-api").resolve("tokens"))
        .doesNotContain(CODE, SECRET);
    WorkerConfiguration worker = WorkerConfiguration.read(environment);
    StaffApi api =
        StaffApi.connect(
            worker.staffApi(),
            worker
                .staffApiAccess()
                .authorization(worker.staffApi(), Keys.load(home.resolve("keys")))
                .orElseThrow(),
            worker.staffApiLimit());
    assertThat(
            StaffApiDoctor.create(api, List.of("Wash 37135"))
                .essentials()
                .checks(CheckResult.FAILED))
        .isEmpty();
    assertThat(worker.staffApiLimit().perMinute()).isEqualTo(180);
  }

  @Test
  void usedCodeIsNoLoginAndTheMessageNamesNoSecret() {
    run(CODE + "\n", "--paste");
    Ran ran = run(CODE + "\n", "--paste");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err())
        .contains("POST /v1/token.json answered 400", "./lanyard staff login")
        .doesNotContain(CODE, SECRET);
  }

  @Test
  void addressOfAnotherLoginIsNotTaken() {
    Ran ran = run("http://127.0.0.1:8765/?code=" + CODE + "&state=f00\n", "--paste");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("not of this login").doesNotContain(CODE);
    assertThat(home.resolve("staff-api")).doesNotExist();
    assertThat(run("\n", "--paste").err()).contains("nothing was pasted");
  }

  @Test
  void browserThatComesBackBringsTheCode() throws Exception {
    int port = freePort();
    environment.put("STAFF_API_REDIRECT_URI", "http://127.0.0.1:" + port + "/back");
    PipedReader printed = new PipedReader(4096);
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new StaffLoginCommand(environment))
            .setOut(new PrintWriter(new PipedWriter(printed), true))
            .setErr(new PrintWriter(err, true));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (BufferedReader lines = new BufferedReader(printed)) {
      Future<Integer> exitCode = thread.submit(() -> command.execute());
      String page = lines.readLine();
      assertThat(lines.readLine()).startsWith("Waiting for the browser");
      String state = page.substring(page.indexOf("&state=") + 7);

      assertThat(get(port, "/").statusCode()).isEqualTo(404);
      assertThat(get(port, "/back?code=" + CODE + "&state=other").statusCode()).isEqualTo(400);
      assertThat(get(port, "/back?error=access_denied&state=other").statusCode()).isEqualTo(400);
      assertThat(get(port, "/back?code=" + CODE + "&state=" + state).statusCode()).isEqualTo(200);

      assertThat(exitCode.get()).as(err.toString()).isZero();
    } finally {
      thread.shutdownNow();
    }
    assertThat(Files.exists(home.resolve("staff-api").resolve("tokens"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&state=", ""})
  void refusalOfTheVendorsPageEndsTheCommandAtOnceWithItsWords(String stateField) throws Exception {
    int port = freePort();
    environment.put("STAFF_API_REDIRECT_URI", "http://127.0.0.1:" + port + "/back");
    PipedReader printed = new PipedReader(4096);
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new StaffLoginCommand(environment))
            .setOut(new PrintWriter(new PipedWriter(printed), true))
            .setErr(new PrintWriter(err, true));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (BufferedReader lines = new BufferedReader(printed)) {
      Future<Integer> exitCode = thread.submit(() -> command.execute());
      String page = lines.readLine();
      assertThat(lines.readLine()).startsWith("Waiting for the browser");
      String state = page.substring(page.indexOf("&state=") + 7);

      HttpResponse<String> refused =
          get(
              port,
              "/back?error=access_denied&error_description=The+owner%0A%1B%5B31msaid+no."
                  + (stateField.isEmpty() ? "" : stateField + state));

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("access_denied: The owner???31msaid no.");
      assertThat(exitCode.get()).isEqualTo(1);
    } finally {
      thread.shutdownNow();
    }
    assertThat(err.toString())
        .contains("the vendor's page refused: access_denied: The owner???31msaid no.");
    assertThat(home.resolve("staff-api")).doesNotExist();
  }

  @Test
  void pastedRefusalEndsWithTheVendorsWords() {
    Ran ran = run("http://127.0.0.1:8765/?error=server_error\n", "--paste");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("the vendor's page refused: server_error");
  }

  @Test
  void nobodyWhoComesBackIsSaidAfterTheLimit() throws Exception {
    environment.put("STAFF_API_REDIRECT_URI", "http://127.0.0.1:" + freePort() + "/back");

    Ran ran = run("", "--within", "1");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("nobody came back within 1 s; start again");
    Ran never = run("", "--within", "0");
    assertThat(never.exitCode()).isEqualTo(2);
    assertThat(never.err()).contains("--within takes 1 to 86400 seconds");
  }

  @Test
  void nothingPastedIsSaidAfterTheLimit() throws Exception {
    StringWriter err = new StringWriter();
    try (PipedInputStream silent = new PipedInputStream(new PipedOutputStream())) {
      int exitCode =
          new CommandLine(new StaffLoginCommand(environment, silent))
              .setOut(new PrintWriter(new StringWriter()))
              .setErr(new PrintWriter(err, true))
              .execute("--paste", "--within", "1");

      assertThat(exitCode).isEqualTo(1);
    }
    assertThat(err.toString()).contains("nothing was pasted within 1 s");
  }

  @Test
  void whereNobodyLogsInThatIsSaid() {
    environment.put("STAFF_API_AUTHORIZATION", "basic");

    Ran ran = run(CODE + "\n", "--paste");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("STAFF_API_AUTHORIZATION=oauth");
  }

  private Ran run(String typed, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(
                new StaffLoginCommand(
                    environment, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
