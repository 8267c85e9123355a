package dev.lanyard.sandbox.backoffice;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an employee may do at the point of sale. A template is only a preset; the set is the
 * employee's own (section 9.1).
 *
 * @param overrides granted, but a manager must approve each use
 * @param chosenTemplate the template id that was posted with the set; null when none was
 */
record PosGrants(Set<Integer> grants, Set<Integer> overrides, Integer chosenTemplate) {
  static final PosGrants NONE = new PosGrants(Set.of(), Set.of(), null);

  PosGrants {
    grants = new TreeSet<>(grants);
    overrides = new TreeSet<>(overrides);
  }

  static PosGrants of(PosTemplate template) {
    return new PosGrants(template.grants(), template.overrides(), template.id());
  }
}
