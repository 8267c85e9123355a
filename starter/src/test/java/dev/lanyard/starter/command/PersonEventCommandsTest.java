package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonEventCommandsTest {

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
  void everyMistakeOfAChangeIsToldAtOnceAndNothingIsSent() {
    Ran ran =
        world.run(
            "change",
            "hr-70",
            "--phone=12",
            "--email=nobody",
            "--start-date=soon",
            "--decided-at=then");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--phone must")
        .contains("--email must")
        .contains("--start-date must be a date")
        .contains("--decided-at must be an instant")
        .contains("Nothing was sent")
        .doesNotContain("nobody");
  }

  @Test
  void changeOfNothingIsRefused() {
    Ran ran = world.run("change", "hr-70");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("must name at least one field");
  }

  @Test
  void transferNeedsSomethingAndALoanTakesNoWage() {
    Ran nothing = world.run("transfer", "hr-71");
    Ran both = world.run("transfer", "hr-71", "--site=Harbor", "--all-sites");
    Ran loan =
        world.run(
            "transfer", "hr-71", "--wage-rate=18.25", "--from=2026-08-14", "--until=2026-08-01");

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("must name sites");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("--all-sites cannot go together with --site");
    assertThat(loan.exitCode()).isEqualTo(2);
    assertThat(loan.err())
        .contains("--until must not lie before from")
        .contains("--wage-rate does not go together with until");
  }

  @Test
  void leaveThatEndsBeforeItBeginsAndAnUndoWithoutAReasonAreRefused() {
    Ran leave = world.run("leave", "hr-72", "--last-day=2026-08-31", "--return-on=2026-08-01");
    Ran undo = world.run("undo", "hr-72");
    Ran back = world.run("return", "hr-72", "--on=later");

    assertThat(leave.exitCode()).isEqualTo(2);
    assertThat(leave.err()).contains("--return-on must lie after lastDay");
    assertThat(undo.exitCode()).isEqualTo(2);
    assertThat(undo.err()).contains("--reason is missing");
    assertThat(back.exitCode()).isEqualTo(2);
    assertThat(back.err()).contains("--on must be a date");
  }

  @Test
  void eventOfSomebodyWithoutAccessIsTakenInAndRefusedByThePerson() throws Exception {
    for (List<String> words :
        List.of(
            List.of("change", "hr-73", "--phone=6155550000"),
            List.of("transfer", "hr-73", "--site=Harbor"),
            List.of("leave", "hr-73"),
            List.of("return", "hr-73"),
            List.of("undo", "hr-73", "--reason=a mistake"))) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--json", "--wait"));
      Ran ran = world.run(all.toArray(String[]::new));

      List<String> lines = ran.out().lines().toList();
      JsonNode submitted = new ObjectMapper().readTree(lines.get(0));
      JsonNode result = new ObjectMapper().readTree(lines.get(lines.size() - 1));
      assertThat(submitted.get("type").asText()).isEqualTo(words.get(0));
      assertThat(submitted.get("employeeNumber").asText()).isEqualTo("hr-73");
      assertThat(result.get("outcome").asText()).as(ran.out()).isEqualTo("refused");
      assertThat(ran.exitCode()).isEqualTo(1);
    }
  }
}
