package dev.lanyard.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.rules.AccessRole;
import dev.lanyard.activities.rules.AccessRules;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.hr.SiteChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleSectionTest {

  @TempDir Path folder;

  private Map<String, String> environment(String content) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", "/people/jane");
    environment.put("SONNYS_SUBDOMAIN", "washu");
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "s3cret-word");
    environment.put("STAFF_API_CLIENT_ID", "client");
    environment.put("STAFF_API_CLIENT_SECRET", "s3cret-client");
    environment.put("STAFF_API_COMPANY_ID", "5678");
    environment.put(
        "LANYARD_CONFIG", Files.writeString(folder.resolve("l.conf"), content).toString());
    return environment;
  }

  private AccessRules rules(String content) throws Exception {
    return WorkerConfiguration.read(environment(content)).accessRules();
  }

  private List<String> problems(String content) throws Exception {
    Map<String, String> environment = environment(content);
    ConfigurationRefused refused =
        catchThrowableOfType(
            ConfigurationRefused.class, () -> WorkerConfiguration.read(environment));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().stream().map(ConfigurationProblem::toString).toList();
  }

  @Test
  void withoutRolesThereAreNone() throws Exception {
    assertThat(rules("")).isEqualTo(AccessRules.NONE);
  }

  @Test
  void everyPartOfARoleIsRead() throws Exception {
    AccessRules read =
        rules(
            """
            lanyard.roles {
              "Greeter at Harbor" {
                sites = ["Wash 37135"], template = "General User", departments = [Greeter]
                wage = { min = 14.00, max = 18.50, default = 15.50 }
                pos-user-ids = { from = 20000, to = 20999 }
                staff-permissions = [FinishSale], staff-account = true
              }
              Roamer { sites = all }
            }
            lanyard.pos-user-ids = { from = 30000, to = 39999 }
            lanyard.like-copies-wage = true
            """);

    AccessRole greeter = read.roles().get("Greeter at Harbor");
    assertThat(greeter.sites()).contains(SiteChoice.of(List.of("Wash 37135")));
    assertThat(greeter.template()).contains("General User");
    assertThat(greeter.departments()).containsExactly("Greeter");
    assertThat(greeter.wage().orElseThrow()).hasToString("14.00 to 18.50");
    assertThat(greeter.wage().get().usual().orElseThrow()).isEqualTo("15.50");
    assertThat(greeter.posUserIds()).contains(new PosUserIdRange(20000, 20999));
    assertThat(greeter.staffPermissions()).contains(List.of("FinishSale"));
    assertThat(greeter.staffAccount()).contains(true);
    assertThat(read.roles().get("Roamer"))
        .isEqualTo(
            new AccessRole(
                "Roamer",
                Optional.of(SiteChoice.everySite()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(read.posUserIds()).contains(new PosUserIdRange(30000, 39999));
    assertThat(read.likeCopiesWage()).isTrue();
  }

  @Test
  void everyMistakeIsToldAtOnceUnderItsRole() throws Exception {
    List<String> told =
        problems(
            """
            lanyard.roles {
              A { sites = [], templates = "General User" }
              B { wage = { min = 18, max = 14 } }
              C { wage = { min = 14, max = 18, default = 20 } }
              D { wage = { min = 14.005, max = 18 } }
              E { pos-user-ids = { from = 9, to = 3 } }
              F { pos-user-ids = { from = 1 } }
              G { staff-permissions = [FinishSell] }
              H { staff-permissions = [FinishSale], staff-account = false }
              I { departments = [Line, Line], staff-account = perhaps }
              J = 3
              K { sites = 7 }
            }
            lanyard.pos-user-ids = { from = 1, to = 999999999 }
            """);

    assertThat(told)
        .anyMatch(p -> p.startsWith("lanyard.roles.\"A\".sites must name a site"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"A\".templates is no key of a role"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"B\".wage has a min above its max"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"C\".wage.default lies outside"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"D\".wage.min must be more than 0, with at"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"E\".pos-user-ids must lie between"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"F\".pos-user-ids needs from and to"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"G\".staff-permissions names the unknown"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"H\".staff-permissions does not go together"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"I\".departments names the same one twice"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"I\".staff-account must be true or false"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"J\" must be a role"))
        .anyMatch(p -> p.startsWith("lanyard.roles.\"K\".sites must be a list of names"))
        .anyMatch(p -> p.startsWith("lanyard.pos-user-ids must lie between"))
        .hasSize(14);
  }
}
