package dev.lanyard.activities.rules;

import dev.lanyard.workflows.hr.PosUserIdRange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The worker's access rules.
 *
 * @param roles by name
 * @param posUserIds where a free one is looked for when the role has no range of its own
 * @param likeCopiesWage whether a hire like somebody that states no wage gets that person's
 */
public record AccessRules(
    Map<String, AccessRole> roles, Optional<PosUserIdRange> posUserIds, boolean likeCopiesWage) {

  /** No role, and no range. */
  public static final AccessRules NONE = new AccessRules(Map.of(), Optional.empty(), false);

  public AccessRules {
    // Sorted, so that names are listed in an order that stays.
    roles = new TreeMap<>(roles);
  }
}
