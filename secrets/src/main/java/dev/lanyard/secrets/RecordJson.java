package dev.lanyard.secrets;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.PayloadConverter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/**
 * Records as JSON, readable by Temporal's own default converter and the other way round: dates and
 * durations are ISO text, a decimal has no exponent, unknown properties are ignored. Failures name
 * the place and never the value: Jackson's own messages quote what they could not read, and the SDK
 * logs them.
 */
final class RecordJson implements PayloadConverter {
  /** The SDK's own name, so that both converters read each other. */
  private static final String ENCODING = "json/plain";

  // The SDK's default brings java.time and Optional, ISO dates, and sees private fields.
  private final ObjectMapper mapper =
      JacksonJsonPayloadConverter.newDefaultObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  @Override
  public String getEncodingType() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toData(Object value) {
    try {
      return Optional.of(
          Payload.newBuilder()
              .putMetadata(EncodingKeys.METADATA_ENCODING_KEY, ByteString.copyFromUtf8(ENCODING))
              .setData(ByteString.copyFrom(mapper.writeValueAsBytes(value)))
              .build());
    } catch (IOException e) {
      throw failure("written from", value.getClass(), e);
    }
  }

  @Override
  public <T> T fromData(Payload content, Class<T> valueClass, Type valueType) {
    if (content.getData().isEmpty()) {
      return null;
    }
    try {
      return mapper.readValue(content.getData().toByteArray(), mapper.constructType(valueType));
    } catch (IOException e) {
      throw failure("read into", valueType, e);
    }
  }

  /** Without the cause: its message may hold the value. */
  private static DataConverterException failure(String direction, Type type, IOException e) {
    String place = e instanceof JsonMappingException mapping ? placeOf(mapping) : "";
    // A definition is about types only, so its message is safe and worth having.
    String reason =
        e instanceof InvalidDefinitionException definition
            ? definition.getOriginalMessage()
            : e.getClass().getSimpleName() + ", value not shown";
    return new DataConverterException(
        "JSON cannot be " + direction + " " + type.getTypeName() + place + ": " + reason);
  }

  /** The way to the value, such as {@code .sites[2].name}; keys of maps are data and left out. */
  private static String placeOf(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step -> {
                  if (step.getFieldName() == null) {
                    return "[" + step.getIndex() + "]";
                  }
                  return step.getFrom() instanceof Map ? "[key]" : "." + step.getFieldName();
                })
            .collect(joining());
    return path.isEmpty() ? "" : " at " + path;
  }
}
