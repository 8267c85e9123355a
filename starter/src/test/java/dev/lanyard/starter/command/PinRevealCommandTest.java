package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.secrets.HandoverKeyPair;
import dev.lanyard.secrets.Pin;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import dev.lanyard.starter.pin.PinCollection;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinRevealCommandTest {

  private static final String DIGITS = "48213";

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
  void onATerminalThePinIsShownAndMayBeAskedForAgain() throws Exception {
    open("hr-50");

    Ran first = world.runTyping(List.of(), "pin", "reveal", "hr-50");
    Ran again = world.runTyping(List.of(), "pin", "reveal", "hr-50");

    Path kept = world.home().resolve("handover").resolve("hr-50");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("PIN of hr-50: " + DIGITS);
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(kept)).doesNotContain(DIGITS);
  }

  @Test
  void onAPipeThereAreDots() throws Exception {
    open("hr-51");

    Ran piped = world.run("pin", "reveal", "hr-51");
    Ran asked = world.run("pin", "reveal", "hr-51", "--to-stdout");

    assertThat(piped.exitCode()).isZero();
    assertThat(piped.out()).contains("•••••").doesNotContain(DIGITS);
    assertThat(piped.err()).contains("It opens");
    assertThat(asked.out()).contains(DIGITS);
  }

  @Test
  void forProgramsOnlyTheFactThatItOpens() throws Exception {
    open("hr-52");

    Ran ran = world.run("pin", "reveal", "hr-52", "--json");

    JsonNode told = new ObjectMapper().readTree(ran.out());
    assertThat(told.path("opens").asBoolean()).isTrue();
    assertThat(told.has("pin")).isFalse();
  }

  @Test
  void asSecondKeyItIsRefusedWithTheReason() throws Exception {
    open("hr-53");
    Pin first =
        new PinCollection(world.client())
            .collect(EmployeeNumber.of("hr-53"), HandoverKeyPair.generate(), "paul");

    Ran ran = world.runTyping(List.of(), "pin", "reveal", "hr-53");

    assertThat(first.digits()).isEqualTo(DIGITS);
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("refused: another key asked first");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void whereNoPinWaitsItSaysSo() {
    Ran ran = world.run("pin", "reveal", "hr-54");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("no PIN of hr-54 waits to be collected");
  }

  /** Hires somebody with a chosen PIN, so that it waits to be collected. */
  private static void open(String number) throws Exception {
    Path file = Files.writeString(folder.resolve(number + ".pin"), DIGITS + "\n");
    Ran hired =
        Approver.approving(
            world,
            number,
            () ->
                world.run(
                    OnboardCommandTest.hire(
                        number, "--pin-file", file.toString(), "--wait", "--through-approval")));
    assertThat(hired.exitCode()).as(hired.err()).isZero();
    assertThat(hired.out()).doesNotContain(DIGITS);
  }
}
