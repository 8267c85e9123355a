package dev.lanyard.workflows.staffapi;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Backoffice's names in the staff API, before anybody's access is changed. Looks only. */
@ActivityInterface
public interface StaffNameActivities {

  /**
   * Maps sites as a hire's are, and a template to permissions by the worker's policy. Asks the API
   * only when there are sites to map.
   *
   * <p>Retried by Temporal: {@code STAFF_API_OUTAGE}, {@code RATE_LIMITED}. Final: {@code
   * STAFF_API_CREDENTIALS_REJECTED}, {@code STAFF_API_LOGIN_NEEDED}, {@code STAFF_API_CHANGED}.
   */
  @ActivityMethod(name = "resolve staff access names")
  StaffNamesResolved resolve(StaffAccessNames names);
}
