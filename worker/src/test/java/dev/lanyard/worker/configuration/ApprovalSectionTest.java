package dev.lanyard.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.secrets.SigningKeyFile;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovalSectionTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  @TempDir Path folder;
  private String maria;
  private String paul;

  @BeforeEach
  void enroll() throws IOException {
    maria = SigningKeyFile.create(folder.resolve("maria")).publicKey();
    paul = SigningKeyFile.create(folder.resolve("paul")).publicKey();
  }

  @Test
  void theWholeOfAPolicyIsRead() throws Exception {
    PolicyRead read =
        read(
            """
            people {
              maria { groups = [managers, directors], sites = ["Wash 1"], key = "%s", deputy = paul }
              paul { groups = managers, key = "%s", employee-number = hr-7 }
            }
            protected { pos-user-ids = [1], employee-numbers = [hr-1], staff-ids = [77] }
            rules = [
              { name = "greeters at home", when { template = Greeter, requester-at-site = true }
                auto = true }
              { name = "high wages", when { wage-above = 25.50, kind = [onboard, transfer] }
                approvals = 2, groups = [managers], signed = true
                remind-after = 1d, escalate-after = 2d, escalate-to = directors
                expires-after = 7d, on-expiry = escalate }
              { groups = [managers], expires-after = 14d }
            ]
            """
                .formatted(maria, paul));

    assertThat(read.mistakes()).isEmpty();
    ApprovalPolicy policy = read.policy();
    ApprovalRule rich = policy.assess(request().with("wage", "30"), TODAY);
    assertThat(rich)
        .isEqualTo(
            new ApprovalRule(
                "high wages (line 9)",
                Optional.empty(),
                false,
                2,
                List.of("managers"),
                false,
                true,
                Optional.of(Duration.ofDays(1)),
                Optional.of(Duration.ofDays(2)),
                Optional.of("directors"),
                Optional.of(Duration.ofDays(7)),
                ApprovalRule.ESCALATE));
    assertThat(policy.assess(request().with("requester", "maria"), TODAY).auto()).isTrue();
    assertThat(policy.assess(request().with("requester", "paul"), TODAY).name())
        .isEqualTo("rule 3 (line 13)");
    assertThat(policy.people().get("maria").deputy()).contains("paul");
    assertThat(
            policy
                .assess(AccessRequest.about("undo", EmployeeNumber.of("hr-1")), TODAY)
                .protectedReason())
        .isPresent();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("people { maria { } }\nrules = [{ groups = [m] }]", "line 1: groups is missing"),
        mistake(
            "people { Maria { groups = [m] } }\nrules = [{ groups = [m] }]",
            "line 1: Maria must be lower-case letters"),
        mistake(people("maria { groups = [m], key = abc }"), "key is no public key"),
        mistake(people("maria { groups = [m], deputy = eve }"), "the deputy of maria must be"),
        mistake(people("maria { groups = [m], deputy = maria }"), "the deputy of maria must be"),
        mistake(people("maria { groups = [m], phone = 1 }"), "phone is no key of person maria"),
        mistake(
            people("maria { groups = [m], employee-number = \"Jane Doe\" }"),
            "employee-number must be a source and a number"),
        mistake(
            people(
                "maria { groups = [m], employee-number = hr-1 }, eve { groups = [m],"
                    + " employee-number = hr-1 }"),
            "one person has one id"),
        mistake("protected { pos-user-ids = [x] }", "line 1: pos-user-ids must be a list of whole"),
        mistake("protected { pos-user-ids = [-1] }", "holds a number that is no POS user ID"),
        mistake("protected { names = [x] }", "names is no key of protected"),
        mistake("people { maria { groups = [m] } }", "rules are missing"),
        mistake("rulez = []", "rulez is no key of a policy"),
        mistake("rules = 3", "line 1: rules must be a list of objects"),
        mistake(rules("{ when { kind = hire }, auto = true }"), "kind must be of amend, change"),
        mistake(rules("{ when { wage = 3 }, auto = true }"), "wage is no key of when of rule 1"),
        mistake(rules("{ when { wage-above = lots }, auto = true }"), "line 3: wage-above must be"),
        mistake(rules("{ when { minor = perhaps }, auto = true }"), "minor must be true or false"),
        mistake(rules("{ when { }, auto = true }"), "when is empty"),
        mistake(rules("{ when { role = x }, auto = true, signed = true }"), "means nothing where"),
        mistake(rules("{ when { role = x }, approvals = 0, groups = [m] }"), "must be at least 1"),
        mistake(rules("{ when { role = x } }"), "line 3: groups is missing: who is asked"),
        mistake(rules("{ when { role = x }, groups = [n] }"), "names n, and nobody of people is"),
        mistake(
            rules("{ when { requester-group = n }, groups = [m] }"),
            "requester-group names n, and nobody"),
        mistake(
            rules("{ when { role = x }, groups = [m], approvals = 2 }"),
            "line 3: 2 different people are needed and its groups have 1"),
        mistake(
            rules("{ when { role = x }, groups = [m], four-eyes = true }"),
            "2 different people are needed and its groups have 1"),
        mistake(
            rules("{ when { role = x }, groups = [m], signed = true }"),
            "1 different people are needed, with keys, and its groups have 0"),
        mistake(
            rules("{ when { role = x }, groups = [m], remind-after = soon }"),
            "remind-after must be a time"),
        mistake(
            rules("{ when { role = x }, groups = [m], escalate-after = 1d }"),
            "escalate-to is missing"),
        mistake(
            rules("{ when { role = x }, groups = [m], escalate-to = m }"),
            "escalate-to needs escalate-after"),
        mistake(
            rules(
                "{ when { role = x }, groups = [m], escalate-after = 2d, escalate-to = m,"
                    + " expires-after = 1d }"),
            "escalate-after must be shorter than expires-after"),
        mistake(
            rules("{ when { role = x }, groups = [m], on-expiry = reject }"),
            "on-expiry needs expires-after"),
        mistake(
            rules("{ when { role = x }, groups = [m], expires-after = 1d, on-expiry = approve }"),
            "on-expiry must be reject or escalate"),
        mistake(
            rules("{ when { kind = terminate }, groups = [m], expires-after = 1d }"),
            "a termination never lapses"),
        mistake(rules("{ groups = [m] }"), "line 4: rule 2 is never reached"),
        mistake(
            "people { maria { groups = [m] } }\nrules = [{ when { role = x }, auto = true }]",
            "rules must end with one without \"when\""));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void everyMistakeIsSaidWithItsLine(String text, String expected) throws Exception {
    assertThat(read(text).mistakes()).anyMatch(mistake -> mistake.contains(expected));
  }

  @Test
  void oneKeyForTwoPeopleIsRefused() throws Exception {
    assertThat(
            read(people(
                    "maria { groups = [m], key = \"%s\" }, eve { groups = [m], key = \"%s\" }"
                        .formatted(maria, maria)))
                .mistakes())
        .anyMatch(mistake -> mistake.contains("key is that of"));
  }

  @Test
  void allMistakesComeAtOnce() throws Exception {
    assertThat(
            read("""
                people { maria { groups = [m], key = x } }
                rules = [
                  { when { wage-above = a }, approvals = b, groups = [n] }
                ]
                """)
                .mistakes())
        .hasSize(5)
        .anyMatch(mistake -> mistake.startsWith("line 3: approvals"));
  }

  @Test
  void aFileThatIsNotThereOrNoHoconStopsTheStart() throws Exception {
    assertThat(ApprovalPolicies.read(Map.of(), Optional.of(folder.resolve("none"))).mistakes())
        .singleElement()
        .asString()
        .contains("cannot be read");
    assertThat(read("rules = [").mistakes()).singleElement().asString().contains("cannot be");
  }

  @Test
  void theWorkersConfigurationNamesAFileOrHoldsAPolicyButNotBoth() throws Exception {
    Path policy = folder.resolve("approvals.conf");
    Files.writeString(policy, "people { maria { groups = [m] } }\nrules = [{ groups = [x] }]");
    Path both = folder.resolve("lanyard.conf");
    Files.writeString(
        both,
        "lanyard.approvals { policy-file = \""
            + policy
            + "\"\n people { eve { groups = [m] } }\n rules = [{ groups = [m] }] }");
    Path inline = folder.resolve("inline.conf");
    Files.writeString(
        inline,
        "lanyard.approvals {\n people { eve { groups = [m] } }\n rules = [{ groups = [m] }] }");

    assertThat(
            ApprovalPolicies.read(
                    Map.of("LANYARD_APPROVALS_POLICY_FILE", policy.toString()), Optional.empty())
                .mistakes())
        .singleElement()
        .asString()
        .startsWith("LANYARD_APPROVALS_POLICY_FILE (lanyard.approvals.policy-file) line 2:")
        .contains("names x, and nobody of people is in it");
    assertThat(
            ApprovalPolicies.read(Map.of("LANYARD_CONFIG", both.toString()), Optional.empty())
                .mistakes())
        .anyMatch(mistake -> mistake.contains("are both given; keep one"));
    PolicyRead read =
        ApprovalPolicies.read(Map.of("LANYARD_CONFIG", inline.toString()), Optional.empty());
    assertThat(read.mistakes()).isEmpty();
    assertThat(read.policy().people()).containsOnlyKeys("eve");
    assertThat(read.policy().rules()).hasSize(1);
  }

  @Test
  void withoutAnythingTheApproversAreAsked() throws Exception {
    PolicyRead read =
        ApprovalPolicies.read(Map.of("LANYARD_APPROVERS", "bosses"), Optional.empty());

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.policy().assess(request().request(), TODAY).groups()).containsExactly("bosses");
  }

  @Test
  void terminationsThatAreAskedAboutNeedSomebodyToAsk() throws Exception {
    Path policy = folder.resolve("approvals.conf");
    Files.writeString(policy, "people { maria { groups = [m] } }\nrules = [{ groups = [m] }]");

    assertThat(
            ApprovalPolicies.read(
                    Map.of("LANYARD_OFFBOARDING_NEEDS_APPROVAL", "true"), Optional.of(policy))
                .mistakes())
        .singleElement()
        .asString()
        .contains("nobody is in managers");
  }

  private PolicyRead read(String text) throws Exception {
    Path file = folder.resolve("policy.conf");
    Files.writeString(file, text);
    return ApprovalPolicies.read(Map.of(), Optional.of(file));
  }

  private static String people(String people) {
    return "people { " + people + " }\nrules = [{ groups = [m] }]";
  }

  private static String rules(String rule) {
    return "people { maria { groups = [m] } }\nrules = [\n" + rule + "\n{ groups = [m] }\n]";
  }

  private static Arguments mistake(String text, String expected) {
    return Arguments.of(text, expected);
  }

  private static Wanted request() {
    return new Wanted(Optional.of("15"), Optional.empty());
  }

  /** A greeter's access at one site. */
  private record Wanted(Optional<String> wage, Optional<String> requester) {

    AccessRequest with(String what, String value) {
      return what.equals("wage")
          ? new Wanted(Optional.of(value), requester).request()
          : new Wanted(wage, Optional.of(value)).request();
    }

    AccessRequest request() {
      return new AccessRequest(
          AccessRequest.ONBOARD,
          EmployeeNumber.of("hr-10442"),
          Optional.empty(),
          Optional.empty(),
          Optional.of("Greeter"),
          List.of("Greeter"),
          List.of("Wash 1"),
          false,
          wage.map(BigDecimal::new),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          requester);
    }
  }
}
