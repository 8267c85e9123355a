package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.worker.configuration.StaffApiAccess;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole worker with a login of its own, and a vendor who revokes it in the midst of a hire. */
class RevokedLoginTest {

  private static final String RUN = WorkflowIds.onboarding(JANE, 1);

  @TempDir Path folder;

  private HiringWorld world;

  @BeforeEach
  void start() throws Exception {
    world = HiringWorld.atRest(Map.of("STAFF_API_AUTHORIZATION", "oauth"));
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void runParksWithTheRemedyAndGoesOnAfterANewLogin() throws Exception {
    logIn("sandbox-authorization-code");
    world.work();
    world.hire(JANE, "hired", HiringWorld.jane());
    OpenRequest asked = world.asked(RUN);
    assertThat(asked.kind()).isEqualTo(OpenRequest.APPROVAL);
    revokeLogin();
    world.answer(RUN, asked, "approve");

    OpenRequest parked = world.asked(RUN, asked.id());

    assertThat(parked.kind()).isEqualTo(OpenRequest.PARKED);
    assertThat(parked.question() + " " + parked.detail())
        .contains(
            FailureTypes.STAFF_API_LOGIN_NEEDED, "Run ./lanyard staff login where the worker runs");
    assertThat(parked.choices()).contains("retry");
    long tokenRequests = tokenRequests();
    world.state.settings(Map.of("staffApiAuthorizationCode", "a-new-code"));
    logIn("a-new-code");
    world.answer(RUN, parked, "retry");

    assertThat(world.result(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    // The login's own: what it stored is taken up, and nothing is renewed after it.
    assertThat(tokenRequests()).isEqualTo(tokenRequests + 1);
    assertThat(world.state.members())
        .extracting(member -> member.path("code").asText())
        .containsExactly(JANE.value());
  }

  private void logIn(String code) {
    world.configuration.staffApiAccess().login(world.configuration.staffApi(), world.keys, code);
  }

  /** Somebody else spends the refresh token, so that the worker's own is worthless. */
  private void revokeLogin() throws Exception {
    StaffApiAccess access = world.configuration.staffApiAccess();
    Path copy = folder.resolve("copy").resolve("tokens");
    Files.createDirectories(copy.getParent());
    Files.copy(access.tokenFile(), copy);
    Authorization thief =
        new StaffApiAccess(access.mode(), access.redirectUri(), access.authorizeUrl(), copy)
            .authorization(world.configuration.staffApi(), world.keys)
            .orElseThrow();
    assertThat(thief.renewed(thief.header())).isTrue();
    world.state.fault(
        Map.of(
            "system",
            "staff-api",
            "method",
            "GET",
            "path",
            "/v1/companies/*",
            "kind",
            "expired-token"));
  }

  private long tokenRequests() {
    return world.state.requests().stream()
        .filter(request -> request.path("path").asText().equals("/v1/token.json"))
        .count();
  }
}
