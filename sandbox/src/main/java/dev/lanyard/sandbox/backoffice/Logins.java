package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Login page, login and what a request without a live session gets (section 2). */
final class Logins {
  private static final String FORM = "login";

  private record Failures(int count, Instant last) {}

  private final Sessions sessions;
  private final Clock clock;
  private final Map<String, Failures> failures = new HashMap<>();

  Logins(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Every username may log in again. */
  void unlock() {
    failures.clear();
  }

  Response page(Optional<Session> session) {
    Session shown = session.orElseGet(() -> sessions.open(false));
    Response page = Response.html(200, Layout.login(shown.takeMessages(FORM)));
    return session.isPresent() ? page : withCookie(page, shown);
  }

  Response logIn(Request request, Optional<Session> session, LoginSwitches now) {
    Fields form = request.form();
    String username = form.text("_username");
    boolean locked = isLocked(username, now);
    boolean known =
        username.equals(now.backofficeUsername())
            && form.text("_password").equals(now.backofficePassword());
    if (!request.method().equals("POST") || locked || !known) {
      failures.merge(
          username,
          new Failures(1, clock.instant()),
          (old, fresh) -> new Failures(old.count() + 1, locked ? old.last() : fresh.last()));
      return rejected(session, locked ? now.lockOutText() : now.badLoginText(), now);
    }
    if (session.isEmpty() && now.loginNeedsPage()) {
      return rejected(session, now.badLoginText(), now); // no failure of the credentials
    }
    failures.remove(username);
    if (session.isPresent() && !now.rotateSessionAtLogin()) {
      session.get().logIn();
      return Layout.redirect("/");
    }
    session.ifPresent(sessions::end);
    return withCookie(Layout.redirect("/"), sessions.open(true));
  }

  private boolean isLocked(String username, LoginSwitches now) {
    Failures counted = failures.get(username);
    if (counted == null || now.lockOutAfter() == 0 || counted.count() < now.lockOutAfter()) {
      return false;
    }
    if (now.lockOutSeconds() > 0
        && !counted.last().plusSeconds(now.lockOutSeconds()).isAfter(clock.instant())) {
      failures.remove(username);
      return false;
    }
    return true;
  }

  private static Response rejected(Optional<Session> session, String text, LoginSwitches now) {
    return switch (now.badLogin()) {
      case PAGE -> Response.html(200, Layout.login(List.of(text)));
      case UNAUTHORIZED -> Response.html(401, Layout.login(List.of(text)));
      case REDIRECT -> {
        session.ifPresent(kept -> kept.keep(FORM, new Session.Kept(List.of(text), null, "")));
        yield Layout.redirect("/login");
      }
    };
  }

  private static Response withCookie(Response response, Session session) {
    return response.with("Set-Cookie", Sessions.COOKIE + "=" + session.id() + "; path=/; HttpOnly");
  }

  static Response expired(LoginSwitches.ExpirySignal signal, Request request) {
    return switch (signal) {
      case REDIRECT -> Layout.redirect("/login");
      case REDIRECT_ABSOLUTE ->
          Layout.redirect("http://" + request.header("host").orElse("127.0.0.1") + "/login");
      case LOGIN_PAGE -> Response.html(200, Layout.login(List.of()));
      case UNAUTHORIZED -> Response.html(401, "<!DOCTYPE html><title>Unauthorized</title>");
      case FORBIDDEN -> forbidden();
    };
  }

  static Response forbidden() {
    return Response.html(403, "<!DOCTYPE html><title>Forbidden</title>");
  }
}
