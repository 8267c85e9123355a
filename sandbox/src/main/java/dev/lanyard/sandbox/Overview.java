package dev.lanyard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.http.LoggedRequest;
import dev.lanyard.sandbox.http.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page to look at: people with their state in both systems, invitations, last requests. */
final class Overview {
  /** Guessed: what fits a screen. */
  private static final int REQUESTS = 40;

  /** Guessed: what a browser shows without effort; the newest employees. */
  static final int PEOPLE = 200;

  private static final Templates TEMPLATES = new Templates(Overview.class);

  private final JsonNode state;
  private final List<LoggedRequest> requests;
  private final JsonNode faults;
  private final JsonNode deliveries;

  Overview(JsonNode state, List<LoggedRequest> requests, JsonNode faults, JsonNode deliveries) {
    this.deliveries = deliveries;
    this.state = state;
    this.requests = requests;
    this.faults = faults;
  }

  String html() {
    List<LoggedRequest> last =
        new ArrayList<>(requests.subList(Math.max(0, requests.size() - REQUESTS), requests.size()));
    Collections.reverse(last);
    return TEMPLATES.fill(
        "overview",
        Map.of(
            "people", people(),
            "employees", state.at("/backoffice/employeeCount").asInt(),
            "shown", Math.min(PEOPLE, state.at("/backoffice/employeeCount").asInt()),
            "deliveries",
                texts(
                    deliveries,
                    "delivery",
                    "attempt",
                    "copy",
                    "topic",
                    "staffId",
                    "status",
                    "error"),
            "invitations", texts(state.at("/staffApi/invitations"), "staffId", "to", "at"),
            "widenings", texts(state.at("/staffApi/widenings"), "staffId", "method", "reason"),
            "requests", last.stream().map(Overview::request).toList(),
            "count", requests.size(),
            "faults", texts(faults, "system", "method", "path", "kind", "matched", "fired")));
  }

  /** A staff member stands beside the employee with the same e-mail, else with the same name. */
  private List<Map<String, Object>> people() {
    Map<String, JsonNode> staff = new LinkedHashMap<>();
    Map<String, String> byName = new HashMap<>();
    for (JsonNode member : state.at("/staffApi/staff")) {
      String id = member.path("id").asText();
      staff.put(id, member);
      if (!member.path("deleted").asBoolean()) {
        byName.put(key(name(member, "first_name", "last_name")), id);
        byName.put(key(member.path("primary_email_address").asText()), id);
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode employee : state.at("/backoffice/employees")) {
      String email = key(employee.path("email").asText());
      String name = key(name(employee, "firstName", "lastName"));
      String id = byName.getOrDefault(email.isEmpty() ? name : email, byName.get(name));
      JsonNode member = id == null ? null : staff.remove(id);
      rows.add(row(employee, member));
    }
    staff.values().forEach(alone -> rows.add(row(null, alone)));
    return rows;
  }

  private static String key(String text) {
    return text.trim().toLowerCase(Locale.ROOT);
  }

  private static String name(JsonNode person, String first, String last) {
    return person.path(first).asText().trim() + " " + person.path(last).asText().trim();
  }

  private static Map<String, Object> row(JsonNode employee, JsonNode member) {
    Map<String, Object> row = new HashMap<>();
    row.put(
        "name",
        employee == null
            ? name(member, "first_name", "last_name")
            : name(employee, "firstName", "lastName"));
    row.put("employee", employee == null ? List.of() : List.of(employeeCells(employee)));
    row.put("member", member == null ? List.of() : List.of(memberCells(member)));
    return row;
  }

  private static Map<String, Object> employeeCells(JsonNode employee) {
    return Map.of(
        "id", employee.path("id").asText(),
        "posUserId", employee.path("posUserId").asText(),
        "dots", "\u2022".repeat(employee.path("pin").asText().length()),
        "active", employee.path("active").asBoolean(),
        "sites", employee.path("allSites").asBoolean() ? "all sites" : joined(employee, "sites"),
        "template", employee.path("template").asText());
  }

  private static Map<String, Object> memberCells(JsonNode member) {
    return Map.of(
        "id", member.path("id").asText(),
        "deleted", member.path("deleted").asBoolean(),
        "admin", member.path("is_admin").asBoolean(),
        "permissions", joined(member, "permissions"),
        "sites", joined(member, "sites"),
        "code", member.path("code").isNull() ? "" : member.path("code").asText());
  }

  private static String joined(JsonNode node, String field) {
    return StreamSupport.stream(node.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> request(LoggedRequest request) {
    return Map.of(
        "at", request.at().toString(),
        "system", request.system(),
        "method", request.method(),
        "path", request.path(),
        "status",
            request.status() == null ? "\u2026" : request.status() == 0 ? "cut" : request.status(),
        "fault", request.fault() == null ? "" : request.fault());
  }

  private static List<Map<String, Object>> texts(JsonNode list, String... fields) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode line : list) {
      List<String> cells = new ArrayList<>();
      for (String field : fields) {
        cells.add(line.path(field).isNull() ? "" : line.path(field).asText());
      }
      rows.add(Map.of("cells", cells));
    }
    return rows;
  }
}
