package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class RecordJsonTest {
  private static final DataConverter CONVERTER = FreshKeys.make().dataConverter();
  private static final RecordJson JSON = new RecordJson();
  private static final Hire HIRE =
      new Hire(
          "Jane Doe",
          LocalDate.of(2026, 3, 1),
          Instant.parse("2026-03-01T08:00:00.123456789Z"),
          OffsetDateTime.parse("2026-03-01T09:00:00+09:30"),
          Duration.ofMinutes(90),
          ZoneId.of("Australia/Adelaide"),
          new BigDecimal("27.50"),
          Optional.of("Dana Example"),
          Optional.empty(),
          List.of(new Site("north", 3), new Site("south", 4)),
          Map.of("Jane Doe", new Site("east", 5)));

  record Site(String name, int number) {}

  record Hire(
      String name,
      LocalDate starts,
      Instant decidedAt,
      OffsetDateTime shownAs,
      Duration grace,
      ZoneId zone,
      BigDecimal wage,
      Optional<String> manager,
      Optional<LocalDate> ends,
      List<Site> sites,
      Map<String, Site> bySite) {}

  @Example
  void aRecordComesBackAsItWas() {
    Payload payload = CONVERTER.toPayload(HIRE).orElseThrow();

    assertThat(CONVERTER.fromPayload(payload, Hire.class, Hire.class)).isEqualTo(HIRE);
  }

  @Property
  void decimalsKeepTheirValueAndHaveNoExponent(@ForAll BigDecimal wage) {
    Payload payload = JSON.toData(List.of(wage)).orElseThrow();

    assertThat(payload.getData().toStringUtf8()).isEqualTo("[" + wage.toPlainString() + "]");
    assertThat(JSON.fromData(payload, BigDecimal[].class, BigDecimal[].class)[0])
        .isEqualByComparingTo(wage);
  }

  @Example
  void datesAreIsoText() {
    assertThat(textOf(HIRE))
        .contains(
            "\"starts\":\"2026-03-01\"",
            "\"decidedAt\":\"2026-03-01T08:00:00.123456789Z\"",
            "\"shownAs\":\"2026-03-01T09:00:00+09:30\"",
            "\"grace\":\"PT1H30M\"",
            "\"zone\":\"Australia/Adelaide\"",
            "\"wage\":27.50",
            "\"manager\":\"Dana Example\"",
            "\"ends\":null");
  }

  @Example
  void unknownPropertiesAreIgnoredAndMissingOnesAreEmpty() {
    Payload newer = json("{\"name\":\"north\",\"colour\":\"red\",\"nested\":{\"a\":[1]}}");

    assertThat(JSON.fromData(newer, Site.class, Site.class)).isEqualTo(new Site("north", 0));
    assertThat(JSON.fromData(json("{}"), Hire.class, Hire.class).manager())
        .isEqualTo(Optional.empty());
  }

  @Example
  void temporalsOwnConverterReadsItAndTheOtherWayRound() {
    DataConverter plain = DefaultDataConverter.newDefaultInstance();
    Payload ours = JSON.toData(HIRE).orElseThrow();
    Payload theirs = plain.toPayload(HIRE).orElseThrow();

    assertThat(plain.fromPayload(ours, Hire.class, Hire.class)).isEqualTo(HIRE);
    assertThat(JSON.fromData(theirs, Hire.class, Hire.class)).isEqualTo(HIRE);
  }

  @Example
  void nothingIsNull() {
    assertThat(
            CONVERTER.fromPayload(CONVERTER.toPayload(null).orElseThrow(), Site.class, Site.class))
        .isNull();
  }

  @Example
  void whatCannotBeReadIsNamedByItsPlaceAndNotShown() {
    assertUnreadable(
        "{\"sites\":[{\"name\":\"north\",\"number\":1},{\"number\":\"Jane Doe\"}]}",
        " at .sites[1].number");
    assertUnreadable("{\"starts\":\"Jane Doe\"}", " at .starts");
    assertUnreadable(
        "{\"bySite\":{\"Jane Doe\":{\"number\":\"Jane Doe\"}}}", " at .bySite[key].number");
    assertUnreadable("{\"name\":\"Jane Doe\"", "");
    assertUnreadable("Jane Doe", "");
  }

  @Example
  void aPinInARecordIsRefusedByTypeAndNotShown() {
    record Careless(String name, Pin pin) {}

    assertThatThrownBy(() -> JSON.toData(new Careless("Jane Doe", Pin.of(48_213))))
        .isInstanceOf(DataConverterException.class)
        .hasNoCause()
        .message()
        .contains("at .pin", "No serializer found for class dev.lanyard.secrets.Pin")
        .doesNotContain("48213", "Jane");
  }

  private static void assertUnreadable(String text, String place) {
    assertThatThrownBy(() -> JSON.fromData(json(text), Hire.class, Hire.class))
        .isInstanceOf(DataConverterException.class)
        .hasNoCause()
        .message()
        .startsWith("JSON cannot be read into " + Hire.class.getName() + place + ": ")
        .endsWith(", value not shown")
        .doesNotContain("Jane");
  }

  private static String textOf(Object value) {
    return JSON.toData(value).orElseThrow().getData().toStringUtf8();
  }

  private static Payload json(String text) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(ByteString.copyFromUtf8(text))
        .build();
  }
}
