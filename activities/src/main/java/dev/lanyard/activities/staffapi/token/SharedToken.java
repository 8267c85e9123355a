package dev.lanyard.activities.staffapi.token;

import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.StaffApiException;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * One access token for all requests of a worker, renewed once for all that wait for it: they share
 * its failure too, so that an outage is not asked after once by each of them in turn.
 */
final class SharedToken implements Authorization {

  private final TokenSource source;
  private final Clock clock;

  /** Not a monitor: activities may run on virtual threads. */
  private final ReentrantLock renewing = new ReentrantLock();

  private volatile AccessToken held;

  /** The latest failure; whoever found another one here before it waited, waited for this one. */
  private volatile StaffApiException failed;

  SharedToken(TokenSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public String header() {
    source.used();
    return good(token -> true).header();
  }

  @Override
  public boolean renewed(String refusedHeader) {
    good(token -> !token.header().equals(refusedHeader));
    return true;
  }

  private AccessToken good(Predicate<AccessToken> wanted) {
    Predicate<AccessToken> good = wanted.and(token -> clock.instant().isBefore(token.renewFrom()));
    AccessToken now = held;
    if (now != null && good.test(now)) {
      return now;
    }
    StaffApiException before = failed;
    renewing.lock();
    try {
      if (held == null || !good.test(held)) {
        if (failed != before) {
          throw failed;
        }
        held = source.get(good);
      }
      return held;
    } catch (StaffApiException e) {
      failed = e;
      throw e;
    } finally {
      renewing.unlock();
    }
  }

  @Override
  public String toString() {
    return "SharedToken[redacted]";
  }
}
