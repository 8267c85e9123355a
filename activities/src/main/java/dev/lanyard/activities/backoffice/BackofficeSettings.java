package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Credentials;
import dev.lanyard.activities.http.RemoteOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What these activities have to be told.
 *
 * @param credentials asked before each login, so that new ones are picked up
 * @param httpTimeout for one request
 * @param settleDelay how long a write whose answer was lost may still take effect; longer than
 *     {@code httpTimeout}
 * @param sessions how many requests may run at once; each session logs in for itself
 * @param greeterRule whether everybody is in the department {@code Greeter} (section 10)
 * @param discoveryAge how long what the tenant offers to everybody is remembered; zero for not
 * @param expectedSites exact long names of the sites that the bot should see; empty: not asked
 * @param unproven what may be written although the protocol only supposes it
 */
public record BackofficeSettings(
    RemoteOrigin origin,
    Supplier<BackofficeCredentials> credentials,
    Duration httpTimeout,
    Duration settleDelay,
    int sessions,
    LinkField linkField,
    boolean greeterRule,
    Duration discoveryAge,
    Set<String> expectedSites,
    Set<Unproven> unproven) {

  /** Guessed: sites, departments and templates change a few times a year. */
  public static final Duration DISCOVERY_AGE = Duration.ofMinutes(10);

  /** The usual discovery age, and no sites expected, nothing unproven. */
  public BackofficeSettings(
      RemoteOrigin origin,
      Supplier<BackofficeCredentials> credentials,
      Duration httpTimeout,
      Duration settleDelay,
      int sessions,
      LinkField linkField,
      boolean greeterRule) {
    this(
        origin,
        credentials,
        httpTimeout,
        settleDelay,
        sessions,
        linkField,
        greeterRule,
        DISCOVERY_AGE,
        Set.of(),
        Set.of());
  }

  /**
   * @throws IllegalArgumentException lists every problem
   */
  public BackofficeSettings {
    expectedSites = Set.copyOf(expectedSites);
    unproven = Set.copyOf(unproven);
    List<String> problems = new ArrayList<>();
    if (httpTimeout.isZero() || httpTimeout.isNegative()) {
      problems.add("httpTimeout must be more than zero, such as 30s");
    }
    if (settleDelay.compareTo(httpTimeout) <= 0) {
      problems.add("settleDelay must be longer than httpTimeout, such as 40s for 30s");
    }
    if (sessions < 1) {
      problems.add("sessions must be at least 1, such as 3");
    }
    if (discoveryAge.isNegative()) {
      problems.add("discoveryAge must not be negative, such as 10m, or 0s for not");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /** One client for all activities of a worker. Sends nothing yet; the first request logs in. */
  public BackofficeClient connect() {
    Supplier<Credentials> now =
        () -> {
          BackofficeCredentials asked = credentials.get();
          return new Credentials(asked.username(), asked.password());
        };
    return new BackofficeClient(origin, now, httpTimeout, sessions, discoveryAge, expectedSites);
  }
}
