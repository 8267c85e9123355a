package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.http.OutboundHttp;
import dev.lanyard.activities.http.RemoteOrigin;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** Backoffice over HTTP. Safe for many threads: each conversation has a session of its own. */
public final class BackofficeClient {

  private final SessionPool sessions;
  private final RemoteOrigin origin;

  /**
   * @param credentials asked before each login, so that new ones are picked up
   * @param timeout for one request, connection to last byte
   * @param sessions how many requests may run at once
   */
  public BackofficeClient(
      RemoteOrigin origin, Supplier<Credentials> credentials, Duration timeout, int sessions) {
    OkHttpClient http = OutboundHttp.client(timeout);
    Login login = new Login(credentials);
    this.origin = origin;
    this.sessions = new SessionPool(sessions, () -> new Session(new Wire(origin, http), login));
  }

  /**
   * Lends a session for requests that belong together: a form's read and its write, or a write and
   * the message that the session keeps of it.
   *
   * @param guard called right before each write
   * @throws BackofficeFailure and {@code PageChanged}, {@code PageTruncated} of the pages
   */
  public <T> T converse(Runnable guard, Function<Conversation, T> talk) {
    return sessions.lend(session -> talk.apply(new Conversation(session, origin, guard)));
  }

  /** Lifts the latch of a rejected login and logs in once. */
  public void logInAgain() {
    sessions.use(Session::logInAgain);
  }
}
