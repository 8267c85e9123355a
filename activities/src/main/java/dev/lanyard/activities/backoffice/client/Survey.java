package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.RosterSurvey;
import dev.lanyard.activities.backoffice.page.UserRightsPage;
import dev.lanyard.activities.backoffice.page.UserSurvey;
import dev.lanyard.activities.http.RemoteOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;

/** Looking around within one session. There is no way to write from here. */
public final class Survey {

  private final Session session;
  private final RemoteOrigin origin;
  private final Conversation reading;

  Survey(Session session, RemoteOrigin origin) {
    this.session = session;
    this.origin = origin;
    // Nothing remembered counts here: it is looked anew.
    this.reading =
        new Conversation(
            session,
            origin,
            Survey::neverWrites,
            new Discovery(Duration.ZERO),
            new VisibleSites(Set.of()));
  }

  private static void neverWrites() {
    throw new IllegalStateException("a survey must not write");
  }

  /**
   * Logs in unless this session is logged in already.
   *
   * @return whether it had to
   */
  public boolean logIn() {
    return session.logInIfNeeded();
  }

  /** Whether the session's id was another one after its login; empty before the first one. */
  public Optional<Boolean> cookieRotated() {
    return session.cookieRotated();
  }

  /** How the last answer of this session came; empty before the first one. */
  public Optional<Seen> lastSeen() {
    return session.lastSeen();
  }

  public CreatePage createPage() {
    return reading.createPage();
  }

  public EditPage editPage(int employeeId) {
    return reading.editPage(employeeId);
  }

  public PermissionPage permissionPage(int employeeId) {
    return reading.permissionPage(employeeId);
  }

  public CompensationPage compensationPage(int employeeId) {
    return reading.compensationPage(employeeId);
  }

  /** Active employees with this e-mail, by the list on the form of a new web user. */
  public List<Integer> activeEmployeesWith(String email) {
    return reading.activeEmployeesWith(email);
  }

  /**
   * Everybody, disabled ones too, as a hire's check asks for them.
   *
   * @param each gets every row; what it keeps is worth nothing when this method throws
   * @return the page without its rows
   */
  public RosterSurvey wholeRoster(Consumer<RosterRow> each) {
    HttpUrl whole =
        url("employee")
            .addQueryParameter("active", "all")
            .addQueryParameter("limit", Integer.toString(Conversation.WHOLE_ROSTER))
            .build();
    return RosterSurvey.parse(
        Conversation.shown(session.get(whole, (body, path) -> RosterPage.read(body, path, each))));
  }

  /** The roster as it opens: active employees, 25 rows (section 12.3). */
  public RosterSurvey rosterAsItOpens() {
    return RosterSurvey.parse(page(url("employee")));
  }

  /** Disabled ones alone. */
  public RosterSurvey inactiveRoster(int limit) {
    return RosterSurvey.parse(
        page(
            url("employee")
                .addQueryParameter("active", "inactive")
                .addQueryParameter("limit", Integer.toString(limit))));
  }

  /** Page {@code number} of everybody by path, with a limit in the query (section 12.3). */
  public RosterPage rosterPage(int number, int limit) {
    HttpUrl.Builder url = number == 1 ? url("employee") : url("employee/" + number);
    return RosterPage.parse(
        page(
            url.addQueryParameter("active", "all")
                .addQueryParameter("limit", Integer.toString(limit))));
  }

  /** What the filter leaves for these digits, which need not be a whole POS user ID. */
  public RosterPage rosterFilteredBy(String digits) {
    return RosterPage.parse(
        page(
            url("employee")
                .addQueryParameter("posUserId", digits)
                .addQueryParameter("active", "all")
                .addQueryParameter("limit", "25")));
  }

  /** Web users by user name; the filter may be a prefix one. */
  public UserSurvey usersNamed(String username) {
    return users("userNameSearch", username);
  }

  /** Web users by e-mail. */
  public UserSurvey usersWith(String email) {
    return users("emailSearch", email);
  }

  private UserSurvey users(String filter, String value) {
    return UserSurvey.parse(
        page(
            url("user").addQueryParameter(filter, value).addQueryParameter("statusSearch", "all")));
  }

  /** What a web user may do (section 13.3). */
  public UserRightsPage userRights(int userId) {
    return UserRightsPage.parse(page(url("user/permissions/" + userId)));
  }

  /** What the edit page of an employee that nobody has is answered with, in words. */
  public String unknownEmployee() {
    Answer answer = session.get(url("employee/edit/999999999").build());
    return answer
        .redirectPath(origin)
        .map(path -> answer.status() + " to " + path)
        .orElse(Integer.toString(answer.status()));
  }

  private Document page(HttpUrl.Builder url) {
    return Conversation.shown(session.get(url.build()));
  }

  private HttpUrl.Builder url(String path) {
    return origin.base().newBuilder().addPathSegments(path);
  }
}
