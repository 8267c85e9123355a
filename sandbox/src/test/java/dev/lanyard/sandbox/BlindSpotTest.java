package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Who the roster never shows (protocol section 12.2). */
class BlindSpotTest {
  @Test
  void sitelessEmployeeIsInNoRosterAnswerAndStillHoldsItsPosUserId() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.postJson("/_sandbox/employees/402", "{\"sites\":[]}");
      assertThat(
              browser
                  .get("/employee?posUserId=70002&active=all&limit=10000")
                  .document()
                  .select("td.employees-col-pos-user-id"))
          .isEmpty();
      Browser.Page refused =
          browser.post(
              "/employee/insert",
              Jane.atWash37135().with("posCredential[POSLoginID]", "70002").pairs());
      assertThat(refused.location()).startsWith("/employee/create?actionXfer=");
    }
  }

  @Test
  void employeeAtHiddenSitesOnlyIsAbsentToo() throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().withSetting("hiddenSites", "[203]"))) {
      Browser browser = Browser.loggedIn(sandbox);
      browser.postJson("/_sandbox/employees/402", "{\"sites\":[203]}");
      browser.postJson("/_sandbox/employees/403", "{\"sites\":[203,101]}");
      assertThat(
              browser
                  .get("/employee?active=all&limit=10000")
                  .document()
                  .select("td.employees-col-pos-user-id")
                  .eachText())
          .doesNotContain("70002")
          .contains("70003");
      assertThat(
              browser
                  .get("/employee?posUserId=70003&active=all")
                  .one("td.employees-col-sites")
                  .text())
          .isEqualTo("W37135");
    }
  }
}
