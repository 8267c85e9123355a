package dev.lanyard.starter.staffevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffEventParserTest {

  private static final String JANE =
      """
      {"id":9007199254740993,"first_name":"Jane","last_name":"Doe","is_admin":false,
       "primary_email_address":"jane.doe@example.com","email_addresses":["jane.doe@example.com"],
       "permissions":[{"code":"FinishSale","name":"Finish","domain":"Point of Sale"}],
       "tags":["onboarding","till"],"code":"hr-10442","image":null,"something_new":{"a":1},
       "updated_at":"2026-05-01T09:30:00+10:00"}
      """;

  @ParameterizedTest
  @CsvSource({"staff/created,Created", "staff/updated,Updated", "staff/deleted,Deleted"})
  void topicDecidesTheTypeAndTheBodyIsTheMember(String topic, String type) throws Exception {
    StaffEvent event = parse(topic, JANE);

    assertThat(event.getClass().getSimpleName()).isEqualTo(type);
    assertThat(event.updatedAt()).isEqualTo(OffsetDateTime.parse("2026-05-01T09:30:00+10:00"));
    assertThat(event.member())
        .isEqualTo(
            new StaffEventMember(
                9_007_199_254_740_993L,
                "Jane",
                "Doe",
                Optional.of("jane.doe@example.com"),
                false,
                List.of("FinishSale"),
                List.of("onboarding", "till"),
                Optional.of("hr-10442"),
                OffsetDateTime.parse("2026-05-01T09:30:00+10:00")));
    assertThat(event).asString().doesNotContain("Jane").doesNotContain("example.com");
  }

  @Test
  void administratorHasNoPermissionsList() throws Exception {
    StaffEvent event =
        parse(
            "staff/updated",
            "{\"id\":1,\"is_admin\":true,\"tags\":null,\"code\":null,"
                + "\"updated_at\":\"2026-05-01T09:30:00Z\"}");

    assertThat(event.member().admin()).isTrue();
    assertThat(event.member().permissions()).isEmpty();
    assertThat(event.member().code()).isEmpty();
  }

  @Test
  void tagsFilterLetsPassWhoHasAnyOfThem() throws Exception {
    StaffEventMember jane = parse("staff/updated", JANE).member();

    assertThat(jane.passes(List.of())).isTrue();
    assertThat(jane.passes(List.of("other", "till"))).isTrue();
    assertThat(jane.passes(List.of("Till"))).isFalse();
  }

  @Test
  void everyProblemIsNamedAtOnceAndNoValue() {
    assertThat(
            unreadable(
                "staff/updated",
                "{\"id\":\"12\",\"first_name\":7,\"is_admin\":\"no\",\"permissions\":[\"Jane\"],"
                    + "\"tags\":\"Doe\",\"updated_at\":\"yesterday\"}"))
        .hasMessageContaining("/id is no id")
        .hasMessageContaining("/first_name is no text")
        .hasMessageContaining("/is_admin is not true or false")
        .hasMessageContaining("/permissions holds something without a code")
        .hasMessageContaining("/tags is no list")
        .hasMessageContaining("/updated_at is no ISO 8601 time")
        .hasMessageNotContaining("Jane")
        .hasMessageNotContaining("yesterday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "<html></html>", "{} {}"})
  void whatIsNoJsonObjectIsNoEvent(String body) {
    assertThat(unreadable("staff/created", body)).hasMessageContaining("the body is");
  }

  @Test
  void otherTopicIsNoStaffEvent() {
    assertThat(unreadable("orders/created", JANE)).hasMessageContaining("the topic");
  }

  private static StaffEventUnreadable unreadable(String topic, String body) {
    StaffEventUnreadable unreadable =
        catchThrowableOfType(StaffEventUnreadable.class, () -> parse(topic, body));
    assertThat(unreadable).isNotNull();
    return unreadable;
  }

  private static StaffEvent parse(String topic, String body) throws StaffEventUnreadable {
    return StaffEventParser.parse(topic, body.getBytes(StandardCharsets.UTF_8));
  }
}
