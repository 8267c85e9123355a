package dev.lanyard.activities.rules;

import dev.lanyard.workflows.access.AccessRuleActivities;
import dev.lanyard.workflows.access.ApplyRules;
import dev.lanyard.workflows.access.RuledHire;
import java.util.function.Supplier;

/** The roles that are in force when a hire is completed. */
public final class AccessRuleActivitiesImpl implements AccessRuleActivities {

  private final Supplier<AccessRules> rules;

  /**
   * @param rules asked anew each time: they may change while the worker runs
   */
  public AccessRuleActivitiesImpl(Supplier<AccessRules> rules) {
    this.rules = rules;
  }

  @Override
  public RuledHire apply(ApplyRules request) {
    return new Completion(rules.get(), request).complete();
  }
}
