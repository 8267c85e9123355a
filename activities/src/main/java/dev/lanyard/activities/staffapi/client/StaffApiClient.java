package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.http.OutboundHttp;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The staff API's endpoints of one company. Every method may throw {@link StaffApiException}; none
 * repeats a request.
 */
public final class StaffApiClient {

  private static final Pattern LAST_SEGMENT = Pattern.compile("([1-9]\\d{0,18})(?:\\.json)?");

  private final RemoteOrigin origin;
  private final HttpUrl company;
  private final Transport transport;
  private final Pages pages;

  /**
   * @param origin ends in {@code /v1/}; the only one that the credentials go to
   * @param timeout for a whole request
   * @param clock tells how long a rate limit lasts, when the server does not tell its own time
   */
  public StaffApiClient(
      RemoteOrigin origin,
      Authorization authorization,
      long companyId,
      Duration timeout,
      Clock clock) {
    this.origin = origin;
    this.company =
        origin
            .base()
            .newBuilder()
            .addPathSegment("companies")
            .addPathSegment(Long.toString(companyId))
            .build();
    this.transport = new Transport(OutboundHttp.client(timeout), origin, authorization, clock);
    this.pages = new Pages(transport, origin);
  }

  /** The company's sites. */
  public List<StaffSite> sites() {
    return list("sites").stream()
        .map(row -> new StaffSite(row.id("id"), row.text("name")))
        .toList();
  }

  /** All staff members, as abridged as the list shows them. */
  public List<StaffRow> staff() {
    return list("staff").stream().map(StaffApiClient::row).toList();
  }

  /** The administrators, who may or may not be in {@link #staff} too. */
  public List<StaffRow> admins() {
    return list("staff", "admins").stream().map(StaffApiClient::row).toList();
  }

  /** One staff member in full; empty when there is none. */
  public Optional<StaffMember> member(long id) {
    HttpUrl url = url("staff", Long.toString(id));
    Answer answer = transport.get(url, Optional.empty());
    return answer.notFound()
        ? Optional.empty()
        : Optional.of(member(JsonAt.root(url.encodedPath(), answer.json().orElseThrow()), id));
  }

  /** The ids of a staff member's sites, ascending; empty when there is no such member. */
  public Optional<Set<Long>> sitesOf(long id) {
    return pages
        .read(url("staff", Long.toString(id), "sites"))
        .map(rows -> new TreeSet<>(rows.stream().map(row -> row.id("id")).toList()));
  }

  /**
   * Creates a staff member, which sends the invitation.
   *
   * @return the id by the answer's {@code Location}; empty when the server did not tell it
   */
  public Optional<Long> create(NewStaffMember member) {
    HttpUrl url = url("staff");
    Answer answer = transport.write("POST", url, member.body(), member.personal());
    if (answer.notFound()) {
      throw noList(url, "POST");
    }
    return Optional.ofNullable(answer.headers().get("Location"))
        .map(url::resolve)
        .filter(origin::owns)
        .map(location -> LAST_SEGMENT.matcher(last(location.pathSegments())))
        .filter(Matcher::matches)
        .map(matcher -> new BigInteger(matcher.group(1)))
        .filter(id -> id.bitLength() < Long.SIZE)
        .map(BigInteger::longValueExact);
  }

  /**
   * Sets a staff member's access.
   *
   * @return false when there is no such member
   */
  public boolean update(long id, StaffUpdate update) {
    HttpUrl url = url("staff", Long.toString(id));
    return !transport.write("PUT", url, update.body(), List.of()).notFound();
  }

  private List<JsonAt> list(String... segments) {
    HttpUrl url = url(segments);
    return pages.read(url).orElseThrow(() -> noList(url, "GET"));
  }

  private HttpUrl url(String... segments) {
    HttpUrl.Builder url = company.newBuilder();
    for (int i = 0; i < segments.length; i++) {
      url.addPathSegment(i < segments.length - 1 ? segments[i] : segments[i] + ".json");
    }
    return url.build();
  }

  private static StaffRow row(JsonAt row) {
    boolean complete = row.has("code") && row.has("primary_email_address");
    return new StaffRow(
        row.id("id"),
        row.mark("updated_at"),
        complete ? Optional.of(identity(row)) : Optional.empty());
  }

  private static StaffMember member(JsonAt json, long asked) {
    long id = json.id("id");
    if (id != asked) {
      throw new StaffApiException(
          Kind.CHANGED, "GET " + json.path() + " answered with staff member " + id);
    }
    boolean admin = json.flag("is_admin");
    Set<String> permissions = new TreeSet<>();
    // Left out for administrators.
    if (!admin || json.json().hasNonNull("permissions")) {
      json.rows("permissions").forEach(row -> permissions.add(row.text("code")));
    }
    return new StaffMember(
        id,
        json.optionalText("first_name").orElse(""),
        json.optionalText("last_name").orElse(""),
        admin,
        identity(json),
        permissions);
  }

  private static StaffIdentity identity(JsonAt json) {
    Optional<String> primary = json.optionalText("primary_email_address");
    Set<String> emails = new LinkedHashSet<>(json.optionalTexts("email_addresses"));
    primary.ifPresent(emails::add);
    return new StaffIdentity(json.optionalText("code"), primary, emails);
  }

  private static String last(List<String> segments) {
    return segments.get(segments.size() - 1);
  }

  private static StaffApiException noList(HttpUrl url, String method) {
    return new StaffApiException(
        Kind.CHANGED,
        "%s %s answered 404. Check the staff API's base URL and company id."
            .formatted(method, url.encodedPath()));
  }
}
