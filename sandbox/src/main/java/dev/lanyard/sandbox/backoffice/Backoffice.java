package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.sandbox.http.Fault;
import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.RemoteSystem;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backoffice as a whole: sessions, routes, and the answers that scripted faults give. */
public final class Backoffice implements RemoteSystem {
  public static final String NAME = "backoffice";

  private static final Pattern NUMBERED = Pattern.compile("(/[a-z/]+)/([0-9]{1,18})");

  private final Records records;
  private final Supplier<BackofficeSwitches> switches;
  private final Clock clock;
  private final Sessions sessions;

  private Backoffice(Records records, Supplier<BackofficeSwitches> switches, Clock clock) {
    this.records = records;
    this.switches = switches;
    this.clock = clock;
    this.sessions = new Sessions(clock);
  }

  /** A new tenant with invented people; the same numbers give the same people. */
  public static Backoffice seeded(
      boolean flat, int employees, long seed, Supplier<BackofficeSwitches> switches, Clock clock) {
    return new Backoffice(
        new Records(Seed.content(SiteTree.seeded(flat), employees, seed)), switches, clock);
  }

  /**
   * A tenant as {@link #content()} left it.
   *
   * @throws IOException when the content cannot be read
   */
  public static Backoffice restored(
      JsonNode content, ObjectMapper json, Supplier<BackofficeSwitches> switches, Clock clock)
      throws IOException {
    return new Backoffice(
        new Records(json.treeToValue(content, Records.Content.class)), switches, clock);
  }

  public boolean isFlat() {
    return records.tree().flat();
  }

  /** Ends every session, as a restart of PHP would. */
  public void expireSessions() {
    sessions.endAll();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Turn enter(Request request) {
    return sessions.enter(request);
  }

  @Override
  public Response serve(Request request) {
    return withServerHeaders(answer(request));
  }

  private Response answer(Request request) {
    BackofficeSwitches now = switches.get();
    Optional<Session> session = sessions.of(request, now.sessionIdleSeconds());
    switch (request.path()) {
      case "/login":
        return loginPage(session);
      case "/login_check":
        return login(request, session, now);
      case "/logout":
        session.ifPresent(sessions::end);
        return Layout.redirect("/login");
      case "/forgot-password":
        return Response.html(200, Layout.login(List.of("Ask the owner of this sandbox.")));
      default:
        return session.filter(Session::isLoggedIn).isPresent()
            ? route(request, session.get(), now)
            : loggedOut(now.expirySignal());
    }
  }

  private Response loginPage(Optional<Session> session) {
    Session shown = session.orElseGet(() -> sessions.open(false));
    Response page = Response.html(200, Layout.login(shown.takeMessages("login")));
    return session.isPresent() ? page : withCookie(page, shown);
  }

  private Response login(Request request, Optional<Session> session, BackofficeSwitches now) {
    Fields form = request.form();
    boolean accepted =
        request.method().equals("POST")
            && session.isPresent() // step 1 of section 2.1 is not optional here
            && form.text("_username").equals(now.backofficeUsername())
            && form.text("_password").equals(now.backofficePassword());
    if (accepted) {
      if (!now.rotateSessionAtLogin()) {
        session.get().logIn();
        return Layout.redirect("/");
      }
      sessions.end(session.get());
      return withCookie(Layout.redirect("/"), sessions.open(true));
    }
    List<String> rejected = List.of("Invalid credentials.");
    if (now.badLogin() == BackofficeSwitches.BadLogin.PAGE) {
      return Response.html(200, Layout.login(rejected));
    }
    session.ifPresent(kept -> kept.keep("login", rejected, null));
    return Layout.redirect("/login");
  }

  private static Response withCookie(Response response, Session session) {
    return response.with("Set-Cookie", Sessions.COOKIE + "=" + session.id() + "; path=/; HttpOnly");
  }

  private static Response loggedOut(BackofficeSwitches.ExpirySignal signal) {
    return switch (signal) {
      case REDIRECT -> Layout.redirect("/login");
      case LOGIN_PAGE -> Response.html(200, Layout.login(List.of()));
      case UNAUTHORIZED -> Response.html(401, "<!DOCTYPE html><title>Unauthorized</title>");
      case FORBIDDEN -> Response.html(403, "<!DOCTYPE html><title>Forbidden</title>");
    };
  }

  private Response route(Request request, Session session, BackofficeSwitches now) {
    Outcome outcome = new Outcome(sessions);
    EmployeeRequests employees = new EmployeeRequests(records, now, outcome, clock);
    UserRequests users = new UserRequests(records, now, outcome);
    OtherPages others = new OtherPages(records.tree(), now);
    String path = request.path();
    Matcher numbered = NUMBERED.matcher(path);
    boolean hasId = numbered.matches();
    long id = hasId ? Long.parseLong(numbered.group(2)) : 0;
    int page = (int) Math.min(id, Integer.MAX_VALUE);
    return switch (request.method() + " " + (hasId ? numbered.group(1) + "/<id>" : path)) {
      case "GET /" -> others.dashboard();
      case "GET /employee" -> employees.list(request, 1);
      case "GET /employee/<id>" -> employees.list(request, page);
      case "GET /employee/create" -> employees.createPage(session);
      case "POST /employee/insert" -> employees.insert(request, session);
      case "GET /employee/edit/<id>" -> employees.editPage(session, id);
      case "POST /employee/update" -> employees.update(request, session);
      case "GET /employee/permissions/<id>" -> employees.permissionsPage(session, id);
      case "POST /employee/permissions/update" -> employees.updatePermissions(request);
      case "GET /employee/compensation/<id>" -> employees.compensationPage(session, id);
      case "POST /employee/compensation/update" -> employees.updateCompensation(request, session);
      case "GET /employee/checkunique", "POST /employee/checkunique" ->
          employees.checkUnique(request);
      case "GET /timesheet/<id>" -> employees.timesheet(id);
      case "GET /user" -> users.list(request, 1);
      case "GET /user/<id>" -> users.list(request, page);
      case "GET /user/create" -> users.createPage(session);
      case "POST /user/insert" -> users.insert(request, session);
      case "GET /user/permissions/<id>" -> users.permissionsPage(session, id);
      case "POST /user/permissions/update" -> users.updatePermissions(request, session);
      case "GET /user/edit/<id>" -> users.editPage(session, id);
      case "POST /user/update" -> users.update(request);
      case "GET /site/list" -> others.sites();
      case "GET /pos-permission-template/list" -> others.posTemplates();
      case "GET /bo-permission-template/list" -> others.webTemplates();
      default -> Layout.page(now, 404, "Page not found", "", "");
    };
  }

  private Response withServerHeaders(Response response) {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    return response // section 1, as captured
        .with("Server", "Sonnys Controls")
        .with("Cache-Control", "max-age=0, must-revalidate, no-cache, no-store, private")
        .with("Pragma", "no-cache")
        .with("Expires", now)
        .with("Strict-Transport-Security", "max-age=15768000")
        .with("X-Content-Type-Options", "nosniff")
        .with("Vary", "User-Agent");
  }

  @Override
  public Response play(Fault fault, Request request) {
    Response answer =
        switch (fault.kind()) {
          case LOGIN_PAGE -> {
            endSessionOf(request);
            yield Response.html(200, Layout.login(List.of()));
          }
          case LOGIN_REDIRECT -> {
            endSessionOf(request);
            yield Layout.redirect("/login");
          }
          case MAINTENANCE_PAGE ->
              Response.html(
                  fault.statusOr(200),
                  "<!DOCTYPE html><html><head><title>Maintenance</title></head>"
                      + "<body><h1>We will be right back</h1></body></html>");
          case STATUS ->
              Response.html(
                  fault.statusOr(500),
                  "<!DOCTYPE html><html><head><title>An Error Occurred</title></head>"
                      + "<body><h1>Oops! An Error Occurred</h1></body></html>");
          default -> throw new IllegalArgumentException(fault.kind() + " has no answer here");
        };
    if (answer.status() == 429) {
      long seconds = Math.max(1, (fault.delay().toMillis() + 999) / 1000);
      answer = answer.with("Retry-After", Long.toString(seconds));
    }
    return withServerHeaders(answer);
  }

  private void endSessionOf(Request request) {
    sessions.of(request, 0).ifPresent(sessions::end);
  }

  @Override
  public void editInBetween(Request request, JsonNode change) {
    Matcher numbered = NUMBERED.matcher(request.path());
    Fields form = request.form();
    long id =
        numbered.matches()
            ? Long.parseLong(numbered.group(2))
            : EmployeeRequests.id(form.last("employee[id]").orElse(form.text("employeeId")));
    if (records.employee(id).isPresent()) {
      edit(id, change);
    }
  }

  /**
   * Another person edits an employee, past every check of the forms.
   *
   * @param change see {@link EmployeeChange}; null for another phone number
   * @throws dev.lanyard.sandbox.http.RefusedInput for an unknown employee, key or value
   */
  public void edit(long id, JsonNode change) {
    new EmployeeChange(records, clock).apply(id, change);
  }

  @Override
  public Object content() {
    return records.content();
  }

  @Override
  public Runnable savepoint() {
    Records.Content before = records.content();
    return () -> records.restore(before);
  }

  @Override
  public boolean takeChanged() {
    return records.takeChanged();
  }

  @Override
  public Map<String, Object> view() {
    return new View(records, switches.get()).all();
  }
}
