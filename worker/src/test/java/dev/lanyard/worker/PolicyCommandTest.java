package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {

  @TempDir Path folder;
  private Path file;
  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("approvals.conf");
    Files.writeString(
        file,
        """
        people { maria { groups = [managers] }, paul { groups = [managers] } }
        protected { pos-user-ids = [1] }
        rules = [
          { name = "all sites", when { all-sites = true }, approvals = 2, groups = [managers]
            expires-after = 7d }
          { name = "the rest", groups = [managers] }
        ]
        """);
  }

  @Test
  void aRightPolicyCanBeUsed() {
    assertThat(run("check", "--file", file.toString())).isZero();
    assertThat(out.toString()).contains("2 rules, 2 people: it can be used.");
    assertThat(run("check", "--file", file.toString(), "--json")).isZero();
    assertThat(out.toString().strip())
        .isEqualTo("{\"outcome\":\"usable\",\"rules\":2,\"people\":2}");
  }

  @Test
  void aWrongOneIsToldWithItsLines() throws Exception {
    Files.writeString(file, "people {}\nrules = [ { groups = [managers], aproved = 1 } ]");

    assertThat(run("check", "--file", file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("The policy cannot be used:")
        .contains("line 2: aproved is no key of rule 1")
        .contains("line 2: groups names managers, and nobody of people is in it");
  }

  @Test
  void whichRuleARequestMeetsIsToldWithTheReason() {
    assertThat(run("explain", "--file", file.toString(), "--site", "Wash 1")).isZero();
    assertThat(out.toString())
        .contains("  all sites (line 4): not all sites are asked for")
        .contains("  the rest (line 6): fits")
        .contains("Meets the rest (line 6): 1 of managers, a bare decision counts.");

    assertThat(run("explain", "--file", file.toString(), "--all-sites")).isZero();
    assertThat(out.toString())
        .contains("2 of managers, a bare decision counts, after 7 days refused.");

    assertThat(run("explain", "--file", file.toString(), "--pos-user-id", "1")).isZero();
    assertThat(out.toString()).contains("Parks: POS user ID 1 is on the policy's protected list");

    assertThat(run("explain", "--file", file.toString(), "--kind", "terminate")).isZero();
    assertThat(out.toString()).contains("terminations need no approval: nobody is asked");

    assertThat(run("explain", "--file", file.toString(), "--kind", "hire")).isEqualTo(2);
  }

  @Test
  void withoutAFileItIsTheWorkersOwn() {
    assertThat(run("check")).isZero();
    assertThat(out.toString()).contains("one bare decision counts");
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void withoutAFileTheAccessRulesAreCheckedTooAndARunningWorkersRulesAreNamed() throws Exception {
    Path conf = folder.resolve("lanyard.conf");
    Files.writeString(conf, "lanyard { roles { \"Greeter\" { wages = 3 } } }");

    assertThat(run(Map.of("LANYARD_CONFIG", conf.toString()), "check")).isEqualTo(1);
    assertThat(err.toString())
        .contains("lanyard.roles.\"Greeter\".wages is no key of a role")
        .contains("A worker that runs goes on by what it read before.");
  }

  private int run(String... words) {
    return run(Map.of(), words);
  }

  private int run(Map<String, String> environment, String... words) {
    out = new StringWriter();
    err = new StringWriter();
    return new CommandLine(new PolicyCommand(environment))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }
}
