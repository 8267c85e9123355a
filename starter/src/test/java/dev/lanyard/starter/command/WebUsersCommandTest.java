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

class WebUsersCommandTest {

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
  void rowsAreATableAndTheNextPageIsACommand() {
    Ran ran = world.run("web-users");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("ID       USERNAME  NAME")
        .contains("3310002  jane_doe  Jane \\u{1b}[31mDoe")
        .contains("more: ./lanyard web-users --page 2");
  }

  @Test
  void whatWasTypedReachesTheRunAndTheNextPagesCommand() {
    Ran ran =
        world.run(
            "web-users",
            "--name=Anna O'Hara",
            "--email=anna@example.com",
            "--username=anna",
            "--active=no");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .containsPattern("3310002  anna +Anna O'Hara .*  no +anna@example.com")
        .contains(
            "more: ./lanyard web-users --name 'Anna O'\\''Hara' --email anna@example.com"
                + " --username anna --active no --page 2");
    Ran last = world.run("web-users", "--page=2");
    assertThat(last.out()).contains("jane_doe").doesNotContain("more:");
  }

  @Test
  void nobodyFails() {
    Ran ran = world.run("web-users", "--name", "none");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("no web user fits");

    Ran later = world.run("web-users", "--name", "none", "--page", "7");
    assertThat(later.exitCode()).isEqualTo(1);
    assertThat(later.out()).contains("no web user on page 7");
  }

  @Test
  void forProgramsItIsOneObject() throws Exception {
    Ran ran = world.run("web-users", "--json");
    JsonNode told = new ObjectMapper().readTree(ran.out());
    assertThat(told.path("outcome").asText()).isEqualTo("listed");
    assertThat(told.path("rows").get(0).path("userId").asInt()).isEqualTo(3_310_002);
    assertThat(told.path("nextPage").asInt()).isEqualTo(2);
    Ran none = world.run("web-users", "--json", "--name=none");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(none.out()).path("outcome").asText()).isEqualTo("none");
  }

  @Test
  void mistakesAreToldAtOnce() {
    Ran ran = world.run("web-users", "--active=maybe", "--page=0", "--name= Jane");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--active must be yes, no or all")
        .contains("--page must be 1 to 9999")
        .contains("--name must not begin or end with a blank");
    Ran word = world.run("web-users", "--page=two");
    assertThat(word.exitCode()).isEqualTo(2);
    assertThat(word.err()).contains("--page must be a whole number from 1");
  }
}
