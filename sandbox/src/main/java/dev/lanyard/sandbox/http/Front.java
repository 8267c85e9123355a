package dev.lanyard.sandbox.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What a request passes before and after a simulated system: list, turn, latency, fault. */
public final class Front {
  private final RemoteSystem system;
  private final RequestLog log;
  private final Faults faults;
  private final Transactions transactions;
  private final Supplier<Duration> latency;
  private final ScheduledExecutorService later;

  public Front(
      RemoteSystem system,
      RequestLog log,
      Faults faults,
      Transactions transactions,
      Supplier<Duration> latency,
      ScheduledExecutorService later) {
    this.system = system;
    this.log = log;
    this.faults = faults;
    this.transactions = transactions;
    this.latency = latency;
    this.later = later;
  }

  public Delivery receive(Request request) {
    RequestLog.Entry entry;
    Optional<Fault> fault;
    synchronized (log) { // both systems' arrivals: the list and the counters agree on the order
      entry = log.arrived(system.name(), request);
      fault = faults.next(system.name(), request);
    }
    RemoteSystem.Turn turn = system.enter(request);
    try {
      pause(latency.get());
      Delivery delivery =
          fault.isPresent() ? play(fault.get(), request) : Delivery.whole(commit(request));
      int status = delivery.extent() == Delivery.Extent.NONE ? 0 : delivery.response().status();
      log.answered(entry, status, fault.map(Fault::kind));
      return delivery;
    } finally {
      turn.close();
    }
  }

  private Delivery play(Fault fault, Request request) {
    if (fault.kind() != FaultKind.COMMIT_LATE && !isRateLimit(fault)) {
      pause(fault.delay());
    }
    return switch (fault.kind()) {
      case DELAY -> Delivery.whole(commit(request));
      case CUT_BEFORE_COMMIT -> {
        transactions.commit(() -> Response.empty(204)); // nothing, but the counters are kept
        yield Delivery.none();
      }
      case CUT_AFTER_COMMIT -> {
        commit(request);
        yield Delivery.none();
      }
      case COMMIT_LATE -> {
        commitLater(fault, request);
        yield Delivery.none();
      }
      case TRUNCATED_BODY ->
          Delivery.cut(commit(request), fault.atByte() == null ? -1 : fault.atByte());
      case SUCCESS_WITHOUT_EFFECT ->
          Delivery.whole(transactions.rehearse(() -> system.serve(request)));
      case EDIT_IN_BETWEEN -> {
        Response done =
            transactions.commit(
                () -> {
                  system.editInBetween(request, fault.body());
                  return Response.empty(204);
                });
        yield Delivery.whole(done.status() == 204 ? commit(request) : done);
      }
      case CHANGED_MARKUP -> {
        Response served = commit(request);
        String page =
            fault.selector() == null
                ? ChangedMarkup.of(served.text())
                : ChangedMarkup.without(served.text(), fault.selector(), fault.attribute());
        yield Delivery.whole(served.withBody(page));
      }
      case SESSION_ENDS -> {
        Response served = commit(request);
        transactions.commit(() -> system.play(fault, request));
        yield Delivery.whole(served);
      }
      case REFUSED -> Delivery.whole(transactions.commit(() -> system.play(fault, request)));
      case STATUS, MAINTENANCE_PAGE, LOGIN_PAGE, LOGIN_REDIRECT, HTML_BODY, EXPIRED_TOKEN ->
          Delivery.whole(withBody(fault, transactions.commit(() -> system.play(fault, request))));
    };
  }

  /** A rate limit's delay is its window, told in the answer, not a pause. */
  private static boolean isRateLimit(Fault fault) {
    return fault.kind() == FaultKind.STATUS && fault.statusOr(500) == 429;
  }

  private static Response withBody(Fault fault, Response usual) {
    return fault.bodyText().map(usual::withBody).orElse(usual);
  }

  private Response commit(Request request) {
    return transactions.commit(() -> system.serve(request));
  }

  private void commitLater(Fault fault, Request request) {
    // The session's turn is not kept meanwhile: a look in between must find nothing.
    var unused =
        later.schedule(() -> commit(request), fault.delay().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void pause(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return; // the sandbox is closing
      }
    }
  }
}
