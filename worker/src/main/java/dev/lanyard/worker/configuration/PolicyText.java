package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.activities.approval.Approver;
import dev.lanyard.activities.approval.PolicyFallback;
import dev.lanyard.activities.approval.PolicyRule;
import dev.lanyard.activities.approval.ProtectedRecords;
import dev.lanyard.secrets.SignedFields;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of an approval policy: people, the protected list, rules (docs/approvals.md). */
final class PolicyText {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private final Config config;
  private final PolicyFallback fallback;
  private final List<String> mistakes = new ArrayList<>();

  PolicyText(Config config, PolicyFallback fallback) {
    this.config = config;
    this.fallback = fallback;
  }

  /** All that is wrong with it at once. */
  PolicyRead read(String operators) {
    new PolicyEntry(config, "a policy", mistakes).allow(Set.of("people", "protected", "rules"));
    Map<String, Approver> people = people();
    ApprovalPolicy policy =
        new ApprovalPolicy(rules(people), people, protectedRecords(), fallback, operators);
    if (mistakes.isEmpty()) {
      fallbackGroups(policy);
    }
    return new PolicyRead(policy, mistakes);
  }

  private Map<String, Approver> people() {
    Map<String, Approver> people = new TreeMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (String id : object("people").map(c -> c.root().keySet()).orElse(Set.of())) {
      try {
        PolicyEntry entry =
            new PolicyEntry(
                config.getConfig("people." + ConfigUtil.quoteString(id)), "person " + id, mistakes);
        people.put(id, person(id, entry, owners));
      } catch (ConfigException e) {
        mistakes.add("line " + e.origin().lineNumber() + ": " + id + " is no object of people");
      }
    }
    people
        .values()
        .forEach(
            person ->
                person
                    .deputy()
                    .filter(deputy -> deputy.equals(person.id()) || !people.containsKey(deputy))
                    .ifPresent(
                        deputy ->
                            mistakes.add(
                                "people: the deputy of "
                                    + person.id()
                                    + " must be somebody else of people, not "
                                    + deputy)));
    return people;
  }

  /**
   * @param owners whose a key or an employee number is: two ids must not be one person
   */
  private Approver person(String id, PolicyEntry entry, Map<String, String> owners) {
    entry.allow(Set.of("groups", "sites", "deputy", "key", "employee-number"));
    if (!ID.matcher(id).matches()) {
      entry.mistake(id, "must be lower-case letters, digits, '.', '-' and '_', at most 64");
    }
    if (!entry.has("groups")) {
      entry.mistake("groups", "is missing");
    }
    Optional<String> key = entry.text("key");
    if (key.filter(given -> !SignedFields.isKey(given)).isPresent()) {
      entry.mistake("key", "is no public key; ./lanyard approver enroll prints one");
    }
    Optional<String> number = entry.text("employee-number");
    if (number.filter(given -> !EmployeeNumber.of(given).wellFormed()).isPresent()) {
      entry.mistake("employee-number", "must be " + EmployeeNumber.SHAPE);
    }
    key.ifPresent(given -> alone("key", given, id, entry, owners));
    number.ifPresent(given -> alone("employee-number", given, id, entry, owners));
    return new Approver(
        id,
        entry.texts("groups").orElse(Set.of()),
        entry.texts("sites").orElse(Set.of()),
        entry.text("deputy"),
        key,
        number);
  }

  private static void alone(
      String what, String value, String id, PolicyEntry entry, Map<String, String> owners) {
    String other = owners.putIfAbsent(what + " " + value, id);
    if (other != null) {
      entry.mistake(what, "is that of " + other + ", too; one person has one id");
    }
  }

  private ProtectedRecords protectedRecords() {
    Optional<Config> given = object("protected");
    if (given.isEmpty()) {
      return ProtectedRecords.NONE;
    }
    PolicyEntry entry = new PolicyEntry(given.get(), "protected", mistakes);
    entry.allow(Set.of("pos-user-ids", "employee-numbers", "staff-ids"));
    Set<Long> posUserIds = entry.numbers("pos-user-ids");
    if (posUserIds.stream().anyMatch(id -> id < 0 || id > Integer.MAX_VALUE)) {
      entry.mistake("pos-user-ids", "holds a number that is no POS user ID");
      posUserIds = Set.of();
    }
    Set<String> numbers = entry.texts("employee-numbers").orElse(Set.of());
    if (numbers.stream().anyMatch(number -> !EmployeeNumber.of(number).wellFormed())) {
      entry.mistake("employee-numbers", "each must be " + EmployeeNumber.SHAPE);
    }
    return new ProtectedRecords(
        posUserIds.stream().map(Long::intValue).collect(Collectors.toSet()),
        numbers,
        entry.numbers("staff-ids"));
  }

  private List<PolicyRule> rules(Map<String, Approver> people) {
    List<PolicyRule> rules = new ArrayList<>();
    if (!config.hasPath("rules")) {
      if (!people.isEmpty()) {
        mistakes.add("rules are missing: people alone decide nothing");
      }
      return rules;
    }
    List<? extends Config> entries;
    try {
      entries = config.getConfigList("rules");
    } catch (ConfigException e) {
      mistakes.add("line " + line("rules") + ": rules must be a list of objects");
      return rules;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0 && !entries.get(i - 1).hasPath("when")) {
        mistakes.add(
            "line "
                + entries.get(i).origin().lineNumber()
                + ": rule "
                + (i + 1)
                + " is never reached, the one before fits everything");
      }
      rules.add(new RuleText(entries.get(i), i + 1, people, mistakes).read());
    }
    if (entries.isEmpty() || entries.get(entries.size() - 1).hasPath("when")) {
      mistakes.add(
          "line "
              + line("rules")
              + ": rules must end with one without \"when\", for all that no other fits");
    }
    return rules;
  }

  /** With people, nobody else's word counts: what no rule fits must have somebody to decide it. */
  private void fallbackGroups(ApprovalPolicy policy) {
    if (!policy.people().isEmpty()
        && fallback.terminationsAreAsked()
        && policy.people().values().stream()
            .noneMatch(person -> person.groups().contains(fallback.approvers()))) {
      mistakes.add(
          "people: nobody is in "
              + fallback.approvers()
              + " (lanyard.policy.approvers), who is asked about terminations"
              + " (lanyard.policy.offboarding-needs-approval)");
    }
  }

  private Optional<Config> object(String key) {
    try {
      return config.hasPath(key) ? Optional.of(config.getConfig(key)) : Optional.empty();
    } catch (ConfigException e) {
      mistakes.add("line " + line(key) + ": " + key + " must be an object");
      return Optional.empty();
    }
  }

  private int line(String key) {
    return config.getValue(key).origin().lineNumber();
  }
}
