package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.Answer.Expiry;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.LoginPage;
import dev.lanyard.activities.backoffice.page.ServerAlerts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs sessions in (section 2.1), one at a time: when the first is rejected, all that wait are told
 * so without a request.
 */
final class Login {

  private static final Logger LOG = LoggerFactory.getLogger(Login.class);

  private final Supplier<Credentials> credentials;
  private final LoginLatch latch = new LoginLatch();
  private final ReentrantLock oneAtATime = new ReentrantLock();

  Login(Supplier<Credentials> credentials) {
    this.credentials = credentials;
  }

  /** Tries once more with a credential that was rejected; a human asked for it. */
  boolean again(Wire wire) {
    latch.lift();
    return perform(wire);
  }

  /**
   * Gives this session a login of its own.
   *
   * @return whether the session has another id since
   */
  boolean perform(Wire wire) {
    oneAtATime.lock();
    try {
      Credentials now = credentials.get();
      if (latch.holds(now)) {
        throw rejected("is latched since Backoffice rejected it", List.of());
      }
      return send(wire, now);
    } finally {
      oneAtATime.unlock();
    }
  }

  private boolean send(Wire wire, Credentials now) {
    wire.forgetCookies();
    Answer form = wire.get(url(wire, "login"), Wire::wholePage);
    form.requireNotLimited();
    if (form.status() != 200 || !LoginPage.isShownBy(form.page())) {
      throw new BackofficeFailure(
          Kind.OUTAGE,
          form.request() + " was answered with " + form.status() + " and no login form.");
    }
    if (!wire.hasCookies()) {
      // A login outside a session may be refused (section 2.1), and a refusal is latched.
      throw new BackofficeFailure(
          Kind.OUTAGE, form.request() + " was answered with a login form and no session.");
    }
    Optional<String> before = wire.sessionId();
    Answer answer =
        wire.post(
            url(wire, "login_check"),
            FormEntries.of("_username", now.username(), "_password", now.password()),
            Kind.OUTAGE);
    answer.requireNotLimited();
    if (answer.expiry(wire.origin()) != Expiry.NONE) {
      latch.close(now);
      LOG.warn("Backoffice rejected the bot's login; no further one until it changes.");
      throw rejected("was rejected", ServerAlerts.of(answer.page()));
    }
    if (answer.redirectPath(wire.origin()).isEmpty()) {
      throw new BackofficeFailure(
          Kind.OUTAGE,
          answer.request() + " was answered with " + answer.status() + " and no redirect of ours.");
    }
    LOG.info("Logged in to Backoffice.");
    return !before.equals(wire.sessionId());
  }

  private static BackofficeFailure rejected(String what, List<String> alerts) {
    return new BackofficeFailure(
        Kind.LOGIN_REJECTED,
        "The bot's login "
            + what
            + ServerWords.quote(alerts, List.of())
            + ". No further login is tried with it.",
        "Correct SONNYS_BOT_USERNAME and SONNYS_BOT_PASSWORD, or unlock the account and decide"
            + " \"retry\".");
  }

  private static HttpUrl url(Wire wire, String path) {
    return wire.origin().base().newBuilder().addPathSegment(path).build();
  }
}
