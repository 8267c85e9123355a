package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sections 1 and 2 of the protocol leave open. */
class LoginReadingsTest {
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

  private Browser.Page logIn() throws IOException {
    return browser.logIn(sandbox.backofficeUsername(), sandbox.backofficePassword());
  }

  @Test
  void lockedUsernameIsRefusedWithTheRightPasswordUntilItIsUnlocked() throws IOException {
    browser.set("{\"lockOutAfter\":3,\"badLogin\":\"page\"}");
    for (int i = 0; i < 3; i++) {
      assertThat(browser.logIn(sandbox.backofficeUsername(), "wrong").messages())
          .containsExactly("Invalid credentials.");
    }
    assertThat(logIn().messages()).containsExactly("This account is locked.");
    browser.control("/_sandbox/unlock", "{}");
    assertThat(logIn().location()).isEqualTo("/");
  }

  @Test
  void goodLoginStartsTheCountOfFailuresAgain() throws IOException {
    browser.set("{\"lockOutAfter\":2}");
    browser.logIn(sandbox.backofficeUsername(), "wrong");
    assertThat(logIn().location()).isEqualTo("/");
    browser.logIn(sandbox.backofficeUsername(), "wrong");
    assertThat(logIn().location()).isEqualTo("/");
  }

  @Test
  void rejectedLoginMayAnswerUnauthorizedWithItsText() throws IOException {
    browser.set("{\"badLogin\":\"unauthorized\",\"badLoginText\":\"No.\"}");
    Browser.Page answer = browser.logIn(sandbox.backofficeUsername(), "wrong");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.messages()).containsExactly("No.");
  }

  @Test
  void loginMayWorkWithoutTheLoginPage() throws IOException {
    browser.set("{\"loginNeedsPage\":false}");
    Browser.Page answer =
        browser.post(
            "/login_check",
            "_username",
            sandbox.backofficeUsername(),
            "_password",
            sandbox.backofficePassword());
    assertThat(answer.location()).isEqualTo("/");
    assertThat(browser.get("/employee").status()).isEqualTo(200);
  }

  @Test
  void expiryMayRedirectToAnAbsoluteAddress() throws IOException {
    browser.set("{\"expirySignal\":\"redirect-absolute\"}");
    assertThat(browser.get("/employee").location()).isEqualTo(sandbox.backofficeUrl() + "/login");
  }

  @Test
  void sessionEndsBetweenTheSecondFormAndItsPost() throws IOException {
    logIn();
    browser.set("{\"expireAfterFormReads\":2}");
    String form = "#employee-create-edit-form";
    assertThat(browser.submit("/employee/edit/402", form).location()).isEqualTo("/employee");
    browser.get("/employee");
    assertThat(browser.submit("/employee/edit/402", form, "employee[phone]", "1").location())
        .isEqualTo("/login");
    assertThat(SandboxState.of(sandbox).byPosUserId(70002).path("phone").asText())
        .isNotEqualTo("1");
  }

  @Test
  void forbiddenPathIsNoExpiredSession() throws IOException {
    logIn();
    browser.set("{\"forbiddenPaths\":[\"/employee/compensation\"]}");
    assertThat(browser.get("/employee/compensation/402").status()).isEqualTo(403);
    assertThat(browser.get("/employee/edit/402").status()).isEqualTo(200);
  }

  @Test
  void tooManyRequestsAreRefusedAndExecuteNothing() throws IOException {
    logIn();
    browser.set("{\"backofficePerWindow\":1,\"backofficeWindowSeconds\":3600}");
    assertThat(browser.get("/employee").status()).isEqualTo(200);
    Browser.Page refused = browser.post("/employee/insert", Jane.atWash37135().pairs());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(1, 3600);
    browser.set("{\"retryAfter\":false}");
    assertThat(browser.get("/employee").headers().get("Retry-After")).isNull();
    assertThat(SandboxState.of(sandbox).employees()).hasSize(12);
  }

  @Test
  void nothingIsCompressedWhenSwitchedOff() throws IOException {
    browser.set("{\"gzip\":false}");
    HttpURLConnection asked =
        (HttpURLConnection) sandbox.backofficeUrl().resolve("/login").toURL().openConnection();
    asked.setRequestProperty("Accept-Encoding", "gzip");
    assertThat(asked.getResponseCode()).isEqualTo(200);
    assertThat(asked.getContentEncoding()).isNull();
  }

  @Test
  void nullAndNegativeReadingsAreRefusedByName() throws IOException {
    Browser.Page refused =
        browser.postJson("/_sandbox/settings", "{\"badLogin\":null,\"lockOutAfter\":-1}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("badLogin: null is no value")
        .contains("lockOutAfter: not below 0");
    assertThat(browser.get("/_sandbox/settings").body()).contains("\"badLogin\" : \"redirect\"");
  }
}
