package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.http.OutboundHttp;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;

/**
 * The staff API's endpoints of one company. Every method may throw {@link StaffApiException}; none
 * repeats a request, but for one that an expired token had kept from being done.
 */
public final class StaffApiClient {

  private final Transport transport;
  private final Endpoints endpoints;
  private final RequestBudget budget;

  /**
   * @param origin ends in {@code /v1/}; the only one that the credentials go to
   * @param timeout for a whole request
   * @param limit of all requests of this client
   * @param clock tells how long a rate limit lasts, when the server does not tell its own time
   */
  public StaffApiClient(
      RemoteOrigin origin,
      Authorization authorization,
      long companyId,
      Duration timeout,
      RequestLimit limit,
      Clock clock) {
    this.budget = new RequestBudget(limit, clock);
    this.transport =
        new Transport(OutboundHttp.client(timeout), origin, authorization, budget, clock);
    this.endpoints = new Endpoints(origin, transport, companyId);
  }

  /** What activities are let in by. */
  public RequestBudget budget() {
    return budget;
  }

  /** The same connection's webhook endpoints. */
  public WebhookClient webhooks() {
    return new WebhookClient(endpoints, transport);
  }

  /**
   * The company that the credentials belong to; several where the answer lists them, which the
   * documents do not rule out.
   */
  public List<Company> companies() {
    JsonAt json = endpoints.one(endpoints.root("companies", "me"));
    List<JsonAt> rows = json.json().isArray() ? json.rows() : List.of(json);
    return rows.stream()
        .map(row -> new Company(row.id("id"), row.mark("name").orElse("")))
        .toList();
  }

  /** The company's sites. */
  public List<StaffSite> sites() {
    return endpoints.list(endpoints.url("sites")).stream().map(StaffApiClient::site).toList();
  }

  /** One site; empty when the company has none with this id. */
  public Optional<StaffSite> site(long id) {
    return endpoints.found(endpoints.url("sites", Long.toString(id))).map(StaffApiClient::site);
  }

  /** All staff members, as abridged as the list shows them. */
  public List<StaffRow> staff() {
    return endpoints.list(endpoints.url("staff")).stream().map(MemberJson::row).toList();
  }

  /** The administrators, who may or may not be in {@link #staff} too. */
  public List<StaffRow> admins() {
    return endpoints.list(endpoints.url("staff", "admins")).stream().map(MemberJson::row).toList();
  }

  /** The caller, as far as the credentials are a person's. */
  public StaffMember me() {
    return MemberJson.member(endpoints.one(endpoints.url("staff", "me")));
  }

  /** One staff member in full; empty when there is none. */
  public Optional<StaffMember> member(long id) {
    return endpoints.found(at(id)).map(json -> MemberJson.member(json, id));
  }

  /** The ids of a staff member's sites, ascending; empty when there is no such member. */
  public Optional<Set<Long>> sitesOf(long id) {
    return endpoints
        .listOf(endpoints.url("staff", Long.toString(id), "sites"))
        .map(rows -> new TreeSet<>(rows.stream().map(row -> row.id("id")).toList()));
  }

  /** A staff member's postal addresses, of which the record shows two; empty when there is none. */
  public Optional<List<StaffAddress>> addressesOf(long id) {
    return endpoints
        .listOf(endpoints.url("staff", Long.toString(id), "addresses"))
        .map(rows -> rows.stream().map(MemberJson::address).toList());
  }

  /**
   * Creates a staff member, which sends the invitation.
   *
   * @return the id by the answer's {@code Location}; empty when the server did not tell it
   * @throws StaffApiException {@code REFUSED} without a request when the body has {@link
   *     NewStaffMember#problems}
   */
  public Optional<Long> create(NewStaffMember member, WriteGuard guard) {
    HttpUrl url = endpoints.url("staff");
    requireGood("POST", url, member.problems());
    return endpoints.createdId(
        url, transport.write("POST", url, member.body(), member.personal(), guard));
  }

  /**
   * Changes a staff member.
   *
   * @return false when there is no such member
   * @throws StaffApiException {@code REFUSED} without a request when the body has {@link
   *     StaffUpdate#problems}
   */
  public boolean update(long id, StaffUpdate update, WriteGuard guard) {
    requireGood("PUT", at(id), update.problems());
    return !transport.write("PUT", at(id), update.body(), update.personal(), guard).notFound();
  }

  /**
   * Deletes a staff member, for good.
   *
   * @return false when there is no such member
   */
  public boolean delete(long id, WriteGuard guard) {
    return !transport.delete(at(id), guard).notFound();
  }

  private HttpUrl at(long id) {
    return endpoints.url("staff", Long.toString(id));
  }

  private static StaffSite site(JsonAt json) {
    return new StaffSite(json.id("id"), json.text("name"));
  }

  private static void requireGood(String method, HttpUrl url, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new StaffApiException(
          Kind.REFUSED,
          method
              + " "
              + url.encodedPath()
              + " was not sent, it would be refused: "
              + String.join("; ", problems));
    }
  }
}
