package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.sandbox.http.Fault;
import dev.lanyard.sandbox.http.FaultKind;
import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.RateWindow;
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
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backoffice as a whole: sessions, routes, and the answers that scripted faults give. */
public final class Backoffice implements RemoteSystem {
  public static final String NAME = "backoffice";

  /** Pages with a form that is read to be posted. */
  private static final Pattern FORMS =
      Pattern.compile(
          "/employee/create|/user/create|/employee/(edit|permissions|compensation)/[0-9]+"
              + "|/user/permissions/[0-9]+");

  private static final Pattern NUMBERED = Pattern.compile("(/[a-z/]+)/([0-9]{1,18})");

  private final Records records;
  private final Supplier<BackofficeSwitches> switches;
  private final Clock clock;
  private final Sessions sessions;
  private final Logins logins;
  private final RateWindow limit = new RateWindow();

  private Backoffice(Records records, Supplier<BackofficeSwitches> switches, Clock clock) {
    this.records = records;
    this.switches = switches;
    this.clock = clock;
    this.sessions = new Sessions(clock);
    this.logins = new Logins(sessions, clock);
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

  /** Every locked username may log in again. */
  public void unlock() {
    logins.unlock();
  }

  /**
   * The tenant's administrators change sites, POS templates, POS permissions or departments.
   *
   * @param kind {@code sites}, {@code pos-templates}, {@code pos-permissions}, {@code departments}
   * @param id empty for a new one
   * @return its id
   * @throws dev.lanyard.sandbox.http.RefusedInput for an unknown id, key or value
   */
  public long put(String kind, String id, JsonNode change) {
    return new TenantChange(records).put(kind, id, change);
  }

  /** As {@link #put}; only sites and POS templates can be removed. */
  public void remove(String kind, String id) {
    new TenantChange(records).remove(kind, id);
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
    return withServerHeaders(answer(request, List.of()));
  }

  private Response answer(Request request, List<String> scripted) {
    BackofficeSwitches now = switches.get();
    LoginSwitches login = now.login();
    if (login.backofficePerWindow() > 0) {
      OptionalLong opens =
          limit.count(
              login.backofficePerWindow(), login.backofficeWindowSeconds(), clock.instant());
      if (opens.isPresent()) {
        return tooMany(opens.getAsLong() - clock.instant().getEpochSecond(), login.retryAfter());
      }
    }
    Optional<Session> session = sessions.of(request, login.sessionIdleSeconds());
    switch (request.path()) {
      case "/login":
        return logins.page(session);
      case "/login_check":
        return logins.logIn(request, session, login);
      case "/logout":
        session.ifPresent(sessions::end);
        return Layout.redirect("/login");
      case "/forgot-password":
        return Response.html(200, Layout.login(List.of("Ask the owner of this sandbox.")));
      default:
        if (session.filter(Session::isLoggedIn).isEmpty()) {
          return Logins.expired(login.expirySignal(), request);
        }
        if (login.forbiddenPaths().stream().anyMatch(request.path()::startsWith)) {
          return Logins.forbidden();
        }
        Response routed = route(request, session.get(), now, scripted);
        if (request.method().equals("GET")
            && FORMS.matcher(request.path()).matches()
            && session.get().countFormRead() == login.expireAfterFormReads()) {
          sessions.end(session.get());
        }
        return routed;
    }
  }

  private static Response tooMany(long seconds, boolean told) {
    Response answer =
        Response.html(429, "<!DOCTYPE html><title>Too Many Requests</title><h1>429</h1>");
    return told ? answer.with("Retry-After", Long.toString(Math.max(1, seconds))) : answer;
  }

  private Response route(
      Request request, Session session, BackofficeSwitches now, List<String> scripted) {
    Outcome outcome = new Outcome(sessions, now.page(), session, request);
    EmployeeRequests employees = new EmployeeRequests(records, now, outcome, scripted, clock);
    UserRequests users = new UserRequests(records, now, outcome, scripted);
    OtherPages others = new OtherPages(records.tree(), records.catalogue(), now.page());
    String path = request.path();
    Matcher numbered = NUMBERED.matcher(path);
    boolean hasId = numbered.matches();
    long id = hasId ? Long.parseLong(numbered.group(2)) : 0;
    int page = (int) Math.min(id, Integer.MAX_VALUE);
    return switch (request.method() + " " + (hasId ? numbered.group(1) + "/<id>" : path)) {
      case "GET /" -> others.dashboard();
      case "GET /employee" -> employees.list(request, 0);
      case "GET /employee/<id>" -> employees.list(request, Math.max(1, page));
      case "GET /employee/create" -> employees.createPage();
      case "POST /employee/insert" -> employees.insert(request);
      case "GET /employee/edit/<id>" -> employees.editPage(id);
      case "POST /employee/update" -> employees.update(request);
      case "GET /employee/permissions/<id>" -> employees.permissionsPage(id);
      case "POST /employee/permissions/update" -> employees.updatePermissions(request);
      case "GET /employee/compensation/<id>" -> employees.compensationPage(id);
      case "POST /employee/compensation/update" -> employees.updateCompensation(request);
      case "GET /employee/checkunique", "POST /employee/checkunique" ->
          employees.checkUnique(request);
      case "GET /timesheet/<id>" -> employees.timesheet(id);
      case "GET /user" -> users.list(request, 1);
      case "GET /user/<id>" -> users.list(request, Math.max(1, page));
      case "GET /user/create" -> users.createPage();
      case "POST /user/insert" -> users.insert(request);
      case "GET /user/permissions/<id>" -> users.permissionsPage(id);
      case "POST /user/permissions/update" -> users.updatePermissions(request);
      case "GET /user/edit/<id>" -> users.editPage(id);
      case "POST /user/update" -> users.update(request);
      case "GET /site/list" -> others.sites();
      case "GET /pos-permission-template/list" -> others.posTemplates();
      case "GET /bo-permission-template/list" -> others.webTemplates();
      default -> Layout.page(now.page(), 404, "Page not found", Layout.NOTHING);
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
    if (fault.kind() == FaultKind.REFUSED) {
      return withServerHeaders(answer(request, List.of(fault.bodyText().orElse("Refused."))));
    }
    Response answer =
        switch (fault.kind()) {
          case SESSION_ENDS -> {
            endSessionOf(request);
            yield Response.empty(204);
          }
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
    return records.savepoint();
  }

  @Override
  public boolean takeChanged() {
    return records.takeChanged();
  }

  @Override
  public Map<String, Object> view() {
    return view(Integer.MAX_VALUE);
  }

  /**
   * @param most how many employees, the newest of them
   */
  public Map<String, Object> view(int most) {
    return new View(records, switches.get()).all(most);
  }
}
