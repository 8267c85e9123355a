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

class StaffCommandsTest {

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
  void listIsATableWithItsCount() {
    Ran ran = world.run("staff", "list");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "id   name                 e-mail              code",
            "451  Robin Owner          robin@example.test  -         administrator",
            "454  Jane \\u{1b}[31m Doe  -                   hr-10442",
            "2 accounts");
  }

  @Test
  void listIsNarrowedBySiteAndToAdministrators() {
    assertThat(world.run("staff", "list", "--admins").out()).contains("451").doesNotContain("454");
    Ran atSite = world.run("staff", "list", "--site", " 37135 ");
    assertThat(atSite.out()).contains("454").doesNotContain("451");
    assertThat(atSite.lines()).endsWith("1 account at Wash 37135");
  }

  @Test
  void forProgramsEachAccountIsAnObject() throws Exception {
    Ran ran = world.run("staff", "list", "--json");

    assertThat(ran.lines()).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(ran.lines().get(0));
    assertThat(first.path("id").asLong()).isEqualTo(451);
    assertThat(first.path("admin").asBoolean()).isTrue();
    assertThat(first.path("code").isNull()).isTrue();
  }

  @Test
  void memberIsShownByIdAndByAddress() {
    Ran byId = world.run("staff", "show", "454");
    Ran byAddress = world.run("staff", "show", "jane.doe@example.com");

    assertThat(byId.exitCode()).as(byId.err()).isZero();
    assertThat(byId.out()).isEqualTo(byAddress.out());
    assertThat(byId.lines())
        .containsExactly(
            "id             454",
            "name           Jane Doe",
            "e-mail         jane.doe@example.com",
            "phone          6155551234",
            "address        1 Main St, Springfield",
            "code           hr-10442",
            "administrator  no",
            "permissions    FinishSale (Point of Sale)",
            "sites          Wash 37135 (921)",
            "tags           onboarding",
            "created        2026-05-01T00:00:00+10:00");
  }

  @Test
  void nobodyIsAFailureAndNonsenseIsWrongUsage() {
    Ran nobody = world.run("staff", "show", "99");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.err()).contains("no such account");
    Ran largest = world.run("staff", "show", Long.toString(Long.MAX_VALUE));
    assertThat(largest.exitCode()).isEqualTo(1);
    assertThat(largest.err()).contains("no such account");

    for (String nonsense : new String[] {"0", "-4", "jane", "1e3", "9223372036854775808"}) {
      Ran wrong = world.run("staff", "show", "--", nonsense);
      assertThat(wrong.exitCode()).as(nonsense).isEqualTo(2);
      assertThat(wrong.err()).contains("e-mail address").doesNotContain(nonsense + " ");
    }
    assertThat(world.run("staff", "list", "--site", " ").exitCode()).isEqualTo(2);
    assertThat(world.run("staff").exitCode()).isEqualTo(2);
    assertThat(world.run("webhooks").exitCode()).isEqualTo(2);
  }

  @Test
  void permissionsAreTheDocumentedOnesWithDomainsDefaultsAndImplications() {
    Ran ran = world.run("staff", "permissions");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.lines()).hasSize(1 + 28);
    assertThat(ran.out())
        .containsPattern("Adjustments +Back Office +yes +MakeDiscount +apply")
        .containsPattern("Company +POS + PaymentTypes, Taxes +edit")
        .containsPattern("Void +Back Office +void")
        .containsPattern("Void +POS +void");
    assertThat(ran.lines().stream().filter(line -> line.contains("  yes  "))).hasSize(6);
    assertThat(world.run("staff", "permissions", "--json").lines()).hasSize(28);
  }

  @Test
  void webhooksAreListedAndSynced() {
    assertThat(world.run("webhooks", "list").lines())
        .containsExactly(
            "missing   -  staff/updated  onboarding,till  https://hooks.example.com/staff",
            "not ours  3  staff/created                   https://other.example.com/");
    assertThat(world.run("webhooks", "sync", "--remove", "3").lines())
        .containsExactly(
            "created  7  staff/updated  onboarding,till  https://hooks.example.com/staff",
            "removed  3  staff/created                   https://other.example.com/");
    assertThat(world.run("webhooks", "sync", "--remove", "0").exitCode()).isEqualTo(2);
    assertThat(world.run("webhooks", "sync", "--json").lines().get(0))
        .contains("\"state\":\"created\"");
  }
}
