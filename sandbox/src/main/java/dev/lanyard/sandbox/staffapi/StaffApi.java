package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.sandbox.http.Fault;
import dev.lanyard.sandbox.http.RefusedInput;
import dev.lanyard.sandbox.http.RemoteSystem;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/** The staff API as a whole: what every request must carry, and the routes. */
public final class StaffApi implements RemoteSystem {
  public static final String NAME = "staff-api";
  public static final long COMPANY = StaffSeed.COMPANY;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StaffRecords records;
  private final Supplier<StaffApiSwitches> switches;
  private final Clock clock;
  private final RateLimit rateLimit = new RateLimit();

  private final WebhookDeliveries deliveries;

  private StaffApi(
      StaffRecords records,
      Supplier<StaffApiSwitches> switches,
      WebhookDeliveries deliveries,
      Clock clock) {
    this.deliveries = deliveries;
    this.records = records;
    this.switches = switches;
    this.clock = clock;
  }

  public static StaffApi seeded(
      Supplier<StaffApiSwitches> switches, WebhookDeliveries deliveries, Clock clock) {
    return new StaffApi(new StaffRecords(StaffSeed.content()), switches, deliveries, clock);
  }

  /**
   * A company as {@link #content()} left it.
   *
   * @throws IOException when the content cannot be read
   */
  public static StaffApi restored(
      JsonNode content,
      ObjectMapper json,
      Supplier<StaffApiSwitches> switches,
      WebhookDeliveries deliveries,
      Clock clock)
      throws IOException {
    return new StaffApi(
        new StaffRecords(json.treeToValue(content, StaffRecords.Content.class)),
        switches,
        deliveries,
        clock);
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
    return new Routes(records, now, clock.instant()).answer(request, path);
  }

  private static Response tooMany(long opens) {
    return new ApiError(429, "rate_limit_exceeded", "Too many requests.")
        .response()
        .with("X-Ratelimit-Reset", Long.toString(opens));
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
      case REFUSED ->
          ApiError.unprocessable(List.of(fault.bodyText().orElse("Refused."))).response();
      case STATUS ->
          fault.statusOr(500) == 429
              ? tooMany(clock.instant().plus(fault.delay()).getEpochSecond() + 1)
              : new ApiError(fault.statusOr(500), "error", "A scripted fault.").response();
      default -> throw new IllegalArgumentException(fault.kind() + " has no answer here");
    };
  }

  @Override
  public void editInBetween(Request request, JsonNode change) {
    Matcher matcher = Routes.COMPANY_PATH.matcher(request.path().replace(".json", ""));
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

  /**
   * Adds or renames a site of the company.
   *
   * @param id empty for a new one
   * @return its id
   * @throws RefusedInput for an unknown id, or without a name
   */
  public long putSite(String id, JsonNode change) {
    List<StaffSite> sites = records.sites();
    Optional<StaffSite> before =
        sites.stream().filter(site -> Long.toString(site.id()).equals(id)).findFirst();
    String name = change.path("name").asText(before.map(StaffSite::name).orElse(""));
    String code = change.path("code").asText(before.map(StaffSite::code).orElse(""));
    if (name.isBlank() || (before.isEmpty() && !id.isEmpty())) {
      throw new RefusedInput(List.of("A site needs a name, and an id that exists or none"));
    }
    long stored =
        before
            .map(StaffSite::id)
            .orElseGet(() -> sites.stream().mapToLong(StaffSite::id).max().orElse(920) + 1);
    records.store(new StaffSite(stored, name, code));
    return stored;
  }

  /**
   * @throws RefusedInput for an unknown id
   */
  public void removeSite(String id) {
    if (!id.matches("[0-9]{1,18}") || !records.removeSite(Long.parseLong(id))) {
      throw new RefusedInput(List.of("No site of the company has the id " + id));
    }
  }

  @Override
  public void committed() {
    List<StaffRecords.Webhook> subscribed = List.copyOf(records.webhooks());
    records.takeEvents().forEach(event -> deliveries.announce(event, subscribed));
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
    all.put("sites", records.sites());
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
    line.put("mobile", member.mobile());
    line.put("fax", member.fax());
    line.put("image", member.image());
    line.put("tags", member.tags());
    line.put("code", member.code());
    line.put("deleted", member.deleted());
    return line;
  }
}
