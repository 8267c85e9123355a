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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {

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
  void warningsAreDoneAndToldSystemBySystemWithTheirRemedies() {
    Ran ran = world.run("doctor");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "Backoffice  http://127.0.0.1:8090/",
            "  OK       login    The bot is logged in.",
            "  WARNING  clock    The server's clock is 300 s ahead of the worker's, which is more than may be for",
            "                    dates to come out right.",
            "                    looked at /employee/create",
            "                    → Set the \\u{1b}[31mclock.",
            "  Pages",
            "    for    page          status  KB   gzip  ms",
            "    login  /login_check  302     0.3  yes   31",
            "  Open questions, answered here",
            "    inactive icon  fa-times",
            "  Open questions that stay open",
            "    not without writing:",
            "      messages of a success",
            "",
            "staff API  http://127.0.0.1:8091/v1/",
            "  OK       company  It opens.",
            "",
            "2 OK, 1 WARNING, 0 FAILED, 0 UNKNOWN");
  }

  @Test
  void aFailedCheckFails() {
    Ran ran = world.run("doctor", "--compare=0");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("FAILED   company  401.").contains("→ Correct the secret.");
  }

  @Test
  void forProgramsTheReportIsOneObject() throws Exception {
    Ran ran = world.run("doctor", "--json", "--compare=0");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(1);
    JsonNode told = new ObjectMapper().readTree(ran.out());
    assertThat(told.path("outcome").asText()).isEqualTo("failed");
    assertThat(told.at("/systems/0/checks/1/result").asText()).isEqualTo("WARNING");
    assertThat(told.at("/systems/0/pages/0/bytes").asLong()).isEqualTo(274);
    assertThat(told.at("/systems/1/checks/0/remedy").asText()).isEqualTo("Correct the secret.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "-1", "three", ""})
  void aNumberThatIsNoneSendsNothing(String compare) {
    Ran ran = world.run("doctor", "--compare=" + compare);

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("--compare must be 0 to 20").contains("Nothing was sent");
  }
}
