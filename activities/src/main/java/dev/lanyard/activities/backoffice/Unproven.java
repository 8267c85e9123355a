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
  SCHEDULE;

  /** As written in the configuration, such as {@code salary}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Unproven> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }

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
