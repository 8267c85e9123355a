package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.FailureTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Ways to write that the protocol only supposes. Each is off until somebody who has tried it on a
 * tenant lists it under {@code lanyard.backoffice.unproven}.
 */
public enum Unproven {
  /** A wage that is not hourly: neither its body nor its row was ever captured (section 11). */
  SALARY,
  /** A salary's weekly schedule and labor site, which no page shows again (section 11.2). */
  SCHEDULE,
  /** Web users without an employee: their form with {@code isOnSiteEmployee} left out (13.2). */
  STANDALONE_USERS,
  /**
   * Taking a web user's permissions and sites away: a form without any {@code perms[..][isEnabled]}
   * was never sent, and no page that disables the login was captured (13.3).
   */
  CLOSE_USERS,
  /** Giving a web user some of a flat tenant's sites: no such page was captured (6.6, 13.3). */
  FLAT_USER_SITES;

  /** As written in the configuration, such as {@code salary}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty when there is none of this key; outer blanks do not count. */
  public static Optional<Unproven> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key.strip())).findFirst();
  }

  /** Every key, in the order of the constants. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Unproven::key).toList();
  }

  /**
   * @throws io.temporal.failure.ApplicationFailure a final {@code BEHAVIOUR_UNPROVEN}
   */
  void require(Set<Unproven> allowed, String what) {
    if (!allowed.contains(this)) {
      throw BackofficeFailures.last(
          FailureTypes.BEHAVIOUR_UNPROVEN,
          what
              + " was never seen on a real Backoffice, so it is switched off. Try it by hand on one"
              + " record; then list "
              + key()
              + " under lanyard.backoffice.unproven, start the worker again, and retry. Nothing was"
              + " asked or written.");
    }
  }
}
