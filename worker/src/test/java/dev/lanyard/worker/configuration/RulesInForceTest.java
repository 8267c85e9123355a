package dev.lanyard.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A worker that runs, whose files somebody edits. */
class RulesInForceTest {

  private static final String TWO_RULES =
      """
      people { maria { groups = [managers] } }
      protected { pos-user-ids = [1] }
      rules = [ { name = "all sites", when { all-sites = true }, groups = [managers] }
                { name = "the rest", groups = [managers] } ]
      """;

  private static final String ONE_RULE =
      """
      people { maria { groups = [managers] } }
      protected { pos-user-ids = [1, 2] }
      rules = [ { name = "everything", groups = [managers] } ]
      """;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Path policy;
  private Path configuration;
  private RulesInForce rules;
  private int written;

  @BeforeEach
  void start() throws Exception {
    policy = folder.resolve("approvals.conf");
    configuration = folder.resolve("lanyard.conf");
    write(policy, TWO_RULES);
    write(configuration, roles("Greeter"));
    environment.put("HOME", folder.toString());
    environment.put("SONNYS_SUBDOMAIN", "washu");
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "s3cret-word");
    environment.put("STAFF_API_CLIENT_ID", "client");
    environment.put("STAFF_API_CLIENT_SECRET", "s3cret-too");
    environment.put("STAFF_API_COMPANY_ID", "5678");
    environment.put("LANYARD_CONFIG", configuration.toString());
    rules = WorkerConfiguration.read(environment).rules();
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(log);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(RulesInForce.class);
  }

  private String roles(String name) {
    return "lanyard { approvals { policy-file = \""
        + policy
        + "\" }, roles { \""
        + name
        + "\" { template = \"General User\" } } }";
  }

  /** Each a second later than the one before, whatever the file system's times are like. */
  private void write(Path file, String content) throws IOException {
    Files.writeString(file, content);
    written++;
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.parse("2026-05-01T12:00:00Z").plusSeconds(written)));
  }

  private List<String> names() {
    return rules.approvals().rules().stream()
        .map(rule -> rule.then().name().replaceFirst(" \\(.*", ""))
        .toList();
  }

  @Test
  void changedPolicyCountsFromThenOnAndItsProtectedListToo() throws Exception {
    assertThat(names()).containsExactly("all sites", "the rest");

    write(policy, ONE_RULE);

    assertThat(names()).containsExactly("everything");
    assertThat(rules.approvals().protectedRecords().posUserIds()).containsExactlyInAnyOrder(1, 2);
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    assertThat(log.list.get(0).getFormattedMessage()).contains("1 rules, 1 people, 1 roles");
  }

  @Test
  void brokenOneKeepsTheOldInForceAndSaysAllProblemsOnce() throws Exception {
    write(
        policy,
        "people {}\nrules = [ { groups = [managers], aproved = 1 } ]\nprotected { staff = [1] }");

    assertThat(names()).containsExactly("all sites", "the rest");
    assertThat(names()).hasSize(2);
    assertThat(rules.problems())
        .hasSizeGreaterThan(2)
        .anySatisfy(line -> assertThat(line).contains("line 2: aproved is no key of rule 1"))
        .anySatisfy(line -> assertThat(line).contains("nobody of people is in it"))
        .anySatisfy(line -> assertThat(line).contains("line 3: staff is no key of protected"))
        .noneSatisfy(line -> assertThat(line).contains("s3cret"));
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
    assertThat(log.list.get(0).getFormattedMessage())
        .contains("NOT used")
        .contains(rules.problems());

    write(policy, ONE_RULE);

    assertThat(rules.problems()).isEmpty();
    assertThat(names()).containsExactly("everything");
  }

  @Test
  void fileThatIsGoneKeepsTheOldInForce() throws Exception {
    Files.delete(policy);

    assertThat(names()).containsExactly("all sites", "the rest");
    assertThat(rules.problems()).singleElement().asString().contains("cannot be read");

    write(policy, TWO_RULES);
    assertThat(rules.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# to be written",
        "protected { pos-user-ids = [1] }",
        "people { maria { groups = [managers] } }\nrules = [ { groups = [managers] } ]"
      })
  void fileThatIsOnlyBegunKeepsTheOldInForce(String begun) throws Exception {
    write(policy, begun);

    assertThat(names()).containsExactly("all sites", "the rest");
    assertThat(rules.approvals().people()).containsOnlyKeys("maria");
    assertThat(rules.approvals().protectedRecords().posUserIds()).containsExactly(1);
    assertThat(rules.problems())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsAnyOf("is gone", "says nothing"));

    write(policy, ONE_RULE);
    assertThat(names()).containsExactly("everything");
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void configurationThatIsOnlyBegunTakesNoPolicyAway() throws Exception {
    write(configuration, "");

    assertThat(names()).containsExactly("all sites", "the rest");
    assertThat(rules.problems()).hasSize(3);
  }

  @Test
  void accessRulesChangeWithTheConfigurationFileAndNotWhileItIsBroken() throws Exception {
    assertThat(rules.accessRules().roles()).containsOnlyKeys("Greeter");

    write(configuration, roles("Cashier"));
    assertThat(rules.accessRules().roles()).containsOnlyKeys("Cashier");

    write(configuration, roles("Manager") + " }");
    assertThat(rules.accessRules().roles()).containsOnlyKeys("Cashier");
    assertThat(rules.problems()).isNotEmpty();
  }

  @Test
  void policyOfAnotherFileIsFollowedThere() throws Exception {
    Path other = folder.resolve("other.conf");
    write(other, ONE_RULE);
    write(configuration, roles("Greeter").replace("approvals.conf", "other.conf"));
    assertThat(names()).containsExactly("everything");

    write(other, TWO_RULES);

    assertThat(names()).containsExactly("all sites", "the rest");
    assertThat(rules.files()).containsExactlyInAnyOrder(configuration, other);
  }

  @Test
  void whatDidNotChangeIsNotReadAgain() throws Exception {
    var before = rules.approvals();

    assertThat(rules.approvals()).isSameAs(before);
    write(policy, TWO_RULES);

    assertThat(rules.approvals()).isEqualTo(before);
    assertThat(log.list).isEmpty();
  }
}
