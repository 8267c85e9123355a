package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
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
  private static final String SUCCESS = "success";

  /**
   * What the session keeps for the next page of a form.
   *
   * @param refill what that page shows again; null for stored values
   * @param token the {@code actionXfer} of the address that the POST led to
   */
  record Kept(List<String> texts, Object refill, String token) {}

  private final String id;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<String, Kept> messages = new HashMap<>();
  private boolean loggedIn;
  private int formReads;
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

  /** How many form pages this session has shown, this one included. */
  int countFormRead() {
    return ++formReads;
  }

  /**
   * Keeps messages for the next page with that form, whoever it shows (section 4.1: they live in
   * the session and not in the {@code actionXfer} address).
   */
  void keep(String form, Kept kept) {
    messages.put(form, kept);
  }

  /** A form was accepted: what was refused before is over. */
  void accepted(String form, PageSwitches.SuccessBox box) {
    messages.remove(form);
    if (box != PageSwitches.SuccessBox.NONE) {
      messages.put(SUCCESS, new Kept(List.of("Your changes have been saved."), null, ""));
    }
  }

  /** Each is shown once. */
  List<String> takeMessages(String form) {
    Kept kept = messages.remove(form);
    return kept == null ? List.of() : kept.texts();
  }

  /** What the page of this form shows now, by the reading of section 4.1. */
  Optional<Kept> show(String form, Fields query, PageSwitches switches) {
    Kept kept = messages.get(form);
    if (kept == null
        || (switches.messageNeedsQuery() && !query.text("actionXfer").equals(kept.token()))) {
      return Optional.empty();
    }
    if (switches.messageLife() == PageSwitches.MessageLife.ONCE) {
      messages.remove(form);
    }
    return Optional.of(kept);
  }

  /** The box after a success, on whatever page comes next. */
  List<String> takeSuccess() {
    return takeMessages(SUCCESS);
  }
}
