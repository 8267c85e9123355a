package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.secrets.SignedFields;
import dev.lanyard.starter.fake.ScriptedOnboarding;
import dev.lanyard.starter.fake.SignedAsking;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedDecisionsTest {

  @TempDir static Path folder;
  private static StarterWorld world;

  @BeforeAll
  static void start() throws IOException {
    world = new StarterWorld(folder);
    SignedAsking.ENROLLED.put("maria", enrolled("maria"));
    SignedAsking.ENROLLED.put("paul", enrolled("paul"));
    world.run("approver", "enroll", "--name=stranger");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void twoSignaturesApproveWhatABareDecisionDoesNot() {
    hire("hr-60");
    Ran bare = world.run("approve", "hr-60");
    Ran stranger = world.run("approve", "hr-60", "--sign", "--by=stranger");
    Ran maria = world.run("approve", "hr-60", "--sign", "--by=Maria");
    Ran paul = world.run("approve", "hr-60", "--sign", "--by=paul");

    assertThat(bare.exitCode()).isEqualTo(1);
    assertThat(bare.err()).contains("takes signed decisions only: add --sign");
    assertThat(stranger.exitCode()).isEqualTo(1);
    assertThat(stranger.err()).contains("Refused: no signature that fits");
    assertThat(maria.exitCode()).as(maria.err()).isZero();
    assertThat(maria.out()).contains("(1 of 2).");
    assertThat(paul.exitCode()).as(paul.err()).isZero();
    assertThat(
            world
                .client()
                .newUntypedWorkflowStub("onboarding/hr-60/1")
                .getResult(OnboardingResult.class)
                .outcome())
        .isEqualTo("done");
  }

  @Test
  void aNameWithoutAKeyIsToldHowToEnroll() {
    hire("hr-61");
    Ran ran = world.run("approve", "hr-61", "--sign", "--by=nina");
    Ran path = world.run("approve", "hr-61", "--sign", "--by=../maria");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("./lanyard approver enroll --name nina");
    assertThat(path.exitCode()).isEqualTo(1);
    assertThat(path.err()).contains("lower-case letters");
  }

  @Test
  void enrollingKeepsThePrivatePartAndNeverOverwritesIt() throws IOException {
    Ran first = world.run("approver", "enroll", "--name=Nora", "--json");
    Ran again = world.run("approver", "enroll", "--name=nora");
    Ran shown = world.run("approver", "enroll", "--name=nora", "--show", "--json");

    Path file = folder.resolve("approvers").resolve("nora");
    String key = json(first).path("key").asText();
    assertThat(SignedFields.isKey(key)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(first.out())
        .doesNotContain(Files.readString(file).lines().findFirst().orElseThrow());
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("there is a key of nora already");
    assertThat(json(shown).path("key").asText()).isEqualTo(key);
  }

  @Test
  void theInboxOfAGroupShowsWhatWaitsForItOldestFirst() {
    hire("hr-63");
    world.run(OnboardCommandTest.hire("hr-62", "--wait"));
    world.listedWaiting("onboarding/hr-62/1");
    world.listedWaiting("onboarding/hr-63/1");
    world.listedWaiting("onboarding/hr-gone/1");
    String request =
        new Persons(world.client()).process("onboarding/hr-63/1").awaiting().get(0).id();

    Ran managers = world.run("inbox", "--group=managers", "--json");
    Ran directors = world.run("inbox", "--group=directors");
    Ran nobody = world.run("inbox", "--group=nobody");

    assertThat(json(managers).path("requests"))
        .extracting(entry -> entry.path("employeeNumber").asText())
        .containsExactly("hr-63", "hr-62");
    assertThat(json(managers).path("requests").get(0).path("commands").path("approve").asText())
        .isEqualTo("./lanyard approve hr-63 --request " + request + " --sign");
    assertThat(directors.out())
        .contains("onboarding/hr-63/1: May this person have access?")
        .contains("needs     2 of managers or directors, signed")
        .doesNotContain("hr-62");
    assertThat(nobody.exitCode()).isZero();
    assertThat(nobody.out()).contains("Nothing waits for nobody.");
    assertThat(world.run("inbox").exitCode()).isEqualTo(2);
  }

  @Test
  void statusShowsTheCommandThatCountsAndNoSignalThatDoesNot() {
    hire("hr-64");
    Ran ran = world.run("status", "hr-64");

    assertThat(ran.out())
        .contains("needs     2 of managers or directors, signed")
        .contains("--sign")
        .doesNotContain("temporal workflow signal");
  }

  private static void hire(String number) {
    Ran hired =
        world.run(OnboardCommandTest.hire(number, "--site=" + ScriptedOnboarding.SIGNED, "--wait"));
    assertThat(hired.out()).contains(number);
  }

  private static String enrolled(String name) {
    return json(world.run("approver", "enroll", "--name=" + name, "--json")).path("key").asText();
  }

  private static JsonNode json(Ran ran) {
    try {
      return new ObjectMapper().readTree(ran.out());
    } catch (IOException e) {
      throw new AssertionError(ran.out() + ran.err(), e);
    }
  }
}
