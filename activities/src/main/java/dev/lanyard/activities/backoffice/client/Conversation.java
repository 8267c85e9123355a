package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.ServerAlerts;
import dev.lanyard.activities.backoffice.page.Skeleton;
import dev.lanyard.activities.backoffice.page.UserCreatePage.EmployeeOption;
import dev.lanyard.activities.http.RemoteOrigin;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;

/** The endpoints of section 5, within one session. Only paths that are built here are asked. */
public final class Conversation {

  /** Enough for a whole roster: 192 were active, and 1000 returned them all (section 12.2). */
  static final int WHOLE_ROSTER = 100_000;

  /** A filter by POS user ID should leave one row; more if it is a prefix filter (guessed). */
  private static final int FILTERED = 200;

  private static final Pattern NEW_EMPLOYEE =
      Pattern.compile("/employee/(?:permissions|edit|compensation)/(\\d{1,9})");
  private static final Pattern TRANSFER = Pattern.compile("[A-Za-z0-9]{1,64}");

  private static final String FREE_IT =
      "Find in Backoffice which other record, perhaps a disabled one, has the value; free it there,"
          + " then retry, or hand in another value.";

  /** What a message of the server may repeat and a failure must not. */
  private static final List<String> PERSONAL =
      List.of(
          "employee[firstName]",
          "employee[lastName]",
          "employee[phone]",
          "employee[email]",
          "employee[emergencyContactName]",
          "employee[emergencyContactPhone]",
          "posCredential[POSLoginPassword]",
          "user[username]",
          "user[password]",
          "user[confirmPassword]");

  private final Session session;
  private final RemoteOrigin origin;
  private final Runnable guard;
  private final Offers offers;

  Conversation(
      Session session,
      RemoteOrigin origin,
      Runnable guard,
      Discovery discovery,
      VisibleSites visibleSites) {
    this.session = session;
    this.origin = origin;
    this.guard = guard;
    this.offers = new Offers(this, discovery, visibleSites);
  }

  /** Active and disabled ones with this POS user ID (section 12.2). */
  public RosterPage rosterOf(int posUserId) {
    RosterPage roster =
        RosterPage.parse(
            page(
                url("employee")
                    .addQueryParameter("posUserId", Integer.toString(posUserId))
                    .addQueryParameter("active", "all")
                    .addQueryParameter("limit", Integer.toString(FILTERED))));
    if (roster.rows().size() >= FILTERED && roster.row(posUserId).isEmpty()) {
      throw new BackofficeFailure(
          Kind.CHANGED,
          "GET /employee no longer filters by POS user ID: "
              + FILTERED
              + " rows came and none has it.");
    }
    return roster;
  }

  /**
   * All whom the filter leaves, in one answer, however many: never all at once in memory.
   *
   * @param each gets every row; what it keeps is worth nothing when this method throws
   */
  public void roster(RosterFilter filter, Consumer<RosterRow> each) {
    Answer answer =
        session.get(
            filter.limit(WHOLE_ROSTER).on(url("employee")).build(),
            (body, path) -> RosterPage.read(body, path, each));
    RosterPage.parse(shown(answer));
  }

  /**
   * A page of those whom the filter leaves, reached by the pager's own links (section 12.3).
   *
   * @param number counted from 1; a page costs a request, and some of those before it too
   * @return empty when there are fewer pages
   * @throws BackofficeFailure of kind {@code CHANGED} when the pager leads elsewhere
   */
  public Optional<RosterPage> roster(RosterFilter filter, int number) {
    return new RosterWalk(origin, url -> RosterPage.parse(shown(session.get(url))))
        .to(number, RosterPage.parse(page(filter.on(url("employee")))));
  }

  /**
   * Everybody, disabled ones too: megabytes, but never all at once.
   *
   * @param each gets every row; what it keeps is worth nothing when this method throws
   */
  public void wholeRoster(Consumer<RosterRow> each) {
    Answer answer =
        session.get(
            rosterUrl("all", WHOLE_ROSTER), (body, path) -> RosterPage.read(body, path, each));
    RosterPage.parse(shown(answer));
  }

  /** Anybody at all; somebody active, if there is one. */
  public Optional<RosterRow> anybody() {
    Optional<RosterRow> active = roster("active", 1).rows().stream().findFirst();
    return active.isPresent() ? active : roster("all", 1).rows().stream().findFirst();
  }

  private RosterPage roster(String active, int limit) {
    return RosterPage.parse(shown(session.get(rosterUrl(active, limit))));
  }

  private HttpUrl rosterUrl(String active, int limit) {
    return url("employee")
        .addQueryParameter("active", active)
        .addQueryParameter("limit", Integer.toString(limit))
        .build();
  }

  public CreatePage createPage() {
    return offers.read(CreatePage.parse(page(url("employee/create"))));
  }

  /**
   * @throws BackofficeFailure of kind {@code NOT_FOUND} when there is no such employee
   */
  public EditPage editPage(int employeeId) {
    return offers.read(EditPage.parse(employeePage("edit", employeeId)));
  }

  /**
   * The same, read no more strictly than disabling needs.
   *
   * @throws BackofficeFailure of kind {@code NOT_FOUND} when there is no such employee
   */
  public EditPage editPageToDisable(int employeeId) {
    return offers.read(EditPage.parseToDisable(employeePage("edit", employeeId)));
  }

  /**
   * @throws BackofficeFailure of kind {@code NOT_FOUND} when there is no such employee
   */
  public PermissionPage permissionPage(int employeeId) {
    return offers.read(PermissionPage.parse(employeePage("permissions", employeeId)));
  }

  /** What the tenant offers to everybody, without a request when it is remembered. */
  public Offers offers() {
    return offers;
  }

  /**
   * @throws BackofficeFailure of kind {@code NOT_FOUND} when there is no such employee
   */
  public CompensationPage compensationPage(int employeeId) {
    return CompensationPage.parse(employeePage("compensation", employeeId));
  }

  /** Internal ids of active employees with this e-mail, whatever its case (section 13.1). */
  public List<Integer> activeEmployeesWith(String email) {
    return users().createPage(option -> option.hasEmail(email)).employees().stream()
        .map(EmployeeOption::employeeId)
        .toList();
  }

  /** The endpoints of web users. */
  public UserEndpoints users() {
    return new UserEndpoints(this);
  }

  /**
   * Creates an employee.
   *
   * @return its internal id, as the answer names it
   * @throws BackofficeFailure of kind {@code REFUSED}, {@code DUPLICATE} or {@code
   *     UNCONFIRMED_WRITE}, among others
   */
  public int insertEmployee(FormEntries entries) {
    Answer answer = session.post(url("employee/insert").build(), entries, guard);
    Optional<Matcher> created =
        redirectPath(answer).map(NEW_EMPLOYEE::matcher).filter(Matcher::matches);
    if (created.isEmpty()) {
      throw refusal(answer, url("employee/create"), entries);
    }
    return Integer.parseInt(created.get().group(1));
  }

  /** Posts an employee's whole form (section 8.3). */
  public void updateEmployee(int employeeId, FormEntries entries) {
    Answer answer = session.post(url("employee/update").build(), entries, guard);
    if (redirectPath(answer).filter("/employee"::equals).isEmpty()) {
      throw refusal(answer, employeeUrl("edit", employeeId), entries);
    }
  }

  /** Posts the full matrix; the answer is the same when nothing was changed (section 9.3). */
  public void updatePermissions(int employeeId, FormEntries entries) {
    Answer answer = session.post(url("employee/permissions/update").build(), entries, guard);
    if (redirectPath(answer).filter("/employee"::equals).isEmpty()) {
      throw refusal(answer, employeeUrl("permissions", employeeId), entries);
    }
  }

  /**
   * Posts a wage. Where a success ends was never captured (section 4): the roster, or the same page
   * without a message's token, is taken for an answer that only the history can confirm.
   *
   * @param personal names that a message may repeat and a failure must not
   */
  public void addWage(int employeeId, FormEntries entries, List<String> personal) {
    Answer answer = session.post(url("employee/compensation/update").build(), entries, guard);
    String page = "/employee/compensation/" + employeeId;
    boolean sameWithoutToken =
        redirectPath(answer).filter(page::equals).isPresent()
            && answer.location().map(to -> to.queryParameter("actionXfer")).isEmpty();
    if (!sameWithoutToken && redirectPath(answer).filter("/employee"::equals).isEmpty()) {
      throw refusal(answer, employeeUrl("compensation", employeeId), personal);
    }
  }

  private Document employeePage(String what, int employeeId) {
    Answer answer = session.get(employeeUrl(what, employeeId).build());
    if (answer.status() == 404 || redirectPath(answer).filter("/employee"::equals).isPresent()) {
      throw new BackofficeFailure(
          Kind.NOT_FOUND,
          "Backoffice has no employee " + employeeId + ": " + leadingAway(answer, "/employee"));
    }
    return shown(answer);
  }

  /** How a page was not shown: by its status, or by a redirect to the list. */
  static String leadingAway(Answer answer, String list) {
    return answer.request()
        + " was answered with "
        + answer.status()
        + (answer.redirects() ? " to " + list : "")
        + ".";
  }

  Answer get(HttpUrl.Builder url) {
    return session.get(url.build());
  }

  Answer get(HttpUrl.Builder url, PageReader reader) {
    return session.get(url.build(), reader);
  }

  Answer post(HttpUrl.Builder url, FormEntries entries) {
    return session.post(url.build(), entries, guard);
  }

  /** Where a link of a page leads inside our origin, as the protocol writes it; no request. */
  Optional<String> ownPath(String href) {
    return Optional.ofNullable(origin.base().resolve(href))
        .filter(origin::owns)
        .map(HttpUrl::encodedPath)
        .flatMap(this::withoutBase);
  }

  Document page(HttpUrl.Builder url) {
    return shown(session.get(url.build()));
  }

  static Document shown(Answer answer) {
    if (answer.status() >= 500) {
      throw new BackofficeFailure(
          Kind.OUTAGE, answer.request() + " was answered with " + answer.status() + ".");
    }
    if (answer.status() != 200) {
      throw new BackofficeFailure(
          Kind.CHANGED,
          answer.request() + " was answered with " + answer.status() + " instead of a page.");
    }
    if (!Skeleton.isIn(answer.page())) {
      throw new BackofficeFailure(
          Kind.OUTAGE, answer.request() + " was answered with a page that is not Backoffice's.");
    }
    return answer.page();
  }

  /** Why a write did not end where a success ends (section 4). */
  BackofficeFailure refusal(Answer answer, HttpUrl.Builder form, FormEntries sent) {
    return refusal(answer, form, PERSONAL.stream().flatMap(n -> sent.values(n).stream()).toList());
  }

  private BackofficeFailure refusal(Answer answer, HttpUrl.Builder form, List<String> personal) {
    offers.forget();
    if (answer.status() >= 500) {
      return new BackofficeFailure(
          Kind.UNCONFIRMED_WRITE, answer.request() + " was answered with " + answer.status() + ".");
    }
    if (answer.status() == 200) {
      return shownInPlace(answer, personal);
    }
    String expected = form.build().encodedPath();
    if (answer.redirectPath(origin).filter(expected::equals).isEmpty()) {
      return new BackofficeFailure(
          Kind.CHANGED,
          answer.request()
              + " was answered with "
              + answer.status()
              + " and neither of the two redirects that are known; look in Backoffice whether it"
              + " was carried out.");
    }
    answer
        .location()
        .map(location -> location.queryParameter("actionXfer"))
        .filter(token -> TRANSFER.matcher(token).matches())
        .ifPresent(token -> form.setQueryParameter("actionXfer", token));
    return refused(answer, ServerAlerts.of(shown(session.get(form.build()))), personal);
  }

  private static BackofficeFailure shownInPlace(Answer answer, List<String> personal) {
    List<String> alerts = ServerAlerts.of(answer.page());
    if (Skeleton.isIn(answer.page()) && !alerts.isEmpty()) {
      return refused(answer, alerts, personal);
    }
    return new BackofficeFailure(
        Kind.UNCONFIRMED_WRITE,
        answer.request() + " was answered with a page instead of a redirect.");
  }

  private static BackofficeFailure refused(
      Answer answer, List<String> alerts, List<String> personal) {
    String finding =
        "Backoffice refused "
            + answer.request()
            + ", which was answered with "
            + answer.status()
            + (answer.redirects() ? " to its form" : "")
            + (alerts.isEmpty() ? ", without saying why" : ServerWords.quote(alerts, personal))
            + ".";
    return ServerWords.sayDuplicate(alerts, personal)
        ? new BackofficeFailure(Kind.DUPLICATE, finding, FREE_IT)
        : new BackofficeFailure(Kind.REFUSED, finding);
  }

  /** Seen from the base, as the protocol writes it: {@code /employee/edit/501}. */
  Optional<String> redirectPath(Answer answer) {
    return answer.redirectPath(origin).flatMap(this::withoutBase);
  }

  private Optional<String> withoutBase(String path) {
    String base = origin.base().encodedPath();
    return path.startsWith(base)
        ? Optional.of(path.substring(base.length() - 1))
        : Optional.empty();
  }

  private HttpUrl.Builder employeeUrl(String what, int employeeId) {
    return url("employee/" + what + "/" + employeeId);
  }

  HttpUrl.Builder url(String path) {
    return origin.base().newBuilder().addPathSegments(path);
  }
}
