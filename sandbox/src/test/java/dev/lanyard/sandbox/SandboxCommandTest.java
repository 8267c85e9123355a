package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code lanyard sandbox}. */
class SandboxCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private CommandLine command() {
    return new CommandLine(new SandboxCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  private interface Visit {
    void see(String printed) throws IOException;
  }

  /** Lets the command print, looks while it runs, then interrupts it. */
  private int visit(String lastWord, Visit visit, String... arguments)
      throws IOException, InterruptedException, ExecutionException {
    CompletableFuture<String> printed = new CompletableFuture<>();
    PrintWriter watched =
        new PrintWriter(out, true) {
          @Override
          public void flush() {
            super.flush();
            if (out.toString().contains(lastWord)) {
              printed.complete(out.toString());
            }
          }
        };
    FutureTask<Integer> run =
        new FutureTask<>(
            () ->
                new CommandLine(new SandboxCommand())
                    .setOut(watched)
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments));
    Thread thread = new Thread(run);
    thread.start();
    try {
      visit.see(printed.get());
    } finally {
      thread.interrupt();
    }
    return run.get();
  }

  @Test
  void jsonIsOneLineWithAddressesThatAnswer()
      throws IOException, InterruptedException, ExecutionException {
    Visit visit =
        line -> {
          assertThat(line.lines()).hasSize(1);
          JsonNode told = new ObjectMapper().readTree(line);
          assertThat(
                  new Browser(URI.create(told.at("/backoffice/url").asText()))
                      .logIn(
                          told.at("/backoffice/username").asText(),
                          told.at("/backoffice/password").asText())
                      .location())
              .isEqualTo("/");
          assertThat(told.at("/staffApi/companyId").asLong()).isEqualTo(5678);
          assertThat(told.at("/staffApi/url").asText()).matches("http://127\\.0\\.0\\.1:\\d+");
          assertThat(told.at("/staffApi/clientId").asText()).isEqualTo("sandbox-client");
          assertThat(told.at("/staffApi/clientSecret").asText()).isNotEmpty();
        };
    assertThat(visit("companyId", visit, "--json", "--backoffice-port=0", "--staff-api-port=0"))
        .isZero();
  }

  @Test
  void readableStartPrintsWhatToExport()
      throws IOException, InterruptedException, ExecutionException {
    Visit visit =
        text ->
            assertThat(text)
                .containsPattern("export SONNYS_BASE_URL=http://127\\.0\\.0\\.1:\\d+\\R")
                .contains("export SONNYS_SUBDOMAIN=sandbox")
                .contains("export SONNYS_BOT_USERNAME=lanyard.bot")
                .contains("export SONNYS_BOT_PASSWORD='two words'")
                .containsPattern("export STAFF_API_BASE_URL=http://127\\.0\\.0\\.1:\\d+/v1/\\R")
                .contains("export STAFF_API_CLIENT_ID=sandbox-client")
                .contains("export STAFF_API_CLIENT_SECRET=sandbox-client-secret")
                .contains("export STAFF_API_COMPANY_ID=5678")
                .contains("/_sandbox/");
    visit(
        "Ctrl-C",
        visit,
        "--backoffice-port=0",
        "--staff-api-port=0",
        "--tenant=flat",
        "--password=two words",
        "--set=flatPolarity=allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--tenant=round",
        "--employees=-1",
        "--latency-ms=-5",
        "--backoffice-port=70000",
        "--set=flatPolarity=sideways",
        "--set=noSuchSetting=1",
        "--nonsense"
      })
  void badArgumentsExitWithTwoAndSayWhy(String argument) {
    assertThat(command().execute("--backoffice-port=0", argument)).isEqualTo(2);
    assertThat(err.toString()).isNotBlank();
  }

  @Test
  void portInUseExitsWithOneAndOneLine() throws IOException {
    try (Sandbox running = Sandbox.start(SandboxOptions.defaults())) {
      int taken = running.staffApiUrl().getPort();
      assertThat(command().execute("--backoffice-port=0", "--staff-api-port=" + taken))
          .isEqualTo(1);
      assertThat(err.toString().lines()).singleElement().asString().contains("Port " + taken);
    }
  }

  @Test
  void overviewShowsPeopleWithDotsForPins() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.post("/employee/insert", Jane.atWash37135().pairs());
      browser.get("/employee");
      Browser.Page page = browser.get("/_sandbox/");
      assertThat(page.body()).doesNotContain("48213").contains("\u2022\u2022\u2022\u2022\u2022");
      assertThat(page.document().text())
          .contains("Jane Doe")
          .contains("POST /employee/insert")
          .contains("Robin Owner")
          .contains("no staff member");
      assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200_000);
    }
  }
}
