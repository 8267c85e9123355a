package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How a form POST ends: with a redirect, success and failure alike (section 4). */
final class Outcome {
  private final Sessions sessions;
  private final PageSwitches switches;
  private final Session session;
  private final Request request;

  Outcome(Sessions sessions, PageSwitches switches, Session session, Request request) {
    this.sessions = sessions;
    this.switches = switches;
    this.session = session;
    this.request = request;
  }

  /** The message box of a page of this form. */
  Alerts alerts(String form) {
    return Alerts.of(kept(form), session, switches);
  }

  Optional<Session.Kept> kept(String form) {
    return session.show(form, request.parameters(), switches);
  }

  Alerts alerts(Optional<Session.Kept> kept) {
    return Alerts.of(kept, session, switches);
  }

  Response done(String form, String location) {
    session.accepted(form, switches.successBox());
    return Layout.redirect(location);
  }

  /** As captured: 302 with {@code actionXfer}. */
  Response refused(String form, List<String> problems, Object refill, String location) {
    return refused(
        form,
        problems,
        refill,
        location,
        PageSwitches.FailureAnswer.REDIRECT,
        () -> Layout.redirect(location));
  }

  /**
   * @param form the key under which the session keeps the messages for the next page of that form
   * @param refill what that page shows again; null for stored values
   * @param location without {@code actionXfer}, which is added
   * @param page the form's page, which takes the messages
   */
  Response refused(
      String form,
      List<String> problems,
      Object refill,
      String location,
      PageSwitches.FailureAnswer answer,
      Supplier<Response> page) {
    String token = sessions.token();
    // A page of its own shows them there and then, whatever an address would have to carry.
    boolean direct = answer == PageSwitches.FailureAnswer.PAGE;
    session.keep(
        form,
        new Session.Kept(
            problems, refill, direct ? request.parameters().text("actionXfer") : token));
    return switch (answer) {
      case PAGE -> page.get();
      case PLAIN_REDIRECT -> Layout.redirect(location);
      case REDIRECT ->
          Layout.redirect(location + (location.contains("?") ? "&" : "?") + "actionXfer=" + token);
    };
  }

  void keep(String form, String text) {
    session.keep(form, new Session.Kept(List.of(text), null, ""));
  }
}
