package dev.lanyard.starter.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.List;

/** One JSON object a line, ASCII only: safe for a terminal as it is. */
public final class JsonText {

  // The SDK's mapper brings java.time and Optional as the payloads have them.
  private static final ObjectMapper MAPPER =
      JacksonJsonPayloadConverter.newDefaultObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
          .configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

  private JsonText() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A record of ours, as an object. */
  public static ObjectNode object(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Records of ours, as an array. */
  public static ArrayNode list(List<?> values) {
    return MAPPER.valueToTree(values);
  }

  /** On one line. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for " + value.getClass().getName(), e);
    }
  }
}
