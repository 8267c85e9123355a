package dev.lanyard.workflows.access;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The worker's access rules: roles, and what may be copied from somebody. No remote system. */
@ActivityInterface
public interface AccessRuleActivities {

  /**
   * Completes a hire that names a role or a model. Everything that cannot be completed, and
   * everything that the role forbids, is a problem of the answer: nothing is thrown.
   */
  @ActivityMethod(name = "apply access rules")
  RuledHire apply(ApplyRules request);
}
