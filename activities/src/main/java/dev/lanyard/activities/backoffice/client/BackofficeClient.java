package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.http.OutboundHttp;
import dev.lanyard.activities.http.RemoteOrigin;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** Backoffice over HTTP. Safe for many threads: each conversation has a session of its own. */
public final class BackofficeClient {

  private final SessionPool sessions;
  private final RemoteOrigin origin;
  private final Discovery discovery;
  private final VisibleSites visibleSites;

  /** One that remembers nothing and expects no sites. */
  public BackofficeClient(
      RemoteOrigin origin, Supplier<Credentials> credentials, Duration timeout, int sessions) {
    this(origin, credentials, timeout, sessions, Duration.ZERO, Set.of());
  }

  /**
   * @param credentials asked before each login, so that new ones are picked up
   * @param timeout for one request, connection to last byte
   * @param sessions how many requests may run at once
   * @param discoveryAge how long what the tenant offers to everybody is remembered; zero for not
   * @param expectedSites exact names of the sites that the bot should see
   */
  public BackofficeClient(
      RemoteOrigin origin,
      Supplier<Credentials> credentials,
      Duration timeout,
      int sessions,
      Duration discoveryAge,
      Set<String> expectedSites) {
    OkHttpClient http = OutboundHttp.client(timeout);
    Login login = new Login(credentials);
    this.origin = origin;
    this.sessions = new SessionPool(sessions, () -> new Session(new Wire(origin, http), login));
    this.discovery = new Discovery(discoveryAge);
    this.visibleSites = new VisibleSites(expectedSites);
  }

  /**
   * Lends a session for requests that belong together: a form's read and its write, or a write and
   * the message that the session keeps of it.
   *
   * @param guard called right before each write
   * @throws BackofficeFailure and {@code PageChanged}, {@code PageTruncated} of the pages
   */
  public <T> T converse(Runnable guard, Function<Conversation, T> talk) {
    try {
      return sessions.lend(
          session -> talk.apply(new Conversation(session, origin, guard, discovery, visibleSites)));
    } catch (RuntimeException e) {
      // Whatever went wrong: what was remembered may have been a part of it.
      discovery.forget();
      throw e;
    }
  }

  /**
   * Lends a session to look around, with no way to write.
   *
   * @throws BackofficeFailure and {@code PageChanged}, {@code PageTruncated} of the pages
   */
  public <T> T survey(Function<Survey, T> look) {
    return sessions.lend(session -> look.apply(new Survey(session, origin)));
  }

  /** Lifts the latch of a rejected login and logs in once. */
  public void logInAgain() {
    sessions.use(Session::logInAgain);
  }
}
