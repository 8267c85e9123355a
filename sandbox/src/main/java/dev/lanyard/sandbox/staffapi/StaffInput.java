package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the attributes of a create or an update, and collects what is wrong with them. */
final class StaffInput {
  private static final int CODE_LIMIT = 255;

  private final JsonNode body;
  private final List<String> problems = new ArrayList<>();

  StaffInput(JsonNode body) {
    this.body = body;
  }

  /**
   * @throws ApiError 422 with every problem
   */
  void refuseProblems() {
    if (!problems.isEmpty()) {
      throw ApiError.unprocessable(problems);
    }
  }

  void problem(String text) {
    problems.add(text);
  }

  boolean has(String field) {
    return body.has(field);
  }

  /** Left out: the stored value; a stored null on create makes it a required one. */
  String required(String field, String stored) {
    String value = optional(field, stored);
    if (value == null || value.isBlank()) {
      problems.add(field + ": must not be blank");
    }
    return value;
  }

  String optional(String field, String stored) {
    if (!body.has(field)) {
      return stored;
    }
    if (body.get(field).isNull()) {
      return null;
    }
    if (!body.get(field).isTextual()) {
      problems.add(field + ": must be a string");
      return stored;
    }
    return body.get(field).asText();
  }

  String code(String stored) {
    String code = optional("code", stored);
    if (code != null && code.length() > CODE_LIMIT) {
      problems.add("code: must have at most " + CODE_LIMIT + " characters");
    }
    return code;
  }

  boolean flag(String field, boolean stored) {
    if (!body.has(field)) {
      return stored;
    }
    if (!body.get(field).isBoolean()) {
      problems.add(field + ": must be true or false");
      return stored;
    }
    return body.get(field).booleanValue();
  }

  JsonNode address(String field, JsonNode stored) {
    if (!body.has(field)) {
      return stored;
    }
    if (body.get(field).isNull()) {
      return null;
    }
    if (!body.get(field).isObject()) {
      problems.add(field + ": must be an object");
    }
    return body.get(field);
  }

  List<String> emails(List<String> stored) {
    String primary = required("primary_email_address", stored.isEmpty() ? null : stored.get(0));
    if (primary != null && !primary.isBlank() && !primary.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      problems.add("primary_email_address: is no e-mail address");
    }
    LinkedHashSet<String> all = new LinkedHashSet<>();
    if (primary != null) {
      all.add(primary);
    }
    all.addAll(
        has("email_addresses")
            ? texts("email_addresses")
            : stored.subList(Math.min(1, stored.size()), stored.size()));
    return List.copyOf(all);
  }

  List<String> tags(List<String> stored) {
    return has("tags") ? texts("tags") : stored;
  }

  Set<String> permissions(Set<String> leftOut) {
    if (!has("permissions")) {
      return leftOut;
    }
    Set<String> codes = new TreeSet<>(texts("permissions"));
    for (String code : codes) {
      if (!StaffPermission.isKnown(code)) {
        problems.add("permissions: " + code + " is no permission code");
      }
    }
    return codes;
  }

  /**
   * @param known the company's sites
   */
  Set<Long> sites(Set<Long> leftOut, List<Long> known) {
    if (!has("sites")) {
      return leftOut;
    }
    Set<Long> sites = new TreeSet<>();
    if (!body.get("sites").isArray()) {
      problems.add("sites: must be a list of site ids");
    }
    for (JsonNode site : body.get("sites")) {
      if (!site.isIntegralNumber() || !known.contains(site.longValue())) {
        problems.add("sites: " + site + " is no site of this company");
      }
      sites.add(site.longValue());
    }
    return sites;
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    if (!body.get(field).isArray()) {
      problems.add(field + ": must be a list");
    }
    for (JsonNode text : body.get(field)) {
      if (!text.isTextual()) {
        problems.add(field + ": must hold strings only");
      }
      texts.add(text.asText());
    }
    return texts;
  }
}
