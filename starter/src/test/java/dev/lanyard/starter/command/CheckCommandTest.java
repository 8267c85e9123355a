package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.ScriptedAvailability;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

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
  void allFreeIsDone() {
    Ran ran =
        world.run(
            "check",
            "--pos-user-id=1",
            "--email=a@example.com",
            "--phone=6155551234",
            "--username=jane_doe");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("pos-user-id  free")
        .contains("phone        free  advisory")
        .contains("username     free");
  }

  @Test
  void takenIsToldWithByWhomAndFails() {
    Ran ran = world.run("check", "--pos-user-id=" + ScriptedAvailability.TAKEN);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("taken by Jane \\u{1b}[31mDoe (active)");
  }

  @Test
  void forProgramsTheAnswersAreJson() throws Exception {
    Ran ran = world.run("check", "--json", "--pos-user-id=" + ScriptedAvailability.TAKEN);

    JsonNode told = new ObjectMapper().readTree(ran.out());
    assertThat(told.path("outcome").asText()).isEqualTo("taken");
    assertThat(told.path("answers").get(0).path("free").asBoolean(true)).isFalse();
  }

  @Test
  void whatCannotBeAskedIsToldWithItsType() {
    Ran ran = world.run("check", "--pos-user-id=" + ScriptedAvailability.REJECTED);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("BOT_LOGIN_REJECTED: the bot's password is wrong");
  }

  @Test
  void mistakesAreToldAtOnce() {
    Ran ran = world.run("check", "--pos-user-id=0", "--email=x", "--phone=1", "--username=1a");
    Ran nothing = world.run("check");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--pos-user-id must")
        .contains("--email must")
        .contains("--phone")
        .contains("--username must begin with a letter");
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("--pos-user-id is missing; give it, an e-mail address");
  }
}
