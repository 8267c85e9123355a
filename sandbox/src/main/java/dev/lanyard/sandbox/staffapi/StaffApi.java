package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.http.Fault;
import dev.lanyard.sandbox.http.RemoteSystem;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The staff API as a whole: what every request must carry, and the routes. */
public final class StaffApi implements RemoteSystem {
  public static final String NAME = "staff-api";
  public static final long COMPANY = StaffSeed.COMPANY;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COMPANY_PATH =
      Pattern.compile("/v1/companies/([0-9]{1,18})/([a-z]+)(?:/([a-z]+|[0-9]{1,18}))?(/[a-z]+)?");

  private final StaffRecords records;
  private final Supplier<StaffApiSwitches> switches;
  private final Clock clock;
  private final RateLimit rateLimit = new RateLimit();

  private StaffApi(StaffRecords records, Supplier<StaffApiSwitches> switches, Clock clock) {
    this.records = records;
    this.switches = switches;
    this.clock = clock;
  }

  public static StaffApi seeded(Supplier<StaffApiSwitches> switches, Clock clock) {
    return new StaffApi(new StaffRecords(StaffSeed.content()), switches, clock);
  }

  /**
   * A company as {@link #content()} left it.
   *
   * @throws IOException when the content cannot be read
   */
  public static StaffApi restored(
      JsonNode content, ObjectMapper json, Supplier<StaffApiSwitches> switches, Clock clock)
      throws IOException {
    return new StaffApi(
        new StaffRecords(json.treeToValue(content, StaffRecords.Content.class)), switches, clock);
  }

  /** Every access token given out so far is expired from now on. */
  public void expireTokens() {
    records.expireTokens(clock.instant());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Turn enter(Request request) {
    return () -> {};
  }

  @Override
  public Response serve(Request request) {
    try {
      return answer(request);
    } catch (ApiError refused) {
      return refused.response();
    }
  }

  private Response answer(Request request) {
    boolean suffixed = request.path().endsWith(".json");
    String path =
        suffixed ? request.path().substring(0, request.path().length() - 5) : request.path();
    if (!suffixed && !request.header("accept").orElse("").contains("application/json")) {
      throw new ApiError(
          406, "not_acceptable", "Append .json to the path or send Accept: application/json.");
    }
    StaffApiSwitches now = switches.get();
    if (path.equals("/v1/token")) {
      return new TokenEndpoint(records, now, clock).answer(request);
    }
    Gate.Pass pass = new Gate(records, now, clock).check(request);
    OptionalLong opens = rateLimit.count(pass, now, clock.instant());
    if (opens.isPresent()) {
      return tooMany(opens.getAsLong());
    }
    if (path.equals("/v1/companies/me")) {
      return get(request, company());
    }
    Matcher matcher = COMPANY_PATH.matcher(path);
    if (!matcher.matches()) {
      throw ApiError.notFound("The address");
    }
    if (Long.parseLong(matcher.group(1)) != COMPANY) {
      throw new ApiError(403, "forbidden", "These credentials belong to another company.");
    }
    String item = Optional.ofNullable(matcher.group(3)).orElse("");
    String under = Optional.ofNullable(matcher.group(4)).orElse("");
    return switch (matcher.group(2)) {
      case "sites" -> sites(request, item + under);
      case "staff" -> staff(request, item, under, now);
      case "webhooks" -> webhooks(request, item + under);
      default -> throw ApiError.notFound("The address");
    };
  }

  private static Response tooMany(long opens) {
    return new ApiError(429, "rate_limit_exceeded", "Too many requests.")
        .response()
        .with("X-Ratelimit-Reset", Long.toString(opens));
  }

  private static ObjectNode company() {
    return JSON.createObjectNode().put("id", COMPANY).put("name", "Sandbox Washes");
  }

  private static Response sites(Request request, String item) {
    if (item.isEmpty()) {
      allow(request, "GET");
      return Pages.of(StaffSite.ALL.stream().map(StaffJson::site).toList(), request);
    }
    return StaffSite.ALL.stream()
        .filter(site -> item.equals(Long.toString(site.id())))
        .findFirst()
        .map(site -> get(request, StaffJson.site(site)))
        .orElseThrow(() -> ApiError.notFound("The site"));
  }

  private Response staff(Request request, String item, String under, StaffApiSwitches now) {
    StaffRequests writes = new StaffRequests(records, now, clock.instant());
    if (item.isEmpty()) {
      allow(request, "GET", "POST");
      return request.method().equals("GET")
          ? list(records.present(), request, now)
          : created(request, "staff", writes.create(body(request)).id());
    }
    if (item.equals("admins") && under.isEmpty()) {
      allow(request, "GET");
      return list(records.present().stream().filter(StaffMember::admin).toList(), request, now);
    }
    if (item.equals("me") && under.isEmpty()) {
      return get(request, StaffJson.complete(records.present(StaffSeed.OWNER).orElseThrow()));
    }
    StaffMember member =
        records
            .present(item.matches("[0-9]+") ? Long.parseLong(item) : 0)
            .orElseThrow(() -> ApiError.notFound("The staff member"));
    switch (under) {
      case "/sites":
        allow(request, "GET");
        return Pages.of(
            StaffSite.ALL.stream()
                .filter(site -> member.sites().contains(site.id()))
                .map(StaffJson::site)
                .toList(),
            request);
      case "/addresses":
        return get(request, StaffJson.addresses(member));
      case "":
        allow(request, "GET", "PUT", "DELETE");
        return switch (request.method()) {
          case "PUT" -> json(StaffJson.complete(writes.update(member, body(request))));
          case "DELETE" -> writes.delete(member);
          default -> json(StaffJson.complete(member));
        };
      default:
        throw ApiError.notFound("The address");
    }
  }

  private static Response list(
      List<StaffMember> members, Request request, StaffApiSwitches switches) {
    return Pages.of(
        members.stream()
            .map(member -> StaffJson.abridged(member, switches.listsLackEmailAndCode()))
            .toList(),
        request);
  }

  private Response webhooks(Request request, String item) {
    WebhookRequests writes = new WebhookRequests(records, clock.instant());
    if (item.isEmpty()) {
      allow(request, "GET", "POST");
      return request.method().equals("GET")
          ? Pages.of(records.webhooks().stream().map(WebhookRequests::json).toList(), request)
          : created(request, "webhooks", writes.create(body(request)).id());
    }
    allow(request, "GET", "PUT", "DELETE");
    StaffRecords.Webhook webhook =
        records
            .webhook(item.matches("[0-9]+") ? Long.parseLong(item) : 0)
            .orElseThrow(() -> ApiError.notFound("The webhook"));
    return switch (request.method()) {
      case "PUT" -> json(WebhookRequests.json(writes.update(webhook, body(request))));
      case "DELETE" -> {
        records.remove(webhook);
        yield Response.empty(204);
      }
      default -> json(WebhookRequests.json(webhook));
    };
  }

  /** 201, a Location, and no body: whoever wants the resource follows it. */
  private static Response created(Request request, String resource, long id) {
    String host = request.header("host").orElse("127.0.0.1");
    return Response.empty(201)
        .with(
            "Location",
            "http://" + host + "/v1/companies/" + COMPANY + "/" + resource + "/" + id + ".json");
  }

  private static Response get(Request request, JsonNode json) {
    allow(request, "GET");
    return json(json);
  }

  private static Response json(JsonNode json) {
    return Response.json(200, json.toString());
  }

  private static void allow(Request request, String... methods) {
    if (!List.of(methods).contains(request.method())) {
      throw new ApiError(405, "method_not_allowed", "Allowed: " + List.of(methods) + ".");
    }
  }

  private static JsonNode body(Request request) {
    if (!request.contentType().equals("application/json")) {
      throw new ApiError(400, "bad_request", "The content type must be application/json.");
    }
    JsonNode body;
    try {
      body = JSON.readTree(request.body());
    } catch (JsonProcessingException malformed) {
      throw new ApiError(400, "bad_request", "The body is no JSON.");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (!body.isObject()) {
      throw new ApiError(400, "bad_request", "The body must be a JSON object.");
    }
    return body;
  }

  @Override
  public Response play(Fault fault, Request request) {
    return switch (fault.kind()) {
      case EXPIRED_TOKEN -> ApiError.expiredToken().response();
      case HTML_BODY ->
          Response.html(
              fault.statusOr(502), "<html><body><h1>502 Bad Gateway</h1>proxy</body></html>");
      case MAINTENANCE_PAGE ->
          Response.html(fault.statusOr(200), "<html><body><h1>Maintenance</h1></body></html>");
      case STATUS ->
          fault.statusOr(500) == 429
              ? tooMany(clock.instant().plus(fault.delay()).getEpochSecond() + 1)
              : new ApiError(fault.statusOr(500), "error", "A scripted fault.").response();
      default -> throw new IllegalArgumentException(fault.kind() + " has no answer here");
    };
  }

  @Override
  public void editInBetween(Request request, JsonNode change) {
    Matcher matcher = COMPANY_PATH.matcher(request.path().replace(".json", ""));
    if (matcher.matches()
        && matcher.group(2).equals("staff")
        && matcher.group(3) != null
        && matcher.group(3).matches("[0-9]+")) {
      JsonNode edit =
          change == null || change.isEmpty()
              ? JSON.createObjectNode().put("phone", "+1 555 019 9999")
              : change;
      StaffRequests writes = new StaffRequests(records, switches.get(), clock.instant());
      records
          .present(Long.parseLong(matcher.group(3)))
          .ifPresent(member -> writes.edit(member, edit));
    }
  }

  @Override
  public Object content() {
    return records.content();
  }

  @Override
  public Runnable savepoint() {
    StaffRecords.Content before = records.content();
    return () -> records.restore(before);
  }

  @Override
  public boolean takeChanged() {
    return records.takeChanged();
  }

  @Override
  public Map<String, Object> view() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("companyId", COMPANY);
    all.put("staff", records.everyone().stream().map(StaffApi::line).toList());
    all.put("invitations", records.invitations());
    all.put("widenings", records.widenings());
    all.put("webhooks", records.webhooks().stream().map(WebhookRequests::json).toList());
    all.put("sites", StaffSite.ALL);
    return all;
  }

  private static Map<String, Object> line(StaffMember member) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", member.id());
    line.put("first_name", member.firstName());
    line.put("last_name", member.lastName());
    line.put("primary_email_address", member.primaryEmail());
    line.put("phone", member.phone());
    line.put("is_admin", member.admin());
    line.put("permissions", member.permissions());
    line.put("sites", member.sites());
    line.put("tags", member.tags());
    line.put("code", member.code());
    line.put("deleted", member.deleted());
    return line;
  }
}
