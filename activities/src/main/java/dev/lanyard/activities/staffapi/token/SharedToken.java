package dev.lanyard.activities.staffapi.token;

import dev.lanyard.activities.staffapi.client.Authorization;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** One access token for all requests of a worker, renewed once for all that wait for it. */
final class SharedToken implements Authorization {

  private final TokenSource source;
  private final Clock clock;

  /** Not a monitor: activities may run on virtual threads. */
  private final ReentrantLock renewing = new ReentrantLock();

  private volatile AccessToken held;

  SharedToken(TokenSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public String header() {
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
    renewing.lock();
    try {
      if (held == null || !good.test(held)) {
        held = source.get(good);
      }
      return held;
    } finally {
      renewing.unlock();
    }
  }

  @Override
  public String toString() {
    return "SharedToken[redacted]";
  }
}
