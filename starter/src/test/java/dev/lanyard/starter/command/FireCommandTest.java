package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.ScriptedReading;
import dev.lanyard.starter.fake.ScriptedStaffList;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FireCommandTest {

  private static final String KNOWN = String.valueOf(ScriptedReading.KNOWN);

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
  void scriptsNameThePosUserIdAndTheLastName() {
    for (String[] words :
        List.of(
            new String[] {"fire", "Jane Doe", "--yes"},
            new String[] {"fire", "hr-10442", "--last-name=Doe", "--yes"},
            new String[] {"fire", KNOWN, "--yes"},
            new String[] {"fire", KNOWN, "--last-name= ", "--yes"})) {
      Ran ran = world.run(words);
      assertThat(ran.exitCode()).isEqualTo(2);
      assertThat(ran.err()).contains("--yes is taken only with a POS user ID and --last-name");
    }
  }

  @Test
  void nobodyToAskIsWrongUsage() {
    Ran ran = world.run("fire", KNOWN);

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("nobody is there to be asked");
  }

  @Test
  void factsAreShownBeforeTheQuestionAndOtherAnswersSendNothing() {
    Ran ran = world.runTyping(List.of("12346"), "fire", KNOWN);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("nothing was sent");
    assertThat(ran.out())
        .contains("name", "Doe", "disabled", "Wash 37135", "2026-05-01", KNOWN)
        .doesNotContain("Done:", "\u001b");
    assertThat(world.run("status", "pos-" + KNOWN).err()).contains("pos-" + KNOWN);
  }

  @Test
  void typedPosUserIdIsTheYesAndTheProofNamesEverySystem() {
    Ran ran = world.runTyping(List.of("502"), "fire", "502", "--last-name=Doe");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Done: pos-502 has no access any more.")
        .containsPattern("Backoffice +closed .*employee 413 disabled; read back: inactive")
        .containsPattern("staff API +not found")
        .containsPattern("web users +closed .*none found");
  }

  @Test
  void proofIsOneObjectForPrograms() {
    Ran ran = world.run("fire", "503", "--last-name=Doe", "--yes", "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    String last = ran.lines().get(ran.lines().size() - 1);
    assertThat(last)
        .contains("\"outcome\":\"closed\"", "\"employeeNumber\":\"pos-503\"")
        .contains("\"system\":\"web users\"", "\"state\":\"not found\"");
  }

  @Test
  void somebodyOfNoNameInTheRosterIsToldAndNothingIsSent() {
    Ran ran = world.runTyping(List.of("y"), "fire", "Nobody");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("nobody of this name", "nor in the staff API", "staff list");
  }

  @Test
  void somebodyWhoIsOnlyInTheStaffApiIsFoundByNameAndShownBeforeTheQuestion() {
    Ran no = world.runTyping(List.of("n"), "fire", ScriptedStaffList.ALONE);

    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.out())
        .containsPattern("name +Alex Example")
        .containsPattern("staff API +member 460")
        .containsPattern("sites +Wash 37135")
        .containsPattern("since +2026-05-01")
        .contains("person/hr-460");
    assertThat(no.err()).contains("nothing was sent");
    assertThat(world.run("status", "hr-460").err()).contains("hr-460");

    Ran yes = world.runTyping(List.of("y"), "fire", ScriptedStaffList.ALONE);

    assertThat(yes.exitCode()).as(yes.err()).isZero();
    assertThat(yes.out())
        .contains("Done: hr-460 has no access any more.", "staff API", "web users");
  }

  @Test
  void accountWithoutAnEmployeeNumberIsNamedWithTheRemedy() {
    Ran ran = world.runTyping(List.of("y"), "fire", ScriptedStaffList.WITHOUT_CODE);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err())
        .contains("only staff member 451, which carries no employee number", "set its code there");
  }

  @Test
  void severalOfOneNameAreListedAndNoChoiceSendsNothing() {
    Ran ran = world.runTyping(List.of("7"), "fire", ScriptedReading.SEVERAL);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("POS ID", "504", "505");
    assertThat(ran.err()).contains("nothing was sent", "several people are meant");
  }

  @Test
  void chosenOneOfSeveralIsFired() {
    Ran ran =
        world.runTyping(List.of("2", "505"), "fire", ScriptedReading.SEVERAL, "--last-name=Doe");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Done: pos-505 has no access any more.");
  }

  @Test
  void terminationThatWaitsIsCalledOffAndOneThatRunsIsNot() {
    world.run("offboard", "hr-60", "--now", "--wait");
    Ran nothing = world.run("call-off", "hr-60");

    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.err()).contains("nothing like that is planned for a later day");

    world.run("offboard", "hr-62", "--effective-date=2090-01-01", "--event-id=leaves", "--wait");
    assertThat(world.run("status", "hr-62").out())
        .contains("planned: termination for 2090-01-02")
        .contains("(leaves)");
    Ran asked = world.run("call-off", "hr-62", "--by=maria", "--reason=stays");

    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out())
        .contains("it takes effect once it is approved")
        .contains("asked of  managers")
        .contains("./lanyard approve hr-62 --request ");
    assertThat(world.run("status", "hr-62").out())
        .contains("to be called off once that is approved");
    assertThat(world.run("call-off", "hr-62").err()).contains("asked for it already");
    Ran approved = world.run("approve", "hr-62", "--by=dana", "--yes");
    assertThat(approved.exitCode()).as(approved.err()).isZero();
    assertThat(approved.out()).contains("May the termination be called off?");
    String told = world.run("status", "hr-62").out();
    for (int look = 0; look < 500 && told.contains("planned:"); look++) {
      told = world.run("status", "hr-62").out();
    }
    assertThat(told)
        .doesNotContain("planned:")
        .contains("leaves, accepted: called off, given by dana");
  }

  @Test
  void momentsAreReadAndEveryMistakeIsTold() {
    Ran wrong = world.run("offboard", "hr-61", "--end-of-shift=5 pm", "--last-worked-at=yesterday");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("--end-of-shift must be a time of day such as 17:30")
        .contains("--last-worked-at must be a local date and time");
    Ran alone = world.run("offboard", "hr-61", "--now", "--end-of-shift=17:00");
    assertThat(alone.err()).contains("--end-of-shift needs the effective date");
    assertThat(world.run("offboard", "hr-61", "--last-worked-at=2026-05-01T16:45").exitCode())
        .isZero();
  }
}
