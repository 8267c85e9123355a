package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in histories: every record, by way of Temporal's own JSON. */
class ContractsTest {

  private static final DataConverter CONVERTER = DefaultDataConverter.newDefaultInstance();
  private static final ObjectMapper JSON = JacksonJsonPayloadConverter.newDefaultObjectMapper();

  /** Refuses what it does not know, so that a record has to say itself that it does not mind. */
  private static final DataConverter STRICT =
      DefaultDataConverter.newDefaultInstance()
          .withPayloadConverterOverrides(
              new JacksonJsonPayloadConverter(
                  JacksonJsonPayloadConverter.newDefaultObjectMapper()
                      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));

  /** As HR systems send them, and as they stand in histories. */
  private static final Map<Class<?>, String> EVENT_NAMES =
      Map.of(
          HireEvent.class, "hire",
          TerminationEvent.class, "termination",
          ChangeEvent.class, "change",
          TransferEvent.class, "transfer",
          LeaveEvent.class, "leave",
          ReturnEvent.class, "return",
          UndoEvent.class, "undo",
          DryRunEvent.class, "dry-run");

  static Stream<Class<?>> everyRecord() {
    return FilledRecords.all();
  }

  static Stream<Class<?>> everyObject() {
    return FilledRecords.objects();
  }

  @Test
  void theRoomIsFound() {
    assertThat(FilledRecords.all().count()).isGreaterThan(70);
  }

  @ParameterizedTest
  @MethodSource("everyRecord")
  void filledRecordComesBackAsItWas(Class<?> type) throws Exception {
    Object filled = FilledRecords.filled(type);
    Payload payload = CONVERTER.toPayload(filled).orElseThrow();
    assertThat((Object) CONVERTER.fromPayload(payload, type, type)).isEqualTo(filled);
  }

  @ParameterizedTest
  @MethodSource("everyObject")
  void whatALaterVersionAddsIsIgnored(Class<?> type) throws Exception {
    Object filled = FilledRecords.filled(type);
    String later = JSON.writeValueAsString(filled).replace("{", "{\"addedLater\":[{\"deep\":1}],");
    assertThat(read(STRICT, later, type)).isEqualTo(filled);
  }

  @ParameterizedTest
  @MethodSource("everyObject")
  void whatAnEarlierVersionLeftOutIsEmptyAndNotNull(Class<?> type) throws Exception {
    assertEmptyNotNull(read(CONVERTER, json(type, false), type));
  }

  @ParameterizedTest
  @MethodSource("everyObject")
  void whatIsNullIsEmpty(Class<?> type) throws Exception {
    assertEmptyNotNull(read(CONVERTER, json(type, true), type));
  }

  @Test
  void eventsCarryTheirTypeByName() throws Exception {
    for (Class<?> type : HrEvent.class.getPermittedSubclasses()) {
      Object event = FilledRecords.filled(type);
      Payload payload = CONVERTER.toPayload(event).orElseThrow();
      JsonNode json = JSON.readTree(payload.getData().toStringUtf8());
      assertThat(json.path("type").asText()).isEqualTo(EVENT_NAMES.get(type));
      assertThat(CONVERTER.fromPayload(payload, HrEvent.class, HrEvent.class)).isEqualTo(event);
    }
  }

  private static String json(Class<?> type, boolean nulls) {
    ObjectNode object = JSON.createObjectNode();
    if (HrEvent.class.isAssignableFrom(type)) {
      object.put("type", EVENT_NAMES.get(type));
    }
    if (nulls) {
      for (RecordComponent part : type.getRecordComponents()) {
        if (!part.getType().isPrimitive()) {
          object.putNull(part.getName());
        }
      }
    }
    return object.toString();
  }

  private static Object read(DataConverter converter, String json, Class<?> type) {
    Payload shape = CONVERTER.toPayload("").orElseThrow();
    Payload payload = shape.toBuilder().setData(ByteString.copyFromUtf8(json)).build();
    return converter.fromPayload(payload, type, type);
  }

  private static void assertEmptyNotNull(Object record) throws ReflectiveOperationException {
    assertThat(record.toString()).isNotNull();
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      Object value = part.getAccessor().invoke(record);
      if (part.getType().equals(Optional.class)) {
        assertThat(value).as(part.getName()).isEqualTo(Optional.empty());
      } else if (part.getType().equals(List.class)) {
        assertThat(value).as(part.getName()).isEqualTo(List.of());
      }
    }
  }
}
