package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login, expiry and turns (protocol section 2). */
class SessionTest {
  private Sandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    browser = new Browser(sandbox.backofficeUrl());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void set(String json) throws IOException {
    assertThat(browser.postJson("/_sandbox/settings", json).status()).isEqualTo(200);
  }

  @Test
  void loginPageSetsThePhpSessionAndHoldsTheLiteralFieldNames() throws IOException {
    Browser.Page page = browser.get("/login");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("name=\"_username\"").contains("name=\"_password\"");
    assertThat(page.document().title()).isEqualTo("Sonny's Controls | Login");
    assertThat(browser.cookies()).extracting(Cookie::name).containsExactly("PHPSESSID");
    assertThat(browser.cookies().get(0).value()).matches("[a-z0-9]{26}");
  }

  @Test
  void goodLoginGoesToTheDashboardUnderANewSession() throws IOException {
    browser.get("/login");
    String before = browser.cookies().get(0).value();
    Browser.Page answer =
        browser.post(
            "/login_check",
            "_username",
            sandbox.backofficeUsername(),
            "_password",
            sandbox.backofficePassword());
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).isEqualTo("/");
    assertThat(browser.cookies().get(0).value()).isNotEqualTo(before);
    assertThat(browser.get("/").status()).isEqualTo(200);
  }

  @Test
  void loginWithoutTheSessionOfTheLoginPageIsRefused() throws IOException {
    Browser.Page answer =
        browser.post(
            "/login_check",
            "_username",
            sandbox.backofficeUsername(),
            "_password",
            sandbox.backofficePassword());
    assertThat(answer.location()).isEqualTo("/login");
  }

  @Test
  void rejectedLoginRedirectsToTheLoginPageWithAMessage() throws IOException {
    Browser.Page answer = browser.logIn(sandbox.backofficeUsername(), "wrong");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).isEqualTo("/login");
    assertThat(browser.get("/login").messages()).containsExactly("Invalid credentials.");
    assertThat(browser.get("/employee").location()).isEqualTo("/login");
  }

  @Test
  void rejectedLoginMayAnswerWithThePageItself() throws IOException {
    set("{\"badLogin\":\"page\"}");
    Browser.Page answer = browser.logIn(sandbox.backofficeUsername(), "wrong");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.messages()).containsExactly("Invalid credentials.");
  }

  @Test
  void theBotsPasswordCanBeChangedWhileItRuns() throws IOException {
    String old = sandbox.backofficePassword();
    set("{\"backofficePassword\":\"another-one\"}");
    assertThat(browser.logIn(sandbox.backofficeUsername(), old).location()).isEqualTo("/login");
    assertThat(sandbox.backofficePassword()).isEqualTo("another-one");
    assertThat(browser.logIn(sandbox.backofficeUsername(), "another-one").location())
        .isEqualTo("/");
  }

  @ParameterizedTest
  @CsvSource({"redirect,302", "login-page,200", "unauthorized,401", "forbidden,403"})
  void expiredSessionShowsAsTheChosenSignalAndExecutesNothing(String signal, int status)
      throws IOException {
    browser = Browser.loggedIn(sandbox);
    set("{\"expirySignal\":\"" + signal + "\"}");
    assertThat(browser.post("/_sandbox/expire-sessions").status()).isEqualTo(204);

    Browser.Page answer = browser.post("/employee/insert", Jane.atWash37135().pairs());

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.location()).isEqualTo(signal.equals("redirect") ? "/login" : null);
    assertThat(answer.body().contains("name=\"_username\"")).isEqualTo(status == 200);
    assertThat(SandboxState.of(sandbox).employees()).hasSize(12);
  }

  @Test
  void logoutEndsTheSession() throws IOException {
    browser = Browser.loggedIn(sandbox);
    assertThat(browser.get("/logout").location()).isEqualTo("/login");
    assertThat(browser.get("/employee").location()).isEqualTo("/login");
  }

  @Test
  void oneSessionIsServedOneRequestAtATime() throws IOException {
    browser = Browser.loggedIn(sandbox);
    browser.delete("/_sandbox/requests");
    browser.postJson(
        "/_sandbox/faults",
        "[{\"system\":\"backoffice\",\"path\":\"/employee/create\",\"kind\":\"delay\","
            + "\"delayMs\":400}]");
    CompletableFuture<Browser.Page> slow =
        CompletableFuture.supplyAsync(() -> quietly("/employee/create"));
    while (SandboxState.requests(sandbox).isEmpty()) {
      Thread.onSpinWait();
    }
    browser.get("/employee");
    assertThat(SandboxState.requests(sandbox).get(0).path("status").asInt())
        .as("status of the request that came first, when the second is answered")
        .isEqualTo(200);
    assertThat(slow.join().status()).isEqualTo(200);
  }

  private Browser.Page quietly(String path) {
    try {
      return browser.get(path);
    } catch (IOException failed) {
      throw new CompletionException(failed);
    }
  }
}
