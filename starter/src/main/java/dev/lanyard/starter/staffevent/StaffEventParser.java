package dev.lanyard.starter.staffevent;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A delivery's body to a typed event. Verifies no signature: that is done before, on the same
 * bytes.
 */
public final class StaffEventParser {

  private static final Map<String, Function<StaffEventMember, StaffEvent>> TOPICS =
      Map.of(
          "staff/created", StaffEvent.Created::new,
          "staff/updated", StaffEvent.Updated::new,
          "staff/deleted", StaffEvent.Deleted::new);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final List<String> problems = new ArrayList<>();
  private final JsonNode body;

  private StaffEventParser(JsonNode body) {
    this.body = body;
  }

  /**
   * @param topic of the subscription, such as {@code staff/updated}
   * @param body as it came: the complete staff member
   * @throws StaffEventUnreadable with every problem
   */
  public static StaffEvent parse(String topic, byte[] body) throws StaffEventUnreadable {
    Function<StaffEventMember, StaffEvent> event = TOPICS.get(topic);
    if (event == null) {
      throw new StaffEventUnreadable(List.of("the topic is none of the staff API's three"));
    }
    StaffEventParser parser = new StaffEventParser(json(body));
    StaffEventMember member = parser.member();
    if (!parser.problems.isEmpty()) {
      throw new StaffEventUnreadable(parser.problems);
    }
    return event.apply(member);
  }

  private static JsonNode json(byte[] body) throws StaffEventUnreadable {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw new StaffEventUnreadable(List.of("the body is not JSON"));
    }
    if (!json.isObject()) {
      throw new StaffEventUnreadable(List.of("the body is no JSON object"));
    }
    return json;
  }

  private StaffEventMember member() {
    boolean admin = flag("is_admin");
    return new StaffEventMember(
        id(),
        text("first_name").orElse(""),
        text("last_name").orElse(""),
        text("primary_email_address"),
        admin,
        // Left out for administrators.
        admin && !body.hasNonNull("permissions") ? List.of() : permissions(),
        body.hasNonNull("tags") ? texts("tags") : List.of(),
        text("code"),
        updatedAt());
  }

  private long id() {
    JsonNode id = body.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
      problems.add("/id is no id");
    }
    return id.longValue();
  }

  private boolean flag(String field) {
    if (!body.path(field).isBoolean()) {
      problems.add("/" + field + " is not true or false");
    }
    return body.path(field).booleanValue();
  }

  private Optional<String> text(String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() && !value.isNull() && !value.isMissingNode()) {
      problems.add("/" + field + " is no text");
    }
    return Optional.ofNullable(value.textValue()).filter(text -> !text.isEmpty());
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    if (!body.path(field).isArray()) {
      problems.add("/" + field + " is no list");
    }
    for (JsonNode value : body.path(field)) {
      if (value.isTextual()) {
        texts.add(value.textValue());
      } else {
        problems.add("/" + field + " holds something else than texts");
      }
    }
    return texts;
  }

  private List<String> permissions() {
    List<String> codes = new ArrayList<>();
    if (!body.path("permissions").isArray()) {
      problems.add("/permissions is no list");
    }
    for (JsonNode row : body.path("permissions")) {
      if (row.path("code").isTextual()) {
        codes.add(row.path("code").textValue());
      } else {
        problems.add("/permissions holds something without a code");
      }
    }
    return codes;
  }

  private OffsetDateTime updatedAt() {
    try {
      return OffsetDateTime.parse(body.path("updated_at").asText(""));
    } catch (DateTimeParseException e) {
      problems.add("/updated_at is no ISO 8601 time with offset");
      return OffsetDateTime.MIN;
    }
  }
}
