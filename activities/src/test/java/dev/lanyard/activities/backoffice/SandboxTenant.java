package dev.lanyard.activities.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.Password;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.webuser.SealedPassword;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.pin.SealedPin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A Backoffice of the sandbox's, the activities on it, and a look behind the scenes. */
final class SandboxTenant implements AutoCloseable {

  static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  static final PosUserId JANES_ID = PosUserId.of(12345);
  static final Pin PIN = Pin.of(48213);
  static final Duration HTTP_TIMEOUT = Duration.ofSeconds(20);
  static final Duration SETTLE_DELAY = Duration.ofSeconds(21);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final Sandbox sandbox;
  private final Keys keys;
  private final OkHttpClient http = new OkHttpClient();
  final AtomicReference<BackofficeCredentials> credentials = new AtomicReference<>();
  LinkField linkField = LinkField.NONE;
  boolean greeterRule = true;
  Set<Unproven> unproven = Set.of();
  int sessions = 1;
  Duration discoveryAge = BackofficeSettings.DISCOVERY_AGE;
  Set<String> expectedSites = Set.of();
  private AlteredPages altered;

  private SandboxTenant(Sandbox sandbox, Keys keys) {
    this.sandbox = sandbox;
    this.keys = keys;
    credentials.set(
        new BackofficeCredentials(sandbox.backofficeUsername(), sandbox.backofficePassword()));
  }

  static SandboxTenant start(SandboxOptions options, Path folder) throws IOException {
    return start(options, Keys.create(folder.resolve("keys")));
  }

  static SandboxTenant start(SandboxOptions options, Keys keys) {
    try {
      return new SandboxTenant(
          Sandbox.start(options.withSetting("bulkyNavigation", "false")), keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The activities as the worker makes them, with a login of their own. */
  BackofficeActivitiesImpl activities(Attempts attempts) {
    return activities(attempts, HTTP_TIMEOUT);
  }

  BackofficeActivitiesImpl activities(Attempts attempts, Duration httpTimeout) {
    BackofficeSettings settings = settings(httpTimeout);
    return new BackofficeActivitiesImpl(settings.connect(), settings, keys.pinOpener(), attempts);
  }

  /** The web users' activities, with a login of their own. */
  WebUserActivitiesImpl webUsers(Attempts attempts) {
    BackofficeSettings settings = settings();
    return new WebUserActivitiesImpl(
        settings.connect(),
        settings,
        keys.passwordSealer(),
        keys.passwordOpener(),
        attempts,
        new SecureRandom());
  }

  SealedPassword seal(Password password, EmployeeNumber boundTo) {
    return new SealedPassword(keys.passwordSealer().seal(password, boundTo.value()));
  }

  Password open(SealedPassword sealed, EmployeeNumber boundTo) {
    return keys.passwordOpener().open(sealed.ciphertext(), boundTo.value());
  }

  /** The sandbox's own records of web users. */
  JsonNode webUserRecords() {
    return call("GET", "state", null).path("backoffice").path("users");
  }

  /** The one of this user name. */
  JsonNode webUserRecord(String username) {
    for (JsonNode user : webUserRecords()) {
      if (user.path("username").asText().equals(username)) {
        return user;
      }
    }
    throw new AssertionError("no web user " + username);
  }

  /** Somebody who uses this Backoffice by hand. */
  PersonAtBackoffice person() {
    return new PersonAtBackoffice(sandbox);
  }

  /** Without a trailing slash. */
  URI url() {
    return sandbox.backofficeUrl();
  }

  /** The same, for employees who exist. */
  EmployeeChangeActivitiesImpl changes(Attempts attempts) {
    return changes(attempts, HTTP_TIMEOUT);
  }

  EmployeeChangeActivitiesImpl changes(Attempts attempts, Duration httpTimeout) {
    BackofficeSettings settings = settings(httpTimeout);
    return new EmployeeChangeActivitiesImpl(
        settings.connect(), settings, keys.pinOpener(), attempts);
  }

  BackofficeSettings settings() {
    return settings(HTTP_TIMEOUT);
  }

  private BackofficeSettings settings(Duration httpTimeout) {
    return new BackofficeSettings(
        RemoteOrigin.parse(altered == null ? sandbox.backofficeUrl().toString() : altered.url()),
        credentials::get,
        httpTimeout,
        SETTLE_DELAY,
        sessions,
        linkField,
        greeterRule,
        discoveryAge,
        expectedSites,
        unproven);
  }

  /** From now on new activities see the pages as this has them. */
  AlteredPages alteredPages() {
    if (altered == null) {
      altered = AlteredPages.of(sandbox.backofficeUrl().toString());
    }
    return altered;
  }

  SealedPin seal(Pin pin, EmployeeNumber boundTo) {
    return new SealedPin(keys.pinSealer().seal(pin, boundTo.value()));
  }

  SealedPin pin() {
    return seal(PIN, JANE);
  }

  /** Jane Doe at Wash 37135, a General User. */
  static Hire hire() {
    return hireAt(SiteChoice.of(List.of("Wash 37135")));
  }

  static Hire hireAt(SiteChoice sites) {
    return hire(JANES_ID, "jane.doe@example.com", sites);
  }

  static Hire hire(PosUserId posUserId, String email, SiteChoice sites) {
    return new Hire(
        "Jane",
        "Doe",
        Optional.of("(615) 555-1234"),
        Optional.of(email),
        posUserId,
        new BigDecimal("15.50"),
        LocalDate.of(2026, 5, 1),
        sites,
        "General User",
        List.of(),
        Optional.empty());
  }

  BackofficePlan plan() {
    return plan(hire());
  }

  /** What a pre-flight check resolves, even when Jane exists already. */
  BackofficePlan plan(Hire hire) {
    BackofficeFindings findings =
        activities(FakeAttempt.first()).preFlight(new BackofficePreFlight(JANE, hire));
    if (findings.target().isEmpty()) {
      throw new AssertionError(findings.problems().stream().map(Finding::text).toList().toString());
    }
    return plan(hire, findings.target().orElseThrow());
  }

  BackofficePlan plan(Hire hire, BackofficeTarget target) {
    return new BackofficePlan(
        hire.posUserId(),
        hire.firstName(),
        hire.lastName(),
        hire.phone(),
        hire.email(),
        hire.startDate(),
        hire.wageRate(),
        hire.overtimeRate().orElse(new BigDecimal("23.25")),
        target,
        hire.emergencyName(),
        hire.emergencyPhone(),
        hire.noOvertime());
  }

  CreateEmployee createRequest(BackofficePlan plan) {
    return new CreateEmployee(JANE, plan, pin());
  }

  /** Created and granted, as the runs before a later step leave it. */
  EmployeeCreated createAndGrant(BackofficePlan plan) {
    BackofficeActivitiesImpl activities = activities(FakeAttempt.first());
    EmployeeCreated created = activities.createEmployee(createRequest(plan));
    var granted = activities.grantPermissionTemplate(new GrantTemplate(created.employeeId(), plan));
    if (!granted.written()) {
      throw new AssertionError("a new employee had the permissions already");
    }
    return created;
  }

  /** The sandbox's own records of this POS user ID. */
  List<JsonNode> records(PosUserId posUserId) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode employee : employees()) {
      if (employee.path("posUserId").asText().equals(posUserId.toString())) {
        found.add(employee);
      }
    }
    return found;
  }

  JsonNode employees() {
    return call("GET", "state", null).path("backoffice").path("employees");
  }

  JsonNode jane() {
    List<JsonNode> records = records(JANES_ID);
    if (records.size() != 1) {
      throw new AssertionError(records.size() + " records of POS user ID " + JANES_ID);
    }
    return records.get(0);
  }

  /** The first one, who is not Jane. */
  JsonNode somebody(boolean active) {
    for (JsonNode employee : employees()) {
      if (employee.path("active").asBoolean() == active) {
        return employee;
      }
    }
    throw new AssertionError("nobody");
  }

  /** Requests to Backoffice as {@code "POST /employee/insert"}, in order of arrival. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (JsonNode request : call("GET", "requests", null)) {
      if (request.path("system").asText().equals("backoffice")) {
        requests.add(request.path("method").asText() + " " + request.path("path").asText());
      }
    }
    return requests;
  }

  long count(String request) {
    return requests().stream().filter(request::equals).count();
  }

  /** How many requests were sent that write, logins not counted. */
  long writes() {
    return requests().stream()
        .filter(r -> r.startsWith("POST ") && !r.equals("POST /login_check"))
        .count();
  }

  void forgetRequests() {
    call("DELETE", "requests", null);
  }

  /** The first matching request suffers this. */
  void fault(String method, String path, String kind) {
    fault(method, path, kind, "");
  }

  /**
   * @param more further members, such as {@code , "status": 500}
   */
  void fault(String method, String path, String kind, String more) {
    call(
        "POST",
        "faults",
        """
        [{"system":"backoffice","method":"%s","path":"%s","kind":"%s"%s}]
        """
            .formatted(method, path, kind, more));
  }

  /** Waits for a late commit; the sandbox answers as soon as it has happened. */
  void awaitRecord(PosUserId posUserId) {
    while (records(posUserId).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** Another person changes the record, see the sandbox's {@code EmployeeChange}. */
  void edit(int employeeId, String change) {
    call("POST", "employees/" + employeeId, change);
  }

  void expireSessions() {
    call("POST", "expire-sessions", "{}");
  }

  /** The bot may not see these any more. */
  void hideSites(Integer... ids) {
    call("POST", "settings", "{\"hiddenSites\":" + List.of(ids) + "}");
  }

  void setting(String name, String value) {
    call("POST", "settings", "{\"%s\":\"%s\"}".formatted(name, value));
  }

  /** A page as a logged-in caller gets it, decompressed. */
  String rawPage(String pathAndQuery) {
    OkHttpClient own = http.newBuilder().followRedirects(false).build();
    String cookie = cookieOf(own, new Request.Builder().url(sandbox.backofficeUrl() + "/login"));
    cookie =
        cookieOf(
            own,
            new Request.Builder()
                .url(sandbox.backofficeUrl() + "/login_check")
                .header("Cookie", cookie)
                .post(
                    new FormBody.Builder()
                        .add("_username", sandbox.backofficeUsername())
                        .add("_password", sandbox.backofficePassword())
                        .build()));
    try (Response response =
        own.newCall(
                new Request.Builder()
                    .url(sandbox.backofficeUrl() + pathAndQuery)
                    .header("Cookie", cookie)
                    .build())
            .execute()) {
      return response.body().string();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cookieOf(OkHttpClient http, Request.Builder request) {
    try (Response response = http.newCall(request.build()).execute()) {
      return response.header("Set-Cookie").replaceFirst(";.*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode call(String method, String path, String body) {
    RequestBody payload = body == null ? null : RequestBody.create(body, JSON_TYPE);
    Request request =
        new Request.Builder()
            .url(sandbox.backofficeUrl() + "/_sandbox/" + path)
            .method(method, payload)
            .build();
    try (Response response = http.newCall(request).execute()) {
      String text = response.body().string();
      if (!response.isSuccessful()) {
        throw new AssertionError(method + " " + path + ": " + response.code() + " " + text);
      }
      return text.isBlank() ? JSON.nullNode() : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (altered != null) {
      altered.close();
    }
    sandbox.close();
  }
}
