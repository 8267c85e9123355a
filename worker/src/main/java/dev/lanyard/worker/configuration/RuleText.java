package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import dev.lanyard.activities.approval.Approver;
import dev.lanyard.activities.approval.Conditions;
import dev.lanyard.activities.approval.PolicyRule;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One rule of an approval policy. */
final class RuleText {

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "when",
          "auto",
          "approvals",
          "groups",
          "four-eyes",
          "signed",
          "remind-after",
          "escalate-after",
          "escalate-to",
          "expires-after",
          "on-expiry");

  private static final Set<String> CONDITIONS =
      Set.of(
          "kind",
          "template",
          "role",
          "site",
          "only-sites",
          "all-sites",
          "department",
          "only-departments",
          "wage-above",
          "wage-below",
          "minor",
          "lead-days-below",
          "requester-group",
          "requester-at-site");

  private final Map<String, Approver> people;
  private final List<String> mistakes;
  private final PolicyEntry rule;
  private final PolicyEntry when;
  private final String name;

  /**
   * @param number of the rule, from one
   */
  RuleText(Config config, int number, Map<String, Approver> people, List<String> mistakes) {
    this.people = people;
    this.mistakes = mistakes;
    this.rule = new PolicyEntry(config, "rule " + number, mistakes);
    this.name = rule.text("name").orElse("rule " + number) + " (line " + rule.line() + ")";
    this.when = new PolicyEntry(conditions(config), "when of rule " + number, mistakes);
  }

  private Config conditions(Config config) {
    try {
      return config.hasPath("when") ? config.getConfig("when") : ConfigFactory.empty();
    } catch (ConfigException e) {
      rule.mistake("when", "must be an object");
      return ConfigFactory.empty();
    }
  }

  PolicyRule read() {
    rule.allow(KEYS);
    when.allow(CONDITIONS);
    if (rule.has("when") && CONDITIONS.stream().noneMatch(when::has)) {
      rule.mistake("when", "is empty; leave it out where a rule fits everything");
    }
    Conditions conditions = conditions();
    conditions.requesterGroups().ifPresent(groups -> haveMembers("requester-group", when, groups));
    return new PolicyRule(conditions, asksNobody() ? auto() : asked(conditions));
  }

  private Conditions conditions() {
    Optional<Set<String>> kinds = when.texts("kind");
    kinds
        .filter(given -> !AccessRequest.KINDS.containsAll(given))
        .ifPresent(
            given ->
                when.mistake(
                    "kind", "must be of " + String.join(", ", new TreeSet<>(AccessRequest.KINDS))));
    return new Conditions(
        kinds,
        when.texts("template"),
        when.texts("role"),
        when.texts("site"),
        when.texts("only-sites"),
        when.yesOrNo("all-sites"),
        when.texts("department"),
        when.texts("only-departments"),
        when.amount("wage-above"),
        when.amount("wage-below"),
        when.yesOrNo("minor"),
        when.count("lead-days-below"),
        when.texts("requester-group"),
        when.yesOrNo("requester-at-site"));
  }

  private boolean asksNobody() {
    return rule.yesOrNo("auto").orElse(false);
  }

  private ApprovalRule auto() {
    KEYS.stream()
        .filter(key -> !Set.of("name", "when", "auto").contains(key) && rule.has(key))
        .sorted()
        .forEach(key -> rule.mistake(key, "means nothing where auto = true"));
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

  private ApprovalRule asked(Conditions conditions) {
    long approvals = rule.count("approvals").orElse(1L);
    if (approvals < 1) {
      rule.mistake("approvals", "must be at least 1; auto = true asks nobody");
    }
    Optional<Set<String>> groups = rule.texts("groups");
    if (groups.isEmpty() && !rule.has("groups")) {
      rule.mistake("groups", "is missing: who is asked");
    }
    boolean fourEyes = rule.yesOrNo("four-eyes").orElse(false);
    boolean signed = rule.yesOrNo("signed").orElse(false);
    groups.ifPresent(
        given -> {
          haveMembers("groups", rule, given);
          areEnough(given, approvals + (fourEyes ? 1 : 0), signed);
        });
    Optional<String> deputies = rule.text("escalate-to");
    deputies.ifPresent(group -> haveMembers("escalate-to", rule, Set.of(group)));
    return new ApprovalRule(
        name,
        Optional.empty(),
        false,
        (int) approvals,
        new ArrayList<>(groups.orElse(Set.of())),
        fourEyes,
        signed,
        rule.duration("remind-after"),
        rule.duration("escalate-after"),
        deputies,
        rule.duration("expires-after"),
        onExpiry(conditions));
  }

  private String onExpiry(Conditions conditions) {
    Optional<Duration> escalates = rule.duration("escalate-after");
    Optional<Duration> expires = rule.duration("expires-after");
    String outcome = rule.text("on-expiry").orElse(ApprovalRule.REJECT);
    if (!Set.of(ApprovalRule.REJECT, ApprovalRule.ESCALATE).contains(outcome)) {
      rule.mistake("on-expiry", "must be reject or escalate");
    }
    if (expires.isEmpty() && rule.has("on-expiry") && !rule.has("expires-after")) {
      rule.mistake("on-expiry", "needs expires-after");
    }
    boolean onlyTerminations =
        conditions.kinds().filter(Set.of(AccessRequest.TERMINATE)::equals).isPresent();
    if (onlyTerminations && rule.has("expires-after") && outcome.equals(ApprovalRule.REJECT)) {
      rule.mistake("on-expiry", "must be escalate: a termination never lapses");
    }
    boolean escalatesAtAll = rule.has("escalate-after") || outcome.equals(ApprovalRule.ESCALATE);
    if (escalatesAtAll != rule.has("escalate-to")) {
      rule.mistake(
          "escalate-to",
          escalatesAtAll
              ? "is missing: the group that is asked then"
              : "needs escalate-after, or on-expiry = escalate");
    }
    if (escalates.isPresent()
        && expires.isPresent()
        && escalates.get().compareTo(expires.get()) >= 0) {
      rule.mistake("escalate-after", "must be shorter than expires-after");
    }
    return outcome;
  }

  private void haveMembers(String key, PolicyEntry entry, Set<String> groups) {
    groups.stream()
        .filter(group -> people.values().stream().noneMatch(who -> who.groups().contains(group)))
        .forEach(group -> entry.mistake(key, "names " + group + ", and nobody of people is in it"));
  }

  private void areEnough(Set<String> groups, long needed, boolean signed) {
    long able =
        people.values().stream()
            .filter(who -> who.groups().stream().anyMatch(groups::contains))
            .filter(who -> !signed || who.publicKey().isPresent())
            .count();
    if (able < needed && able > 0 || signed && able == 0 && !people.isEmpty()) {
      mistakes.add(
          "line "
              + rule.line()
              + ": "
              + needed
              + " different people are needed"
              + (signed ? ", with keys," : "")
              + " and its groups have "
              + able
              + " ("
              + name
              + ")");
    }
  }
}
