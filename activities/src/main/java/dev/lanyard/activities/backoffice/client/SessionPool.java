package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A few sessions, each lent to one at a time; the one that came back last is lent first. */
final class SessionPool {

  private final BlockingDeque<Session> free = new LinkedBlockingDeque<>();

  SessionPool(int size, Supplier<Session> sessions) {
    if (size < 1) {
      throw new IllegalArgumentException("sessions: at least 1, such as 3");
    }
    for (int i = 0; i < size; i++) {
      free.add(sessions.get());
    }
  }

  <T> T lend(Function<Session, T> use) {
    Session session = take();
    try {
      return use.apply(session);
    } finally {
      free.addFirst(session);
    }
  }

  void use(Consumer<Session> use) {
    Session session = take();
    try {
      use.accept(session);
    } finally {
      free.addFirst(session);
    }
  }

  private Session take() {
    try {
      return free.takeFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackofficeFailure(
          Kind.OUTAGE, "The worker stopped while this waited for a free Backoffice session.");
    }
  }
}
