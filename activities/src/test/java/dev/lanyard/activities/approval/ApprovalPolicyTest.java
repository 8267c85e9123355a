package dev.lanyard.activities.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovalPolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final Requester GREETER = Requester.greeter();

  /** A row per condition: what meets it, then what does not. */
  static Stream<Arguments> conditions() {
    AccessRequest greeter = GREETER.request();
    return Stream.of(
        row("kind", When.kinds("onboard"), greeter, greeter.withKind("transfer")),
        row("terminate by name", When.kinds("terminate"), greeter.withKind("terminate"), greeter),
        row("template", When.templates("Greeter"), greeter, bare()),
        row("role", When.roles("Greeter at Harbor"), greeter, bare()),
        row("site", When.sites("Wash 1"), GREETER.atSites("Wash 2", "Wash 1"), at("Wash 2")),
        row("site of all", When.sites("Wash 9"), GREETER.everywhere(), greeter),
        row("only sites", When.onlySites("Wash 1", "Wash 2"), greeter, at("Wash 1", "Wash 3")),
        row("only sites, not all", When.onlySites("Wash 1"), greeter, GREETER.everywhere()),
        row("only sites, not none", When.onlySites("Wash 1"), greeter, bare()),
        row("all sites", When.allSites(true), GREETER.everywhere(), greeter),
        row("not all sites", When.allSites(false), greeter, GREETER.everywhere()),
        row("department", When.departments("IT"), GREETER.in("Greeter", "IT"), greeter),
        row("only departments", When.onlyDepartments("Greeter"), greeter, GREETER.in("IT")),
        row("wage above", When.wageAbove("20"), GREETER.earning("20.01"), GREETER.earning("20.00")),
        row("wage above, unknown", When.wageAbove("20"), GREETER.earning("21"), bare()),
        row("wage below", When.wageBelow("16"), greeter, GREETER.earning("16")),
        row("wage below, unknown", When.wageBelow("16"), greeter, bare()),
        row("minor", When.minor(true), GREETER.aged(true), greeter),
        row("minor, unknown", When.minor(false), greeter, GREETER.aged(null)),
        row("lead time", When.leadDaysBelow(11), greeter, starting(12)),
        row("lead time, past", When.leadDaysBelow(1), starting(-3), starting(1)),
        row("requester's group", When.requesterGroups("managers"), greeter, by("nina")),
        row("requester unknown", When.requesterGroups("managers"), by("PAUL "), by("eve")),
        row("requester's own site", When.requesterAtSite(true), greeter, by("nina")),
        row("own site, not all", When.requesterAtSite(true), greeter, GREETER.everywhere()),
        row("own site, another too", When.requesterAtSite(true), greeter, at("Wash 1", "Wash 2")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void conditionDecidesWhichRuleCounts(
      String what, Conditions when, AccessRequest fits, AccessRequest fitsNot) {
    ApprovalPolicy policy =
        Policies.of(
            List.of(
                new PolicyRule(when, Policies.rule("first", 1, false, false)),
                new PolicyRule(Conditions.NONE, Policies.rule("last", 2, false, true))),
            Map.of());

    assertThat(policy.assess(fits, TODAY).name()).as(what).isEqualTo("first");
    assertThat(policy.assess(fitsNot, TODAY).name()).as(what).isEqualTo("last");
    assertThat(policy.explain(fits, TODAY)).containsExactly(Map.entry("first", "fits"));
    assertThat(policy.explain(fitsNot, TODAY)).containsEntry("last", "fits").hasSize(2);
  }

  @Test
  void aTerminationMeetsNoRuleThatDoesNotNameIt() {
    ApprovalPolicy policy =
        Policies.of(
            List.of(new PolicyRule(Conditions.NONE, Policies.rule("last", 2, false, true))),
            Map.of());

    ApprovalRule rule =
        policy.assess(AccessRequest.about(AccessRequest.TERMINATE, Requester.JANE), TODAY);

    assertThat(rule.auto()).isTrue();
  }

  @Test
  void aTerminationNeverLapses() {
    ApprovalPolicy policy =
        Policies.of(
            List.of(
                new PolicyRule(
                    When.kinds("terminate", "onboard"), Policies.rule("first", 1, false, false))),
            Map.of());

    assertThat(policy.assess(GREETER.request().withKind("terminate"), TODAY).onExpiry())
        .isEqualTo(ApprovalRule.ESCALATE);
    assertThat(policy.assess(GREETER.request(), TODAY).onExpiry()).isEqualTo(ApprovalRule.REJECT);
  }

  @Test
  void fourEyesWithoutAKnownRequesterAreTwoPeople() {
    ApprovalPolicy policy =
        Policies.of(
            List.of(new PolicyRule(Conditions.NONE, Policies.rule("last", 1, true, false))),
            Map.of());

    assertThat(policy.assess(GREETER.request(), TODAY).approvers()).isEqualTo(1);
    assertThat(policy.assess(by("somebody"), TODAY).approvers()).isEqualTo(2);
    assertThat(policy.assess(GREETER.request().withRequester(Optional.empty()), TODAY).approvers())
        .isEqualTo(2);
  }

  @Test
  void nothingAboutTheProtectedIsAllowedWhateverTheKind() {
    ApprovalPolicy policy =
        Policies.of(List.of(new PolicyRule(Conditions.NONE, auto("anything"))), Map.of());
    AccessRequest number = AccessRequest.about("terminate", EmployeeNumber.of("hr-1"));
    AccessRequest posUserId =
        AccessRequest.about("withdraw", Requester.JANE)
            .withRecords(Optional.of(PosUserId.of(1)), Optional.empty());
    AccessRequest staffId =
        AccessRequest.about("change", Requester.JANE)
            .withRecords(Optional.empty(), Optional.of(99L));

    assertThat(policy.assess(number, TODAY).protectedReason().orElseThrow())
        .startsWith("employee number hr-1 is on the policy's protected list");
    assertThat(policy.assess(posUserId, TODAY).protectedReason().orElseThrow())
        .startsWith("POS user ID 1 ");
    assertThat(policy.assess(staffId, TODAY).protectedReason().orElseThrow())
        .startsWith("staff member 99 ");
    assertThat(policy.assess(staffId, TODAY).auto()).isFalse();
    assertThat(policy.assess(GREETER.request(), TODAY).protectedReason()).isEmpty();
  }

  @Test
  void withoutAFileItIsOneBareDecisionOfTheApprovers() {
    ApprovalPolicy policy = ApprovalPolicy.withoutFile(Policies.FALLBACK, "operators");

    ApprovalRule hire = policy.assess(GREETER.request(), TODAY);
    ApprovalRule skip = policy.assess(GREETER.request().withKind("skip"), TODAY);

    assertThat(hire.groups()).containsExactly("managers");
    assertThat(hire.approvers()).isEqualTo(1);
    assertThat(hire.signed()).isFalse();
    assertThat(hire.expiresAfter()).contains(Policies.FALLBACK.expiresAfter());
    assertThat(skip.groups()).containsExactly("operators");
    assertThat(skip.expiresAfter()).isEmpty();
    assertThat(policy.assess(GREETER.request().withKind("terminate"), TODAY).auto()).isTrue();
  }

  private static ApprovalRule auto(String name) {
    return new ApprovalRule(
        name,
        Optional.empty(),
        true,
        0,
        List.of(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.REJECT);
  }

  private static AccessRequest bare() {
    return AccessRequest.about(AccessRequest.ONBOARD, Requester.JANE);
  }

  private static AccessRequest at(String... sites) {
    return GREETER.atSites(sites);
  }

  private static AccessRequest by(String requester) {
    return GREETER.request().withRequester(Optional.of(requester));
  }

  private static AccessRequest starting(int days) {
    return GREETER.request().withStartsOn(Optional.of(TODAY.plusDays(days)));
  }

  private static Arguments row(
      String what, Conditions when, AccessRequest fits, AccessRequest fitsNot) {
    return Arguments.of(what, when, fits, fitsNot);
  }

  /** One condition each. */
  private static final class When {

    private static Conditions of(
        Set<String> kinds,
        Set<String> templates,
        Set<String> roles,
        Set<String> sites,
        Set<String> onlySites,
        Boolean allSites,
        Set<String> departments,
        Set<String> onlyDepartments) {
      return new Conditions(
          Optional.ofNullable(kinds),
          Optional.ofNullable(templates),
          Optional.ofNullable(roles),
          Optional.ofNullable(sites),
          Optional.ofNullable(onlySites),
          Optional.ofNullable(allSites),
          Optional.ofNullable(departments),
          Optional.ofNullable(onlyDepartments),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private static Conditions more(
        String above,
        String below,
        Boolean minor,
        Long lead,
        Set<String> requesterGroups,
        Boolean atSite) {
      return new Conditions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.ofNullable(above).map(BigDecimal::new),
          Optional.ofNullable(below).map(BigDecimal::new),
          Optional.ofNullable(minor),
          Optional.ofNullable(lead),
          Optional.ofNullable(requesterGroups),
          Optional.ofNullable(atSite));
    }

    static Conditions kinds(String... kinds) {
      return of(Set.of(kinds), null, null, null, null, null, null, null);
    }

    static Conditions templates(String name) {
      return of(null, Set.of(name), null, null, null, null, null, null);
    }

    static Conditions roles(String name) {
      return of(null, null, Set.of(name), null, null, null, null, null);
    }

    static Conditions sites(String name) {
      return of(null, null, null, Set.of(name), null, null, null, null);
    }

    static Conditions onlySites(String... names) {
      return of(null, null, null, null, Set.of(names), null, null, null);
    }

    static Conditions allSites(boolean all) {
      return of(null, null, null, null, null, all, null, null);
    }

    static Conditions departments(String name) {
      return of(null, null, null, null, null, null, Set.of(name), null);
    }

    static Conditions onlyDepartments(String name) {
      return of(null, null, null, null, null, null, null, Set.of(name));
    }

    static Conditions wageAbove(String wage) {
      return more(wage, null, null, null, null, null);
    }

    static Conditions wageBelow(String wage) {
      return more(null, wage, null, null, null, null);
    }

    static Conditions minor(boolean minor) {
      return more(null, null, minor, null, null, null);
    }

    static Conditions leadDaysBelow(long days) {
      return more(null, null, null, days, null, null);
    }

    static Conditions requesterGroups(String group) {
      return more(null, null, null, null, Set.of(group), null);
    }

    static Conditions requesterAtSite(boolean own) {
      return more(null, null, null, null, null, own);
    }
  }
}
