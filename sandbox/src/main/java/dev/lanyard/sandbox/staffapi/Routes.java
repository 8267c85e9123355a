package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which address does what, once a request has passed the gate. */
final class Routes {
  static final Pattern COMPANY_PATH =
      Pattern.compile("/v1/companies/([0-9]{1,18})/([a-z]+)(?:/([a-z]+|[0-9]{1,18}))?(/[a-z]+)?");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StaffRecords records;
  private final StaffApiSwitches switches;
  private final Instant now;

  Routes(StaffRecords records, StaffApiSwitches switches, Instant now) {
    this.records = records;
    this.switches = switches;
    this.now = now;
  }

  /**
   * @param path without {@code .json}
   */
  Response answer(Request request, String path) {
    if (path.equals("/v1/companies/me")) {
      return get(request, company());
    }
    Matcher matcher = COMPANY_PATH.matcher(path);
    if (!matcher.matches()) {
      throw ApiError.notFound("The address");
    }
    if (Long.parseLong(matcher.group(1)) != StaffSeed.COMPANY) {
      throw new ApiError(403, "forbidden", "These credentials belong to another company.");
    }
    String item = Optional.ofNullable(matcher.group(3)).orElse("");
    String under = Optional.ofNullable(matcher.group(4)).orElse("");
    return switch (matcher.group(2)) {
      case "sites" -> sites(request, item + under);
      case "staff" -> staff(request, item, under);
      case "webhooks" -> webhooks(request, item + under);
      default -> throw ApiError.notFound("The address");
    };
  }

  private static ObjectNode company() {
    return JSON.createObjectNode().put("id", StaffSeed.COMPANY).put("name", "Sandbox Washes");
  }

  private Response sites(Request request, String item) {
    if (item.isEmpty()) {
      allow(request, "GET");
      return Pages.of(
          records.sites().stream().map(StaffJson::site).toList(), request, switches.pagingStyle());
    }
    return records.sites().stream()
        .filter(site -> item.equals(Long.toString(site.id())))
        .findFirst()
        .map(site -> get(request, StaffJson.site(site)))
        .orElseThrow(() -> ApiError.notFound("The site"));
  }

  private Response staff(Request request, String item, String under) {
    StaffRequests writes = new StaffRequests(records, switches, now);
    if (item.isEmpty()) {
      allow(request, "GET", "POST");
      return request.method().equals("GET")
          ? list(records.present(), request)
          : created(request, "staff", complete(writes.create(body(request))));
    }
    if (item.equals("admins") && under.isEmpty()) {
      allow(request, "GET");
      return list(records.present().stream().filter(StaffMember::admin).toList(), request);
    }
    if (item.equals("me") && under.isEmpty()) {
      return get(request, complete(records.present(StaffSeed.OWNER).orElseThrow()));
    }
    StaffMember member =
        records
            .present(item.matches("[0-9]+") ? Long.parseLong(item) : 0)
            .orElseThrow(() -> ApiError.notFound("The staff member"));
    switch (under) {
      case "/sites":
        allow(request, "GET");
        return Pages.of(
            records.sites().stream()
                .filter(site -> member.sites().contains(site.id()))
                .map(StaffJson::site)
                .toList(),
            request,
            switches.pagingStyle());
      case "/addresses":
        return get(request, StaffJson.addresses(member));
      case "":
        allow(request, "GET", "PUT", "DELETE");
        return switch (request.method()) {
          case "PUT" -> updated(complete(writes.update(member, body(request))));
          case "DELETE" -> writes.delete(member);
          default -> json(complete(member));
        };
      default:
        throw ApiError.notFound("The address");
    }
  }

  private Response list(List<StaffMember> members, Request request) {
    return Pages.of(
        members.stream()
            .map(
                member ->
                    StaffJson.abridged(member, switches.listsLackEmailAndCode(), switches.idStr()))
            .toList(),
        request,
        switches.pagingStyle());
  }

  private Response webhooks(Request request, String item) {
    WebhookRequests writes = new WebhookRequests(records, switches, now);
    if (item.isEmpty()) {
      allow(request, "GET", "POST");
      return request.method().equals("GET")
          ? Pages.of(
              records.webhooks().stream().map(WebhookRequests::json).toList(),
              request,
              switches.pagingStyle())
          : created(request, "webhooks", WebhookRequests.json(writes.create(body(request))));
    }
    allow(request, "GET", "PUT", "DELETE");
    StaffRecords.Webhook webhook =
        records
            .webhook(item.matches("[0-9]+") ? Long.parseLong(item) : 0)
            .orElseThrow(() -> ApiError.notFound("The webhook"));
    return switch (request.method()) {
      case "PUT" -> updated(WebhookRequests.json(writes.update(webhook, body(request))));
      case "DELETE" -> {
        records.remove(webhook);
        yield Response.empty(204);
      }
      default -> json(WebhookRequests.json(webhook));
    };
  }

  private ObjectNode complete(StaffMember member) {
    return StaffJson.complete(member, switches.idStr());
  }

  /** 201 and a Location; without a body, whoever wants the resource follows it. */
  private Response created(Request request, String resource, ObjectNode json) {
    String host = request.header("host").orElse("127.0.0.1");
    Response answer =
        switches.createAnswersBody() ? Response.json(201, json.toString()) : Response.empty(201);
    return answer.with(
        "Location",
        "http://%s/v1/companies/%d/%s/%d.json"
            .formatted(host, StaffSeed.COMPANY, resource, json.path("id").asLong()));
  }

  private Response updated(ObjectNode json) {
    return switches.updateAnswersBody() ? json(json) : Response.empty(200);
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
}
