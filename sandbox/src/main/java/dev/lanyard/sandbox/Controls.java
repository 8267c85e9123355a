package dev.lanyard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.backoffice.Backoffice;
import dev.lanyard.sandbox.http.Delivery;
import dev.lanyard.sandbox.http.Faults;
import dev.lanyard.sandbox.http.RefusedInput;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.RequestLog;
import dev.lanyard.sandbox.http.Response;
import dev.lanyard.sandbox.staffapi.StaffApi;
import dev.lanyard.sandbox.staffapi.WebhookDeliveries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sandbox's own addresses below {@code /_sandbox}: never listed, never delayed, never faulty.
 */
final class Controls {
  private static final String ROOT = "/_sandbox";
  private static final Pattern EMPLOYEE = Pattern.compile("/employees/([0-9]{1,18})");
  private static final Pattern TENANT =
      Pattern.compile(
          "/(sites|pos-templates|pos-permissions|departments|staff-sites)(?:/([0-9]{1,9}))?");
  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?");

  private final World world;
  private final Settings settings;
  private final RequestLog log;
  private final Faults faults;
  private final Backoffice backoffice;
  private final StaffApi staffApi;
  private final WebhookDeliveries deliveries;

  Controls(World world, Settings settings, RequestLog log, Faults faults, Systems systems) {
    this.world = world;
    this.settings = settings;
    this.log = log;
    this.faults = faults;
    this.backoffice = systems.backoffice();
    this.staffApi = systems.staffApi();
    this.deliveries = systems.deliveries();
  }

  RequestLog log() {
    return log;
  }

  Faults faults() {
    return faults;
  }

  static boolean isMeantBy(Request request) {
    return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
  }

  Delivery answer(Request request) {
    // A page elsewhere whose name was made to point here may not read PINs.
    String host = request.header("host").orElse("");
    if (!LOOPBACK.matcher(host).matches()) {
      return Delivery.whole(Response.html(403, "Ask for 127.0.0.1 or localhost."));
    }
    try {
      return Delivery.whole(route(request));
    } catch (RefusedInput refused) {
      return Delivery.whole(json(400, Map.of("problems", refused.problems())));
    }
  }

  private Response route(Request request) {
    String path = request.path().substring(ROOT.length());
    Matcher employee = EMPLOYEE.matcher(path);
    if (employee.matches() && request.method().equals("POST")) {
      long id = Long.parseLong(employee.group(1));
      JsonNode change = body(request);
      return changed(() -> backoffice.edit(id, change));
    }
    Matcher tenant = TENANT.matcher(path);
    if (tenant.matches()) {
      return tenant(request, tenant.group(1), Optional.ofNullable(tenant.group(2)).orElse(""));
    }
    return switch (request.method() + " " + path) {
      case "GET ", "GET /" -> overview();
      case "GET /state" -> json(200, world.alone(() -> state(Integer.MAX_VALUE)));
      case "GET /requests" -> json(200, log.lines());
      case "DELETE /requests" -> {
        log.clear();
        yield Response.empty(204);
      }
      case "GET /faults" -> json(200, faults.describe(Json.MAPPER));
      case "POST /faults" -> {
        JsonNode list = body(request);
        yield world.commit(
            () -> {
              faults.add(list);
              return json(200, faults.describe(Json.MAPPER));
            });
      }
      case "DELETE /faults" -> changed(faults::clear);
      case "GET /settings" -> json(200, settings.all());
      case "POST /settings" -> {
        JsonNode wanted = body(request);
        yield world.commit(
            () -> {
              settings.apply(wanted);
              return json(200, settings.all());
            });
      }
      case "POST /expire-sessions" -> changed(backoffice::expireSessions);
      case "POST /expire-tokens" -> changed(staffApi::expireTokens);
      case "POST /unlock" -> changed(backoffice::unlock);
      case "GET /deliveries" -> json(200, deliveries.attempts());
      case "DELETE /deliveries" -> {
        deliveries.clear();
        yield Response.empty(204);
      }
      default ->
          json(
              404,
              Map.of(
                  "problems",
                  List.of(
                      "There are: GET state; GET, DELETE requests, deliveries; GET, POST, DELETE"
                          + " faults; GET, POST settings; POST expire-sessions, expire-tokens,"
                          + " unlock, employees/<id>; POST sites, pos-templates,"
                          + " pos-permissions, departments, staff-sites, each with or without"
                          + " /<id>; DELETE sites/<id>, pos-templates/<id>, staff-sites/<id>")));
    };
  }

  /** The administrators of either system change what clients may have read before. */
  private Response tenant(Request request, String kind, String id) {
    boolean staff = kind.equals("staff-sites");
    switch (request.method()) {
      case "POST" -> {
        JsonNode change = body(request);
        return world.commit(
            () ->
                json(
                    200,
                    Map.of(
                        "id",
                        staff ? staffApi.putSite(id, change) : backoffice.put(kind, id, change))));
      }
      case "DELETE" -> {
        return changed(
            () -> {
              if (staff) {
                staffApi.removeSite(id);
              } else {
                backoffice.remove(kind, id);
              }
            });
      }
      default -> throw new RefusedInput(List.of("POST or DELETE"));
    }
  }

  private Response changed(Runnable change) {
    return world.commit(
        () -> {
          change.run();
          return Response.empty(204);
        });
  }

  private Map<String, Object> state(int most) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("backoffice", backoffice.view(most));
    state.put("staffApi", staffApi.view());
    return state;
  }

  private Response overview() {
    JsonNode state = Json.MAPPER.valueToTree(world.alone(() -> state(Overview.PEOPLE)));
    return Response.html(
        200,
        new Overview(
                state,
                log.lines(),
                faults.describe(Json.MAPPER),
                Json.MAPPER.valueToTree(deliveries.attempts()))
            .html());
  }

  private static JsonNode body(Request request) {
    try {
      return Optional.of(Json.MAPPER.readTree(request.text()))
          .filter(node -> !node.isMissingNode())
          .orElseThrow(() -> new RefusedInput(List.of("The body is empty; JSON is expected")));
    } catch (JsonProcessingException malformed) {
      throw new RefusedInput(List.of("The body is no JSON: " + malformed.getOriginalMessage()));
    }
  }

  private static Response json(int status, Object value) {
    try {
      return Response.json(
          status, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
