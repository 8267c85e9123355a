package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.Answer.Expiry;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One logged-in PHP session. PHP serves it one request at a time, and it keeps the messages of its
 * last write (section 4.1): so whoever borrows it has it alone. For each request at most one login.
 */
final class Session {

  private final Wire wire;
  private final Login login;
  private boolean loggedIn;
  private Optional<Boolean> cookieRotated = Optional.empty();

  Session(Wire wire, Login login) {
    this.wire = wire;
    this.login = login;
  }

  /** An answer from behind the login. */
  Answer get(HttpUrl url) {
    return get(url, Wire::wholePage);
  }

  /**
   * The same, read as it arrives. The reader sees the answer of an expired session too.
   *
   * @param reader makes the page of the body
   */
  Answer get(HttpUrl url, PageReader reader) {
    boolean renewed = logInIfNeeded();
    Answer answer = wire.get(url, reader);
    if (answer.expiry(wire.origin()) != Expiry.NONE && !renewed) {
      renew();
      answer = wire.get(url, reader);
    }
    requireAlive(answer);
    answer.requireNotLimited();
    return answer;
  }

  /**
   * Sends a write. It goes out a second time only when the first was answered with the redirect to
   * the login, since then it was not executed (section 2.2).
   *
   * @param guard called right before each time it is sent
   */
  Answer post(HttpUrl url, FormEntries entries, Runnable guard) {
    boolean renewed = logInIfNeeded();
    Answer answer = send(url, entries, guard);
    if (answer.expiry(wire.origin()) == Expiry.LOGIN_REDIRECT && !renewed) {
      renew();
      answer = send(url, entries, guard);
    }
    switch (answer.expiry(wire.origin())) {
      case LOGIN_REDIRECT -> requireAlive(answer);
      case LOGIN_PAGE -> {
        loggedIn = false;
        throw new BackofficeFailure(
            Kind.UNCONFIRMED_WRITE, answer.request() + " was answered with the login page.");
      }
      case FORBIDDEN -> throw forbidden(answer);
      case NONE -> answer.requireNotLimited();
    }
    return answer;
  }

  /** A human asked for it: the latch of a rejected login is lifted. */
  void logInAgain() {
    loggedIn = false;
    cookieRotated = Optional.of(login.again(wire));
    loggedIn = true;
  }

  private Answer send(HttpUrl url, FormEntries entries, Runnable guard) {
    guard.run();
    return wire.post(url, entries, Kind.UNCONFIRMED_WRITE);
  }

  /** How the last answer came. */
  Optional<Seen> lastSeen() {
    return wire.lastSeen();
  }

  /** Whether the last login gave the session another id (section 1: unknown). */
  Optional<Boolean> cookieRotated() {
    return cookieRotated;
  }

  /** Whether it had to. */
  boolean logInIfNeeded() {
    if (loggedIn) {
      return false;
    }
    renew();
    return true;
  }

  private void renew() {
    loggedIn = false;
    cookieRotated = Optional.of(login.perform(wire));
    loggedIn = true;
  }

  private void requireAlive(Answer answer) {
    Expiry expiry = answer.expiry(wire.origin());
    if (expiry == Expiry.FORBIDDEN) {
      throw notAllowed(answer);
    }
    if (expiry != Expiry.NONE) {
      loggedIn = false;
      throw new BackofficeFailure(
          Kind.OUTAGE, answer.request() + " asks for a login right after one that was accepted.");
    }
  }

  /** An expired session and a missing right look the same on a write; the start page tells. */
  private BackofficeFailure forbidden(Answer answer) {
    if (wire.get(wire.origin().base(), Wire::wholePage).expiry(wire.origin()) == Expiry.NONE) {
      return notAllowed(answer);
    }
    loggedIn = false;
    return new BackofficeFailure(
        Kind.UNCONFIRMED_WRITE,
        answer.request() + " was answered with " + answer.status() + " by an expired session.");
  }

  private static BackofficeFailure notAllowed(Answer answer) {
    return new BackofficeFailure(
        Kind.NOT_ALLOWED,
        answer.request()
            + " was answered with "
            + answer.status()
            + " although the bot is logged in.",
        "Give the bot's user the Administrator template and all regions (or all sites).");
  }
}
