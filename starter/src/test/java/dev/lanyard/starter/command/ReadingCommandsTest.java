package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.starter.fake.ScriptedReading;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCommandsTest {

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

  private static JsonNode json(Ran ran) throws Exception {
    assertThat(ran.lines()).as(ran.err()).hasSize(1);
    return new ObjectMapper().readTree(ran.out());
  }

  private static String asked(Ran ran) throws Exception {
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return json(ran).at("/employees/0/access").asText();
  }

  @Test
  void employeesAreATableThatFitsWithTheNextPagesCommand() {
    Ran ran = world.run("employees", "--active=no");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "POS ID  NAME                          ACTIVE  ACCESS   DEPARTMENTS  SITES",
            "12345   Jane \\u{1b}[31m Doe-xxxxxx..  yes     falseFA  Greeter      W37135, HARB +10",
            "Next page: ./lanyard employees --active no --page 2");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
  }

  @Test
  void everyChoiceReachesTheQuestion() throws Exception {
    assertThat(asked(world.run("employees", "--json"))).isEqualTo("trueFA");
    assertThat(asked(world.run("employees", "--json", "--active=all"))).isEqualTo("bothFA");
    assertThat(asked(world.run("employees", "--json", "--pos-user-id=7"))).isEqualTo("7bothFA");
    assertThat(asked(world.run("employees", "--json", "--pos-user-id=7", "--active=yes")))
        .isEqualTo("7trueFA");
    assertThat(
            asked(
                world.run(
                    "employees",
                    "--json",
                    "--name=Jan*",
                    "--site=Wash 1",
                    "--site=HARB",
                    "--sort=last-name",
                    "--descending")))
        .isEqualTo("Jan*trueWash 1HARBLD");
  }

  @Test
  void theNextPagesCommandCanBePasted() throws Exception {
    Ran ran =
        world.run(
            "employees",
            "--json",
            "--name=O'Doe",
            "--site=Wash $HOME",
            "--sort=first-name",
            "--page=2");
    JsonNode told = json(ran);
    assertThat(told.path("outcome").asText()).isEqualTo("found");
    assertThat(told.path("page").asInt()).isEqualTo(2);
    assertThat(told.path("more").asBoolean()).isTrue();
    assertThat(told.path("next").asText())
        .isEqualTo(
            "./lanyard employees --name 'O'\\''Doe' --site 'Wash $HOME' --sort first-name --json"
                + " --page 3");
    assertThat(json(world.run("employees", "--json", "--page=3")).has("next")).isFalse();
  }

  @Test
  void nobodyIsAFailureThatSaysWhatTheRosterDoesNotShow() throws Exception {
    Ran ran = world.run("employees", "--name=Nobody");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.lines())
        .containsExactly(
            "No active employee is shown for this; --active all asks for disabled ones too.",
            "Mind: the bot is blind.");
    assertThat(json(world.run("employees", "--json", "--name=Nobody")).path("outcome").asText())
        .isEqualTo("nothing");
  }

  @Test
  void mistakesInAQuestionAreToldAtOnce() {
    Ran ran =
        world.run(
            "employees",
            "--name=*",
            "--pos-user-id=x",
            "--active=maybe",
            "--site=",
            "--sort=up",
            "--page=0");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .containsExactlyInAnyOrder(
            "--pos-user-id must be a whole number from 1 to 999999999",
            "--active must be yes, no or all",
            "--sort must be first-name or last-name",
            "--page must be a whole number from 1",
            "--name may have one '*', at its end and after a beginning",
            "--site is missing",
            "Nothing was sent. Help: ./lanyard employees --help");
  }

  @Test
  void anEmployeeIsToldLineByLine() {
    Ran ran = world.run("employee", Integer.toString(ScriptedReading.KNOWN));
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "Jane\\u{1b}[31m Doe",
            "POS user ID         12345",
            "employee id         413 (/employee/edit/413)",
            "status              disabled",
            "phone               (615) 555-1234",
            "e-mail              jane.doe@example.com",
            "start date          2026-05-01",
            "emergency contact   Dana Example 555-0100",
            "ADP id              -",
            "employee[shirt]     L",
            "departments         Greeter",
            "sites               Wash 37135 (101)",
            "roster              W37135, HARB, MILL; access Custom; active; these are OTHER sites than"
                + " those of",
            "                    the form",
            "permissions         General User (the same grants as Clock Only)",
            "  granted           Time Clock, permission 25",
            "  needs approval    Time Clock",
            "  action approval   yes: everything",
            "wages               from 2026-06-01: $15.50/hr, overtime $23.25/hr",
            "                    2026-05-01 to 2026-06-01: $900.00/week, no overtime",
            "                    and 4 older",
            "  next wage from    2026-06-02",
            "read at             2026-05-01 12:00:00 Z",
            "not looked at       linked web users");
  }

  @Test
  void anEmployeeForProgramsIsOneObject() throws Exception {
    JsonNode told = json(world.run("employee", "--employee-id=413", "--json"));
    assertThat(told.path("outcome").asText()).isEqualTo("found");
    assertThat(told.path("posUserId").asInt()).isEqualTo(ScriptedReading.KNOWN);
    assertThat(told.at("/profile/firstName").asText()).isEqualTo(" Jane\u001b[31m");
    assertThat(told.at("/wages/entries/0/hourlyRate").decimalValue()).isEqualByComparingTo("15.50");
    assertThat(told.path("readAt").asText()).isEqualTo("2026-05-01T12:00:00Z");
  }

  @Test
  void anUnknownPosUserIdFailsAndSaysThatThisIsNoProof() throws Exception {
    Ran ran = world.run("employee", "999");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("nobody with POS user ID 999 shows in Backoffice's roster")
        .contains("no proof that it is free (the bot is blind)")
        .contains("--employee-id N");
    assertThat(json(world.run("employee", "999", "--json")).path("outcome").asText())
        .isEqualTo("failed");
    assertThat(world.run("employee", "--employee-id=9").err())
        .contains("Backoffice has no employee 9");
  }

  @Test
  void mistakesInWhoIsMeantAreToldAtOnce() {
    Ran both = world.run("employee", "x", "--employee-id=0");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err().lines())
        .containsExactly(
            "<pos-user-id> must be a whole number from 1 to 999999999",
            "--employee-id must be a whole number from 1",
            "Nothing was sent. Help: ./lanyard employee --help");
    assertThat(world.run("employee").err())
        .contains("<pos-user-id> is missing; give it, or the internal employee id");
  }

  @Test
  void sitesAreATableByRegionAndDistrict() throws Exception {
    Ran ran = world.run("sites");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "ID   SITE        CODE    REGION    DISTRICT",
            "101  Wash 37135  W37135  East (1)  (10)",
            "Next page: ./lanyard sites --page 2");
    JsonNode second = json(world.run("sites", "--page=2", "--json"));
    assertThat(second.at("/sites/0/id").asInt()).isEqualTo(102);
    assertThat(second.has("next")).isFalse();
    assertThat(second.path("total").asInt()).isEqualTo(2);
    Ran none = world.run("sites", "--page=3");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.lines()).containsExactly("There is no page 3.");
  }

  @Test
  void departmentsAreEscapedForTheTerminal() {
    assertThat(world.run("departments").lines())
        .containsExactly("ID  DEPARTMENT", "1   Cash\\u{202e}ier");
  }

  @Test
  void templatesAreToldByLabel() {
    assertThat(world.run("templates").lines())
        .containsExactly(
            "Manager (1)",
            "  grants          all 2",
            "  needs approval  none",
            "General User (3)",
            "  grants          Time Clock",
            "  needs approval  Time Clock");
    Ran none = world.run("templates", "--page=2");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.lines())
        .containsExactly("No permission template can be read: the bot sees no employee.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sites", "departments", "templates", "employees"})
  void aPageThatIsNoNumberIsWrongUsage(String command) throws Exception {
    Ran ran = world.run(command, "--json", "--page=-1");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(json(ran).at("/mistakes/0/where").asText()).isEqualTo("--page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "employee", "sites", "departments", "templates"})
  void helpHasExamplesAndFitsEightyColumns(String command) {
    Ran ran = world.run(command, "--help");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("Examples:", "./lanyard " + command, "Exit codes: 0");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }
}
