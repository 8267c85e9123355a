package dev.lanyard.workflows.backoffice;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Names of access in Backoffice, before anybody's is changed. Looks only. */
@ActivityInterface
public interface AccessNameActivities {

  /**
   * Reads the create page and a permission page, both as they are now. Reports every problem at
   * once: unknown sites, departments and template with the valid names, configured sites that the
   * bot does not see, single sites on a flat tenant whose boxes are not proven.
   *
   * <p>Retried by Temporal: {@code BACKOFFICE_OUTAGE}, {@code RATE_LIMITED}. Final: {@code
   * BOT_LOGIN_REJECTED}, {@code BOT_NOT_ALLOWED}, {@code PAGE_CHANGED}.
   */
  @ActivityMethod(name = "resolve access names")
  NamesResolved resolve(AccessNames names);
}
