package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static StarterWorld world;

  @BeforeAll
  static void start() {
    world = new StarterWorld(folder);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void stepsRequestsAndWhatWasNotTakenAreShown() {
    world.run(OnboardCommandTest.hire("hr-40", "--wait"));
    world.run(
        OnboardCommandTest.hire(
            "hr-40", "--wait", "--event-id=again", "--decided-at=2020-01-01T00:00:00Z"));

    Ran ran = world.run("status", "hr-40");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("hr-40: access is being given, if it is approved")
        .contains("POS user ID 12345")
        .contains("Running: onboarding/hr-40/1, awaiting-approval")
        .contains("pre-flight check")
        .contains("Waits for managers (approval): May this person have access?")
        .contains("./lanyard approve hr-40 --request ")
        .contains("Event not taken: ")
        .contains("hire again, refused: older than an event that was taken");
  }

  @Test
  void afterTheEndTheLastRunIsShown() {
    world.run("offboard", "--employee-number=hr-41", "--now", "--wait");

    Ran ran = world.run("status", "hr-41");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("Ended: offboarding/hr-41/1, done").contains("disable employee");
  }

  @Test
  void forProgramsItIsOneJsonObject() throws Exception {
    world.run(OnboardCommandTest.hire("hr-42", "--wait", "--last-name=D\u202eoe"));

    world.run(OnboardCommandTest.hire("hr-42", "--wait"));
    Ran ran = world.run("status", "hr-42", "--json");

    JsonNode told = JSON.readTree(ran.out());
    assertThat(ran.lines()).hasSize(1);
    assertThat(told.path("workflowId").asText()).isEqualTo("onboarding/hr-42/1");
    assertThat(told.path("person").path("employeeNumber").asText()).isEqualTo("hr-42");
    assertThat(told.path("process").path("awaiting").get(0).path("choices").get(0).asText())
        .isEqualTo("approve");
    assertThat(told.path("process").path("steps").get(0).path("startedAt").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
  }

  @Test
  void followEndsWithTheRun() throws Exception {
    world.run(OnboardCommandTest.hire("hr-43", "--wait"));

    Ran ran = Approver.approving(world, "hr-43", () -> world.run("status", "hr-43", "--follow"));

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("create employee").contains("Done: hr-43 has access.");
  }

  @Test
  void thePlanIsShownInWordsAndForPrograms() throws Exception {
    world.run(OnboardCommandTest.hire("hr-44", "--wait"));

    Ran words = world.run("plan", "hr-44");
    Ran json = world.run("plan", "hr-44", "--json");

    assertThat(words.exitCode()).isZero();
    assertThat(words.out())
        .contains("Plan of onboarding/hr-44/1, digest digest-1")
        .contains("Backoffice sites: Wash 37135")
        .contains("Wage: 15.50 USD an hour");
    assertThat(JSON.readTree(json.out()).path("backoffice").path("wageRate").decimalValue())
        .isEqualByComparingTo("15.50");
  }

  @Test
  void aRunWithoutAPlanSaysSo() {
    world.run("offboard", "--employee-number=hr-45", "--now", "--wait");

    Ran ran = world.run("plan", "hr-45");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("offboarding/hr-45/1 has no plan");
  }
}
