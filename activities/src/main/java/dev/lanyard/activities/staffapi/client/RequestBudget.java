package dev.lanyard.activities.staffapi.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * The requests that this worker really sent within the last minute, against the limit: in no minute
 * more are sent, wherever it begins, and a whole minute's worth may be sent at once.
 *
 * <p>A part of the minute is for revocations alone, so they go before all else. Other activities
 * are let in while there is room for all that one may ask for: whoever is not is told how long to
 * wait, before it asked anything, and waits in Temporal, where it holds no slot. Who was let in is
 * not stopped half-way, between a write and its read-back; only what it asks for beyond that waits
 * here, for a minute at most.
 */
public final class RequestBudget {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Below that it would be asked again in vain too often (guessed). */
  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

  private final RequestLimit limit;
  private final Clock clock;

  /** When each was sent, the oldest first. */
  private final Deque<Instant> sent = new ArrayDeque<>();

  /** Promised to activities under way, and not sent yet. */
  private int promised;

  private int underWay;

  private final ThreadLocal<Activity> current = new ThreadLocal<>();

  RequestBudget(RequestLimit limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  private static final class Activity {
    private final boolean revocation;
    private boolean admitted;
    private int left;
    private Duration waited = Duration.ZERO;

    Activity(boolean revocation) {
      this.revocation = revocation;
    }
  }

  /** An activity, on this thread alone. */
  public <T> T ordinary(Supplier<T> activity) {
    return within(new Activity(false), activity);
  }

  /** One that takes access away, or that nothing may hold up for the same reason. */
  public <T> T revocation(Supplier<T> activity) {
    return within(new Activity(true), activity);
  }

  private <T> T within(Activity activity, Supplier<T> body) {
    current.set(activity);
    try {
      return body.get();
    } finally {
      current.remove();
      leave(activity);
    }
  }

  private synchronized void leave(Activity activity) {
    promised -= activity.left;
    if (activity.admitted && !activity.revocation) {
      underWay--;
    }
    notifyAll();
  }

  /**
   * Counts a request that is about to be sent.
   *
   * @throws StaffApiException {@code RATE_LIMITED}, with the time after which to ask again
   */
  void take(Exchange exchange) {
    Activity activity = current.get();
    if (activity == null) {
      activity = new Activity(false);
      activity.admitted = true;
    }
    take(activity, exchange);
  }

  private synchronized void take(Activity activity, Exchange exchange) {
    forgetOld();
    if (!activity.admitted) {
      admit(activity, exchange);
    }
    if (activity.left > 0) {
      activity.left--;
      promised--;
    } else {
      waitForRoom(activity, exchange);
    }
    sent.add(clock.instant());
  }

  /** Counts a request that is sent in any case. */
  synchronized void count() {
    sent.add(clock.instant());
  }

  private void admit(Activity activity, Exchange exchange) {
    if (activity.revocation) {
      requireRoom(1, limit.perMinute(), exchange);
    } else {
      if (underWay >= limit.activities()) {
        throw full(exchange, LEAST_WAIT);
      }
      requireRoom(limit.allotment(), limit.ordinary(), exchange);
      activity.left = limit.allotment();
      promised += activity.left;
      underWay++;
    }
    activity.admitted = true;
  }

  private void requireRoom(int requests, int most, Exchange exchange) {
    if (sent.size() + promised + requests > most) {
      throw full(exchange, untilRoom(requests, most));
    }
  }

  private void waitForRoom(Activity activity, Exchange exchange) {
    int most = activity.revocation ? limit.perMinute() : limit.ordinary();
    while (sent.size() + promised + 1 > most) {
      Duration wait = untilRoom(1, most);
      activity.waited = activity.waited.plus(wait);
      if (activity.waited.compareTo(WINDOW) > 0) {
        throw full(exchange, wait);
      }
      pause(wait, exchange);
      forgetOld();
    }
  }

  /** Ends early when another activity gives back what it did not need. */
  private void pause(Duration wait, Exchange exchange) {
    try {
      wait(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw full(exchange, wait);
    }
  }

  /** Until so many of the oldest are a minute old; what is only promised may come back any time. */
  private Duration untilRoom(int requests, int most) {
    int tooMany = sent.size() + promised + requests - most;
    Iterator<Instant> oldest = sent.iterator();
    Instant until = clock.instant();
    for (int i = 0; i < tooMany && oldest.hasNext(); i++) {
      until = oldest.next().plus(WINDOW);
    }
    Duration wait = Duration.between(clock.instant(), until);
    return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
  }

  /** Also those that a clock which was set back sees in its future. */
  private void forgetOld() {
    Instant now = clock.instant();
    Instant minuteAgo = now.minus(WINDOW);
    sent.removeIf(at -> !at.isAfter(minuteAgo) || at.isAfter(now));
  }

  private static StaffApiException full(Exchange exchange, Duration wait) {
    return RateGate.limited(
        exchange + " was not sent: this worker's requests of the staff API's minute are used up",
        wait);
  }
}
