package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may approve what. Checked when it is read: every group of a rule has members, and the last
 * rule fits everything, so that nothing is left to chance.
 *
 * @param rules the first one that fits counts
 * @param people by id; empty: anybody's bare decision counts
 * @param fallback for what no rule fits: terminations, and everything where there are no rules
 * @param operators who may end what the protected list stops
 */
public record ApprovalPolicy(
    List<PolicyRule> rules,
    Map<String, Approver> people,
    ProtectedRecords protectedRecords,
    PolicyFallback fallback,
    String operators) {

  public ApprovalPolicy {
    rules = List.copyOf(rules);
    people = Map.copyOf(people);
  }

  /** What a worker goes by that was given no policy. */
  public static ApprovalPolicy withoutFile(PolicyFallback fallback, String operators) {
    return new ApprovalPolicy(List.of(), Map.of(), ProtectedRecords.NONE, fallback, operators);
  }

  /** Ids are lower case in the policy; what people type is not always. */
  static String spelled(String id) {
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The rule that a request meets.
   *
   * @param today in the zone that lead times are counted in
   */
  public ApprovalRule assess(AccessRequest request, LocalDate today) {
    Optional<String> forbidden = protectedRecords.reason(request);
    if (forbidden.isPresent()) {
      return ApprovalRule.refusing(forbidden.get(), operators);
    }
    return rules.stream()
        .filter(rule -> rule.when().objection(request, people, today).isEmpty())
        .map(PolicyRule::then)
        .findFirst()
        .map(rule -> tightened(rule, request))
        .orElseGet(() -> fallback.ruleFor(request.kind()));
  }

  /** Each rule that was passed over, and why; then the one that counts. */
  public Map<String, String> explain(AccessRequest request, LocalDate today) {
    Map<String, String> told = new LinkedHashMap<>();
    if (protectedRecords.reason(request).isPresent()) {
      return told;
    }
    for (PolicyRule rule : rules) {
      Optional<String> objection = rule.when().objection(request, people, today);
      told.put(rule.then().name(), objection.orElse("fits"));
      if (objection.isEmpty()) {
        break;
      }
    }
    return told;
  }

  /**
   * Where it is not known who asks, one of two is not the requester; and the end of somebody's
   * access never lapses.
   */
  private ApprovalRule tightened(ApprovalRule rule, AccessRequest request) {
    if (rule.auto()) {
      return rule;
    }
    boolean unknown =
        rule.fourEyes()
            && request
                .requester()
                .map(ApprovalPolicy::spelled)
                .filter(people::containsKey)
                .isEmpty();
    return new ApprovalRule(
        rule.name(),
        rule.protectedReason(),
        false,
        unknown ? Math.max(2, rule.approvers()) : rule.approvers(),
        rule.groups(),
        rule.fourEyes(),
        rule.signed(),
        rule.remindAfter(),
        rule.escalateAfter(),
        rule.deputyGroup(),
        rule.expiresAfter(),
        request.kind().equals(AccessRequest.TERMINATE) ? ApprovalRule.ESCALATE : rule.onExpiry());
  }

  /** Ids of those who may decide for one of these groups. */
  List<String> members(ApprovalRule rule, boolean escalated) {
    List<String> groups = new ArrayList<>(rule.groups());
    if (escalated) {
      rule.deputyGroup().ifPresent(groups::add);
    }
    List<Approver> own =
        people.values().stream()
            .filter(person -> person.groups().stream().anyMatch(groups::contains))
            .toList();
    Stream<String> deputies =
        escalated ? own.stream().flatMap(person -> person.deputy().stream()) : Stream.empty();
    return Stream.concat(own.stream().map(Approver::id), deputies).distinct().sorted().toList();
  }
}
