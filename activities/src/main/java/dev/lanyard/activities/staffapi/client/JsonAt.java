package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A value of an answer and the way to it, so that a field that is missing or of another type is
 * named. Fields that nobody asks for are ignored.
 *
 * @param request method and path, without its query
 * @param pointer RFC 6901, from the answer's root
 */
record JsonAt(String request, String pointer, JsonNode json) {

  static JsonAt root(String request, JsonNode json) {
    return new JsonAt(request, "", json);
  }

  /** Whether the field is there, be it null: an abridged list leaves fields out. */
  boolean has(String field) {
    return json.has(field);
  }

  long id(String field) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
      throw changed(field, "an id");
    }
    return value.longValue();
  }

  boolean flag(String field) {
    JsonNode value = json.path(field);
    if (!value.isBoolean()) {
      throw changed(field, "true or false");
    }
    return value.booleanValue();
  }

  String text(String field) {
    return optionalText(field).orElseThrow(() -> changed(field, "a text"));
  }

  /** Empty when it is left out, null or an empty text. */
  Optional<String> optionalText(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw changed(field, "a text or null");
    }
    return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
  }

  /** A text or number that is only compared with itself; empty when it is left out or null. */
  Optional<String> mark(String field) {
    return Optional.of(json.path(field))
        .filter(value -> value.isTextual() || value.isNumber())
        .map(JsonNode::asText);
  }

  /** The texts of a list; empty when it is left out; what is no text in it is passed over. */
  List<String> optionalTexts(String field) {
    List<String> texts = new ArrayList<>();
    json.path(field).forEach(value -> Optional.ofNullable(value.textValue()).ifPresent(texts::add));
    return texts;
  }

  /** The texts of a list on which something hangs; empty when it is left out or null. */
  List<String> texts(String field) {
    JsonNode list = json.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()
        || !StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual)) {
      throw changed(field, "a list of texts");
    }
    return optionalTexts(field);
  }

  /** The value of a field, be it missing: nothing is found in it then. */
  JsonAt at(String field) {
    return new JsonAt(request, pointer + "/" + field, json.path(field));
  }

  /** The objects of a list. */
  List<JsonAt> rows(String field) {
    if (!json.path(field).isArray()) {
      throw changed(field, "a list");
    }
    return new JsonAt(request, pointer + "/" + field, json.path(field)).rows();
  }

  /** The objects of this list. */
  List<JsonAt> rows() {
    if (!json.isArray()) {
      throw changed(pointer, request, "a list of objects");
    }
    List<JsonAt> rows = new ArrayList<>();
    for (JsonNode row : json) {
      JsonAt at = new JsonAt(request, pointer + "/" + rows.size(), row);
      if (!row.isObject()) {
        throw changed(at.pointer, request, "an object");
      }
      rows.add(at);
    }
    return rows;
  }

  private StaffApiException changed(String field, String wanted) {
    return changed(pointer + "/" + field, request, wanted);
  }

  private static StaffApiException changed(String pointer, String request, String wanted) {
    return new StaffApiException(
        StaffApiException.Kind.CHANGED,
        "%s: expected %s at JSON pointer \"%s\". The staff API no longer answers as documented; this needs a change of the program."
            .formatted(request, wanted, pointer));
  }
}
