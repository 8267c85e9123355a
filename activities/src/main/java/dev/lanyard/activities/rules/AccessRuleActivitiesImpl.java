package dev.lanyard.activities.rules;

import dev.lanyard.workflows.access.AccessRuleActivities;
import dev.lanyard.workflows.access.ApplyRules;
import dev.lanyard.workflows.access.RuledHire;

/** Roles from the worker's configuration. */
public final class AccessRuleActivitiesImpl implements AccessRuleActivities {

  private final AccessRules rules;

  public AccessRuleActivitiesImpl(AccessRules rules) {
    this.rules = rules;
  }

  @Override
  public RuledHire apply(ApplyRules request) {
    return new Completion(rules, request).complete();
  }
}
