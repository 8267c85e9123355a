package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.ApprovalRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A policy with two managers, a director, and keys of whoever enrolled. */
final class Policies {

  static final PolicyFallback FALLBACK =
      new PolicyFallback("managers", "operators", Duration.ofDays(14), false);

  private Policies() {}

  static Map<String, Approver> people(Map<String, String> keys) {
    return Map.of(
        "maria", person("maria", "managers", "Wash 1", Optional.of("dora"), keys),
        "paul", person("paul", "managers", "Wash 1", Optional.empty(), keys),
        "dora", person("dora", "drivers", "Wash 2", Optional.empty(), keys),
        "nina", person("nina", "directors", "Wash 2", Optional.empty(), keys));
  }

  private static Approver person(
      String id, String group, String site, Optional<String> deputy, Map<String, String> keys) {
    return new Approver(
        id,
        Set.of(group),
        Set.of(site),
        deputy,
        Optional.ofNullable(keys.get(id)),
        id.equals("maria") ? Optional.of("hr-7") : Optional.empty());
  }

  static ApprovalPolicy of(List<PolicyRule> rules, Map<String, String> keys) {
    return new ApprovalPolicy(
        rules,
        people(keys),
        new ProtectedRecords(Set.of(1), Set.of("hr-1"), Set.of(99L)),
        FALLBACK,
        "operators");
  }

  static ApprovalRule rule(String name, int approvers, boolean fourEyes, boolean signed) {
    return new ApprovalRule(
        name,
        Optional.empty(),
        false,
        approvers,
        List.of("managers"),
        fourEyes,
        signed,
        Optional.empty(),
        Optional.of(Duration.ofDays(2)),
        Optional.of("directors"),
        Optional.of(Duration.ofDays(7)),
        ApprovalRule.REJECT);
  }
}
