package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Response;
import java.util.List;

/** The redirects that a form POST ends with, success and failure alike (section 4). */
final class Outcome {
  private final Sessions sessions;

  Outcome(Sessions sessions) {
    this.sessions = sessions;
  }

  Response done(String location) {
    return Layout.redirect(location);
  }

  /**
   * @param form the key under which the session keeps the messages for the next page of that form
   * @param refill what that page shows again; null for stored values
   * @param location without {@code actionXfer}, which is added
   */
  Response refused(
      Session session, String form, List<String> problems, Object refill, String location) {
    session.keep(form, problems, refill);
    String join = location.contains("?") ? "&" : "?";
    return Layout.redirect(location + join + "actionXfer=" + sessions.token());
  }
}
