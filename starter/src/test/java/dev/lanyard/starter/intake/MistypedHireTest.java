package dev.lanyard.starter.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.InputProblem;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hires as people and programs type them: one wrong field, and all of them wrong at once. */
class MistypedHireTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          posUserId | 0                      | must be a whole number from 1 to 999999999
          posUserId | -5                     | must be a whole number from 1 to 999999999
          posUserId | "0"                    | must be a whole number from 1 to 999999999
          posUserId | "-5"                   | must be a whole number from 1 to 999999999
          posUserId | "+5"                   | must be a whole number from 1 to 999999999
          posUserId | " 5"                   | must be a whole number from 1 to 999999999
          posUserId | "1.0"                  | must be a whole number from 1 to 999999999
          posUserId | 1.5                    | must be a whole number from 1 to 999999999
          posUserId | 2147483648             | must be a whole number from 1 to 999999999
          posUserId | "2147483648"           | must be a whole number from 1 to 999999999
          posUserId | 1e400                  | must be a whole number from 1 to 999999999
          posUserId | 1e999999999            | must be a whole number from 1 to 999999999
          posUserId | "١٢٣٤٥"                | must be a whole number from 1 to 999999999
          posUserId | "0x10"                 | must be a whole number from 1 to 999999999
          posUserId | true                   | must be a whole number from 1 to 999999999
          posUserId | [7]                    | must be a whole number from 1 to 999999999
          posUserId | null                   | must be a whole number from 1 to 999999999
          wageRate  | "NaN"                  | must be a number such as 15.50
          wageRate  | "Infinity"             | must be a number such as 15.50
          wageRate  | "1e400"                | must be a number such as 15.50
          wageRate  | 1e400                  | must be a number such as 15.50
          wageRate  | 1e999999999            | must be a number such as 15.50
          wageRate  | 1e-999999999           | must be a number such as 15.50
          wageRate  | "15,50"                | must be a number such as 15.50
          wageRate  | "$15.50"               | must be a number such as 15.50
          wageRate  | "١٥"                   | must be a number such as 15.50
          wageRate  | ""                     | must be a number such as 15.50
          wageRate  | {}                     | must be a number such as 15.50
          wageRate  | -15.50                 | must be more than 0, with at most two decimals, such as 15.50
          wageRate  | "-0.01"                | must be more than 0, with at most two decimals, such as 15.50
          wageRate  | 0                      | must be more than 0, with at most two decimals, such as 15.50
          wageRate  | 15.505                 | must be more than 0, with at most two decimals, such as 15.50
          wageRate  | "15.505"               | must be more than 0, with at most two decimals, such as 15.50
          wageRate  | 1000000000             | must be more than 0, with at most two decimals, such as 15.50
          startDate | "2026-02-29"           | must be a date such as 2026-05-01
          startDate | "2026-02-30"           | must be a date such as 2026-05-01
          startDate | "02/29/2028"           | must be a date such as 2026-05-01
          startDate | "2026-5-1"             | must be a date such as 2026-05-01
          startDate | "2026-05-01T00:00:00Z" | must be a date such as 2026-05-01
          startDate | "٢٠٢٦-٠٥-٠١"           | must be a date such as 2026-05-01
          startDate | "tomorrow"             | must be a date such as 2026-05-01
          startDate | 20260501               | must be a date such as 2026-05-01
          startDate | "0000-01-01"           | must lie between 2000 and 2099
          startDate | "9999-12-31"           | must lie between 2000 and 2099
          startDate | "-0001-01-01"          | must lie between 2000 and 2099
          startDate | "+999999999-12-31"     | must lie between 2000 and 2099
          phone     | "+1 (615) 555-1234"    | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | "1-615-555-1234"       | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | "16155551234"          | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | "0016155551234"        | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | "615-555-CARS"         | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | "٦١٥٥٥٥١٢٣٤"           | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | ""                     | must have 9 or 10 digits without a country code, such as 6155551234
          phone     | 6155551234             | must be text
          email     | ""                     | must look like name@example.com and have at most 254 characters
          email     | "dana"                 | must look like name@example.com and have at most 254 characters
          email     | "dana@localhost"       | must look like name@example.com and have at most 254 characters
          email     | "dana example@a.test"  | must look like name@example.com and have at most 254 characters
          email     | "dana\\u00a0@a.test"   | must look like name@example.com and have at most 254 characters
          email     | "a@b@c.test"           | must look like name@example.com and have at most 254 characters
          email     | "<a@b.test>"           | must look like name@example.com and have at most 254 characters
          email     | "a\\r\\nBcc: b@c.test" | must look like name@example.com and have at most 254 characters
          sites     | []                     | must be either a list of site names or all, not both and not none
          sites     | "Wash 37135"           | must be a list of names
          sites     | "ALL"                  | must be a list of names
          sites     | ["A","A"]              | must not name the same one twice
          sites     | ["A",""]               | is missing
          sites     | ["A"," "]              | is missing
          sites     | ["A",null]             | must be a list of names
          sites     | ["A",7]                | must be a list of names
          sites     | ["A\\u202eB"]          | must be a name of at most 200 printable characters
          firstName | ""                     | is missing
          firstName | "\\u00a0\\u2003"       | is missing
          firstName | 7                      | must be text
          """)
  void oneWrongFieldIsTheOneThatIsTold(String field, String value, String message)
      throws JsonProcessingException {
    assertThat(problems(hire(field, value))).containsExactly(new InputProblem(field, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ja\u0000ne",
        "Ja\u001b[31mne",
        "Ja\u202ene",
        "Ja\u200fne",
        "Ja\u2066ne",
        "Ja\u200dne",
        "<b>Jane",
        "Jane>"
      })
  void aNameThatCannotBeSeenAsItIsIsRefused(String name) {
    ObjectNode typed = good();
    typed.put("firstName", name);
    assertThat(problems(typed))
        .containsExactly(
            new InputProblem(
                "firstName",
                "must not contain '<', '>', control characters or invisible ones (direction marks,"
                    + " zero width joiners): write it without them"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          firstName | "D'Angelo"
          firstName | "Zoë 🚗"
          lastName  | "Already Exists"
          lastName  | "null"
          lastName  | "& Sons; -- %s {0} ${x}"
          posUserId | 7
          posUserId | "007"
          posUserId | 999999999
          wageRate  | 15
          wageRate  | "15.5"
          wageRate  | 999999999.99
          startDate | "2028-02-29"
          phone     | "(615) 555-1234"
          phone     | "615.555.1234"
          phone     | "615555123"
          email     | "DANA+x@mail.example.test"
          sites     | "all"
          """)
  void whatIsUnusualAndRightIsTaken(String field, String value) throws JsonProcessingException {
    ObjectNode typed = hire(field, value);
    HireEvent event = HireDraft.read(typed, () -> "e1", NOW);
    assertThat(event.hire().firstName() + event.hire().lastName()).isNotBlank();
  }

  @Test
  void leadingZerosOfAPosUserIdDoNotCountAsTheyDoNotAtTheTill() throws JsonProcessingException {
    HireEvent event = HireDraft.read(hire("posUserId", "\"00012345\""), () -> "e1", NOW);
    assertThat(event.hire().posUserId().value()).isEqualTo(12345);
  }

  @Test
  void everythingWrongIsToldAtOnceInOrderAndWithoutTheValues() {
    String endless = "secret".repeat(2_000);
    ObjectNode typed = good();
    typed.put("employeeNumber", endless);
    typed.put("firstName", endless);
    typed.put("lastName", endless);
    typed.put("phone", endless);
    typed.put("email", endless);
    typed.put("posUserId", endless);
    typed.put("wageRate", endless);
    typed.put("startDate", endless);
    typed.set(
        "sites", JSON.valueToTree(IntStream.range(0, 10_000).mapToObj(i -> "S" + i).toList()));
    typed.put("permissionTemplate", endless);
    typed.set("departments", JSON.valueToTree(List.of(endless)));
    typed.put("emergencyName", endless);
    typed.put("emergencyPhone", endless);
    typed.put("overtimeRate", endless);
    typed.put("noOvertime", endless);
    typed.put("formerEmployee", endless);
    typed.put("role", endless);
    typed.put("like", endless);
    typed.put("requester", endless);
    typed.put("eventId", endless);
    typed.put("decidedAt", endless);
    List<InputProblem> problems = problems(typed);
    assertThat(problems)
        .extracting(InputProblem::field)
        .containsExactlyElementsOf(HireDraft.FIELDS);
    assertThat(problems.toString()).doesNotContain("secret");
  }

  private static ObjectNode hire(String field, String json) throws JsonProcessingException {
    ObjectNode typed = good();
    JsonNode value = JSON.readTree(json);
    typed.set(field, value);
    return typed;
  }

  private static List<InputProblem> problems(ObjectNode typed) {
    InputRefused refused =
        catchThrowableOfType(
            InputRefused.class, () -> assertThat(HireDraft.read(typed, () -> "e1", NOW)).isNull());
    assertThat(refused).isNotNull();
    return refused.problems();
  }

  private static ObjectNode good() {
    ObjectNode typed = JSON.createObjectNode();
    typed.put("employeeNumber", "hr-10442");
    typed.put("firstName", "Jane");
    typed.put("lastName", "Doe");
    typed.put("phone", "6155551234");
    typed.put("email", "jane.doe@example.com");
    typed.put("posUserId", 12345);
    typed.put("wageRate", "15.50");
    typed.put("startDate", "2026-05-01");
    typed.putArray("sites").add("Wash 37135");
    typed.put("permissionTemplate", "General User");
    return typed;
  }
}
