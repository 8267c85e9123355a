package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.ScriptedOnboarding;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.workflows.person.PersonStatus;
import io.temporal.client.WorkflowNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardCommandTest {

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

  static String[] hire(String number, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "onboard",
                "--employee-number=" + number,
                "--first-name=Jane",
                "--last-name=Doe",
                "--phone=6155551234",
                "--email=jane.doe@example.com",
                "--pos-user-id=12345",
                "--wage-rate=15.50",
                "--start-date=2026-05-01",
                "--site=Wash 37135",
                "--permission=General User"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsFlagAndNothingIsSent() {
    Ran ran =
        world.run(
            "onboard",
            "--employee-number=hr-1",
            "--first-name=Jane",
            "--email=no address",
            "--pos-user-id=twelve",
            "--wage-rate=fifteen",
            "--start-date=05/01/2026",
            "--all-sites",
            "--site=Wash 37135",
            "--decided-at=yesterday",
            "--emergency-name=\u202edanA",
            "--emergency-phone=911",
            "--overtime-rate=a lot",
            "--no-overtime",
            "--event-id=has blanks",
            "--pin-file=/nowhere/pin",
            "--ask-pin",
            "--through-approval");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("--last-name is missing")
        .contains("--email must look like")
        .contains("--pos-user-id must be a whole number")
        .contains("--wage-rate must be a number such as 15.50")
        .contains("--start-date must be a date such as 2026-05-01")
        .contains("--all-sites does not go together with --site")
        .contains("--permission is missing")
        .contains("--emergency-name must not contain")
        .contains("--emergency-phone must have 9 or 10 digits")
        .contains("--overtime-rate must be a number such as 15.50")
        .contains("--decided-at must be an instant")
        .contains("--event-id must be")
        .contains("--pin-file names no file")
        .contains("--ask-pin does not go together with --pin-file")
        .contains("--through-approval needs --wait")
        .contains("Nothing was sent")
        .doesNotContain("twelve", "fifteen", "no address");
    assertUnknown("hr-1");
  }

  @Test
  void mistakesOfAFileNameTheFieldAndTheFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.json"),
            "{\"firstName\":7,\"posUserId\":1.5,\"sites\":\"some\",\"pin\":\"12345\",\"color\":1}");

    Ran ran = world.run("onboard", "--file", file.toString(), "--wage-rate=x");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err())
        .contains("firstName in " + file + " must be text")
        .contains("posUserId in " + file + " must be a whole number")
        .contains("sites in " + file + " must be a list of names")
        .contains("pin in " + file + " does not belong here")
        .contains("color in " + file + " is not a field")
        .contains("--wage-rate must be a number")
        .contains("--employee-number must be a source and a number");
  }

  @Test
  void aMalformedFileIsToldByPlaceWithoutItsContent() {
    Ran ran = world.runReading("{\"firstName\": \"Jane\"\n \"oops\"}", "onboard", "-");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--file is not one well-formed JSON object (line 2")
        .doesNotContain("oops");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"firstName\":", "[]", "\"Jane\"", ""})
  void whatAnUnreadableFileMayHoldIsNotSaidToBeMissing(String content) {
    Ran ran = world.runReading(content, "onboard", "-", "--wage-rate=x");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--file ", "--wage-rate must be a number")
        .doesNotContain("is missing", "--employee-number", "--site");
  }

  @Test
  void whatAFileThatIsNotThereMayHoldIsNotSaidToBeMissing() {
    Ran ran = world.run("onboard", "--file", "/nowhere/jane.json", "--phone=1");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--file names no file", "--phone must have 9 or 10 digits")
        .doesNotContain("is missing", "--employee-number", "--site");
  }

  @Test
  void mistakesForProgramsAreOneJsonObject() throws IOException {
    Ran ran = world.run("onboard", "--json", "--start-date=x");

    JsonNode told = JSON.readTree(ran.out());
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(told.path("outcome").asText()).isEqualTo("wrong usage");
    assertThat(told.findValuesAsText("where")).contains("--start-date", "--first-name");
  }

  @Test
  void withoutWaitItEndsOnceTheEventIsKept() {
    Ran ran = world.run(hire("hr-2", "--event-id=e-1"));

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("person/hr-2")
        .contains("e-1")
        .contains("./lanyard status hr-2")
        .contains("./lanyard approve hr-2");
    assertThat(world.client().newUntypedWorkflowStub("person/hr-2").describe().getStatus())
        .isNotNull();
  }

  @Test
  void waitStopsWithThreeWhereADecisionIsAwaitedAndSaysHowToGiveIt() {
    Ran ran = world.run(hire("hr-3", "--wait"));

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out())
        .contains("pre-flight check")
        .contains("Backoffice: create Jane Doe")
        .containsPattern("./lanyard approve hr-3 --request [0-9a-f]{8}-1")
        .containsPattern(
            "temporal workflow signal --workflow-id onboarding/hr-3/1 --name decide --input"
                + " '\\{\"requestId\":\"[0-9a-f]{8}-1\",\"choice\":\"approve\",\"by\":\"your"
                + " name\"}'");
  }

  @Test
  void waitThroughApprovalEndsDone() throws Exception {
    Ran ran =
        Approver.approving(
            world, "hr-4", () -> world.run(hire("hr-4", "--wait", "--through-approval")));

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Done: hr-4 has access.")
        .contains("4711")
        .contains("./lanyard pin reveal hr-4")
        .contains("warning: phone is shared");
  }

  @Test
  void anOnboardingThatIsUndoneEndsWithOneAndTheReason() throws Exception {
    Ran ran =
        Approver.approving(
            world,
            "hr-5",
            () ->
                world.run(
                    hire(
                        "hr-5",
                        "--wait",
                        "--through-approval",
                        "--json",
                        "--site=" + ScriptedOnboarding.FAILS)));

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
    List<JsonNode> events = new ArrayList<>();
    for (String line : ran.lines()) {
      events.add(JSON.readTree(line));
    }
    assertThat(events)
        .extracting(event -> event.path("event").asText())
        .startsWith("submitted", "event", "process")
        .contains("step")
        .endsWith("result");
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("outcome").asText()).isEqualTo("undone");
    assertThat(last.path("result").path("reason").asText()).contains("BACKOFFICE_REFUSED");
  }

  @Test
  void anOlderEventIsToldAsNotTaken() {
    world.run(hire("hr-6", "--wait"));

    Ran ran = world.run(hire("hr-6", "--wait", "--decided-at=2020-01-01T00:00:00Z"));

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("Not taken: older than an event that was taken");
  }

  @Test
  void aSecondHireCorrectsTheOneThatIsOpen() {
    world.run(hire("hr-7", "--wait"));

    Ran ran = world.run(hire("hr-7", "--wait", "--department=Manager"));

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("onboarding/hr-7/1").doesNotContain("onboarding/hr-7/2");
  }

  @Test
  void theSameEventIdTwiceIsOneEventAndFollowsTheSameRun() {
    world.run(hire("hr-8", "--wait", "--event-id=e-8"));

    Ran ran = world.run(hire("hr-8", "--wait", "--event-id=e-8"));

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("duplicate: ").contains("runs as onboarding/hr-8/1");
  }

  @Test
  void flagsWinOverTheFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jane.json"),
            """
            {"employeeNumber":"hr-9","firstName":"Janet","lastName":"Doe","posUserId":"12345",
             "wageRate":15.5,"startDate":"2026-05-01","sites":"all",
             "permissionTemplate":"General User","departments":["Greeter"]}
            """);

    Ran ran = world.run("onboard", "--file", file.toString(), "--first-name=Jane", "--wait");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("create Jane Doe").contains("all sites, later ones included");
  }

  @Test
  void anEventFromTheFutureIsRefusedBeforeItIsSent() {
    Ran ran = world.run(hire("hr-10", "--decided-at=2199-01-01T00:00:00Z"));

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains("--decided-at lies in the future");
    assertUnknown("hr-10");
  }

  @Test
  void aPinThatIsAskedForIsNeverPrintedAndReachesTheHandOverSealed() throws Exception {
    Ran ran =
        Approver.approving(
            world,
            "hr-11",
            () ->
                world.runTyping(
                    List.of("48213", "48213"),
                    hire("hr-11", "--ask-pin", "--wait", "--through-approval")));

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out() + ran.err()).doesNotContain("48213");
    assertThat(world.runTyping(List.of(), "pin", "reveal", "hr-11").out()).contains("48213");
  }

  @Test
  void aPinOfTheWrongShapeIsWrongUsageAndNotShown() throws IOException {
    Path file = Files.writeString(folder.resolve("pin"), "0123");

    Ran fromFile = world.run(hire("hr-12", "--pin-file", file.toString()));
    Ran typed = world.runTyping(List.of("48213", "48214"), hire("hr-12", "--ask-pin"));

    assertThat(fromFile.exitCode()).isEqualTo(2);
    assertThat(fromFile.err()).contains("--pin-file must hold five digits").doesNotContain("0123");
    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err()).contains("--ask-pin was given two different answers");
    assertUnknown("hr-12");
  }

  private static void assertUnknown(String number) {
    Assertions.assertThatThrownBy(
            () ->
                world
                    .client()
                    .newUntypedWorkflowStub("person/" + number)
                    .query("status", PersonStatus.class))
        .isInstanceOf(WorkflowNotFoundException.class);
  }
}
