package dev.lanyard.sandbox.backoffice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One PHP session. Its turn is held by one request at a time (PHP locks the session file); the rest
 * is only touched inside a transaction.
 */
final class Session {
  private final String id;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<String, List<String>> messages = new HashMap<>();
  private final Map<String, Object> refills = new HashMap<>();
  private boolean loggedIn;
  private Instant used;

  Session(String id, boolean loggedIn, Instant now) {
    this.id = id;
    this.loggedIn = loggedIn;
    this.used = now;
  }

  String id() {
    return id;
  }

  ReentrantLock turn() {
    return turn;
  }

  boolean isLoggedIn() {
    return loggedIn;
  }

  void logIn() {
    loggedIn = true;
  }

  Instant used() {
    return used;
  }

  void used(Instant now) {
    used = now;
  }

  /**
   * Keeps messages for the next page with that form, whoever it shows (section 4.1: they live in
   * the session and not in the {@code actionXfer} address).
   */
  void keep(String form, List<String> texts, Object refill) {
    messages.put(form, List.copyOf(texts));
    if (refill != null) {
      refills.put(form, refill);
    }
  }

  /** Each is shown once. */
  List<String> takeMessages(String form) {
    List<String> kept = messages.remove(form);
    return kept == null ? List.of() : kept;
  }

  <T> Optional<T> takeRefill(String form, Class<T> type) {
    return Optional.ofNullable(refills.remove(form)).map(type::cast);
  }
}
