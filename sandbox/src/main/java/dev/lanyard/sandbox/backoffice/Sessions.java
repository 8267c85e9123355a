package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.RemoteSystem.Turn;
import dev.lanyard.sandbox.http.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The live sessions, by PHPSESSID. */
final class Sessions {
  static final String COOKIE = "PHPSESSID";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String MIXED = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Map<String, Session> live = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  Session open(boolean loggedIn) {
    Session session = new Session(text(LOWER, 26), loggedIn, clock.instant());
    live.put(session.id(), session);
    return session;
  }

  /**
   * @param idle seconds without a request after which a session is gone; 0 for never
   */
  Optional<Session> of(Request request, long idle) {
    Optional<Session> found = request.cookie(COOKIE).map(live::get);
    if (idle > 0
        && found.isPresent()
        && found.get().used().plusSeconds(idle).isBefore(clock.instant())) {
      end(found.get());
      return Optional.empty();
    }
    found.ifPresent(session -> session.used(clock.instant()));
    return found;
  }

  Turn enter(Request request) {
    Session session = request.cookie(COOKIE).map(live::get).orElse(null);
    if (session == null) {
      return () -> {};
    }
    session.turn().lock();
    return () -> session.turn().unlock();
  }

  void end(Session session) {
    live.remove(session.id());
  }

  void endAll() {
    live.clear();
  }

  /** The {@code actionXfer} token: 8 characters of {@code [A-Za-z0-9]} (section 4). */
  String token() {
    return text(MIXED, 8);
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
