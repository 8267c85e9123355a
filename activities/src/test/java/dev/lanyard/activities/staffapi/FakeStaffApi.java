package dev.lanyard.activities.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * The staff API of company 5678 over real HTTP, with the oddities that a sandbox would not have.
 */
final class FakeStaffApi extends Dispatcher implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Map<Long, ObjectNode> staff = new TreeMap<>();
  final Map<Long, Set<Long>> sitesOf = new TreeMap<>();
  final Map<Long, String> sites = new TreeMap<>();

  /** Such as {@code PUT /v1/companies/5678/staff/454.json {"sites":[]}}, in order. */
  final List<String> writes = Collections.synchronizedList(new ArrayList<>());

  final List<String> reads = Collections.synchronizedList(new ArrayList<>());

  /** Of whom the credentials are; several are told as a list. */
  List<Long> companies = List.of(5678L);

  /** Fields that lists leave out. */
  Set<String> abridged = Set.of();

  boolean staffListHidesAdmins;
  final Set<Long> missingById = new TreeSet<>();
  final Set<Long> missingSites = new TreeSet<>();

  /** Every write is answered with success and comes to nothing. */
  boolean withoutEffect;

  boolean withoutLocation;

  /** Whom a create's answer names as the new one; 0: the new one. */
  long locationOf;

  /** After so many details asked for, the next one is told to wait. */
  int detailsBeforeLimit = Integer.MAX_VALUE;

  /** After so many updates the next one is told to wait. */
  int updatesBeforeLimit = Integer.MAX_VALUE;

  Runnable afterCreate = () -> {};

  /** What happens to the record with an update, once. */
  Runnable withUpdate = () -> {};

  /** A create gives every site, whatever was asked for. */
  boolean createsEverywhere;

  /** So many updates give every site, whatever was asked for. */
  int updatesEverywhere;

  private final MockWebServer server = new MockWebServer();

  FakeStaffApi() throws IOException {
    sites.put(921L, "Wash 37135");
    sites.put(922L, "Harbor Wash");
    sites.put(923L, "Creek Wash");
    server.setDispatcher(this);
    server.start();
  }

  String url() {
    return server.url("/v1/").toString();
  }

  /** A member called Jane Doe; change what should differ. */
  ObjectNode add(long id, String code, String email) {
    ObjectNode member =
        JSON.createObjectNode()
            .put("id", id)
            .put("first_name", "Jane")
            .put("last_name", "Doe")
            .put("primary_email_address", email)
            .put("is_admin", false)
            .put("code", code)
            .put("updated_at", "2026-01-01T00:00:00+10:00");
    grant(member, List.of());
    staff.put(id, member);
    sitesOf.put(id, new TreeSet<>());
    return member;
  }

  static void grant(ObjectNode member, Collection<String> codes) {
    ArrayNode permissions = member.putArray("permissions");
    codes.forEach(code -> permissions.addObject().put("code", code).put("domain", "POS"));
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath().replace("/v1/companies/5678/", "");
    if (!request.getMethod().equals("GET")) {
      return write(request, path);
    }
    reads.add(path);
    if (path.equals("/v1/companies/me.json")) {
      ArrayNode rows = JSON.createArrayNode();
      companies.forEach(id -> rows.addObject().put("id", id).put("name", "Washes"));
      return answer(200, companies.size() == 1 ? rows.get(0) : rows);
    }
    if (path.equals("sites.json")) {
      ArrayNode rows = JSON.createArrayNode();
      sites.forEach((id, name) -> rows.addObject().put("id", id).put("name", name));
      return answer(200, rows);
    }
    if (path.equals("staff.json")) {
      return list(row -> !staffListHidesAdmins || !row.path("is_admin").booleanValue());
    }
    if (path.equals("staff/admins.json")) {
      return list(row -> row.path("is_admin").booleanValue());
    }
    long id = Long.parseLong(path.replaceAll("\\D", ""));
    if (!staff.containsKey(id) || missingById.contains(id)) {
      return answer(404, JSON.createObjectNode().put("error", "Not found"));
    }
    if (!path.endsWith("/sites.json") && detailsBeforeLimit-- <= 0) {
      return answer(429, JSON.createObjectNode().put("error", "Too many requests"));
    }
    if (!path.endsWith("/sites.json")) {
      return answer(200, staff.get(id));
    }
    ArrayNode rows = JSON.createArrayNode();
    sitesOf.get(id).forEach(site -> rows.addObject().put("id", site));
    return missingSites.contains(id) ? answer(404, JSON.createObjectNode()) : answer(200, rows);
  }

  private MockResponse list(Predicate<JsonNode> shown) {
    ArrayNode rows = JSON.createArrayNode();
    staff.values().stream().filter(shown).forEach(row -> rows.add(row.deepCopy().remove(abridged)));
    return answer(200, rows);
  }

  private MockResponse write(RecordedRequest request, String path) {
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    writes.add((request.getMethod() + " " + path + " " + body).strip());
    boolean create = request.getMethod().equals("POST");
    long id = create ? 454 : Long.parseLong(path.replaceAll("\\D", ""));
    if (!create && !staff.containsKey(id)) {
      return answer(404, JSON.createObjectNode());
    }
    if (request.getMethod().equals("PUT") && updatesBeforeLimit-- <= 0) {
      return answer(429, JSON.createObjectNode().put("error", "Too many requests"));
    }
    if (request.getMethod().equals("DELETE")) {
      if (!withoutEffect) {
        staff.remove(id);
        sitesOf.remove(id);
      }
      return new MockResponse.Builder().code(204).build();
    }
    if (!withoutEffect) {
      store(id, body, create);
      if (!create) {
        Runnable once = withUpdate;
        withUpdate = () -> {};
        once.run();
      }
    }
    if (create) {
      afterCreate.run();
    }
    MockResponse.Builder answer = new MockResponse.Builder().code(create ? 201 : 200);
    return create && !withoutLocation
        ? answer
            .addHeader(
                "Location",
                "/v1/companies/5678/staff/" + (locationOf > 0 ? locationOf : id) + ".json")
            .build()
        : answer.build();
  }

  private void store(long id, String body, boolean create) {
    try {
      JsonNode sent = JSON.readTree(body);
      ObjectNode member = create ? add(id, null, null) : staff.get(id);
      JsonNode permissions = member.path("permissions").deepCopy();
      sent.properties().forEach(field -> member.set(field.getKey(), field.getValue()));
      if (sent.has("permissions")) {
        List<String> codes = new ArrayList<>();
        sent.path("permissions").forEach(code -> codes.add(code.textValue()));
        grant(member, codes);
      } else {
        member.set("permissions", permissions);
      }
      Set<Long> ids = new TreeSet<>();
      sent.path("sites").forEach(site -> ids.add(site.longValue()));
      member.remove("sites");
      boolean everywhere = create ? createsEverywhere : updatesEverywhere-- > 0;
      sitesOf.put(id, everywhere ? new TreeSet<>(sites.keySet()) : ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MockResponse answer(int status, JsonNode json) {
    return new MockResponse.Builder().code(status).body(json.toString()).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
