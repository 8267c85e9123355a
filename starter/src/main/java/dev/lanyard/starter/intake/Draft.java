package dev.lanyard.starter.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PosUserId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An event as somebody typed it: one JSON object, whether it came from a file, from a request or
 * from flags. Each field is read once; what cannot be read is noted as a problem of that field, and
 * reading goes on, so that all mistakes are told together. No message holds the value.
 */
final class Draft {

  private static final Pattern REQUESTER = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

  private final ObjectNode fields;
  private final List<InputProblem> problems = new ArrayList<>();

  Draft(ObjectNode fields) {
    this.fields = fields;
  }

  /** What could not be read so far. */
  List<InputProblem> problems() {
    return List.copyOf(problems);
  }

  /** Names that an event has no field for: a misspelt field must not be passed over. */
  void refuseOthersThan(List<String> known) {
    fields
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.equals("pin")) {
                problem(name, "does not belong here: put it into a file of its own, or be asked");
              } else if (!known.contains(name)) {
                problem(name, "is not a field of it; known are " + String.join(", ", known));
              }
            });
  }

  void problem(String field, String message) {
    problems.add(new InputProblem(field, message));
  }

  boolean has(String field) {
    return fields.hasNonNull(field);
  }

  Optional<String> text(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode value = fields.get(field);
    if (!value.isTextual()) {
      problem(field, "must be text");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  Optional<EmployeeNumber> employeeNumber() {
    return text("employeeNumber").map(EmployeeNumber::of);
  }

  /** Who asks for it, as the approval policy names people. */
  Optional<String> requester() {
    return read(
        "requester",
        "must be a name of the approval policy: at most 64 letters, digits, '.', '_', '-' or '@'",
        text -> {
          if (!REQUESTER.matcher(text).matches()) {
            throw new NumberFormatException();
          }
          return text;
        });
  }

  Optional<PosUserId> posUserId() {
    return posUserId("posUserId");
  }

  Optional<PosUserId> posUserId(String field) {
    return read(
        field,
        "must be a whole number from 1 to " + PosUserId.LARGEST,
        text -> {
          if (!DIGITS.matcher(text).matches()) {
            throw new NumberFormatException();
          }
          return PosUserId.of(Integer.parseInt(text));
        });
  }

  /** From 1 to nine digits. */
  Optional<Integer> wholeNumber(String field) {
    return read(
        field,
        "must be a whole number from 1",
        text -> {
          if (!DIGITS.matcher(text).matches() || Integer.parseInt(text) < 1) {
            throw new NumberFormatException();
          }
          return Integer.valueOf(text);
        });
  }

  /** One of these words. */
  Optional<String> word(String field, List<String> words) {
    return read(
        field,
        "must be "
            + String.join(", ", words.subList(0, words.size() - 1))
            + " or "
            + words.get(words.size() - 1),
        text -> {
          if (!words.contains(text)) {
            throw new NumberFormatException();
          }
          return text;
        });
  }

  Optional<BigDecimal> decimal(String field) {
    return read(
        field,
        "must be a number such as 15.50",
        text -> {
          if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException();
          }
          return new BigDecimal(text);
        });
  }

  Optional<LocalDate> date(String field) {
    return read(field, "must be a date such as 2026-05-01", LocalDate::parse);
  }

  /** On the clocks of the person's sites. */
  Optional<LocalDateTime> dateTime(String field) {
    return read(
        field, "must be a local date and time such as 2026-05-01T17:30", LocalDateTime::parse);
  }

  Optional<LocalTime> timeOfDay(String field) {
    return read(field, "must be a time of day such as 17:30", LocalTime::parse);
  }

  Optional<Instant> instant(String field) {
    return read(
        field,
        "must be an instant with its offset, such as 2026-05-01T09:00:00Z",
        text -> OffsetDateTime.parse(text).toInstant());
  }

  /** A list of texts; empty when the field is absent or could not be read. */
  List<String> texts(String field) {
    if (!has(field)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (JsonNode value : fields.get(field)) {
      if (value.isTextual()) {
        found.add(value.textValue());
      }
    }
    if (!fields.get(field).isArray() || found.size() < fields.get(field).size()) {
      problem(field, "must be a list of names");
      return List.of();
    }
    return found;
  }

  /** Whether the field is this one word instead of a list. */
  boolean is(String field, String word) {
    return has(field) && fields.get(field).asText().equals(word);
  }

  /** False when the field is absent or could not be read. */
  boolean yesOrNo(String field) {
    String text = has(field) ? fields.get(field).asText() : "false";
    if (!text.equals("true") && !text.equals("false")) {
      problem(field, "must be true or false");
    }
    return text.equals("true");
  }

  private <T> Optional<T> read(String field, String message, Function<String, T> reader) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode value = fields.get(field);
    if (value.isTextual() || value.isNumber()) {
      try {
        String text = value.isNumber() ? value.decimalValue().toString() : value.textValue();
        return Optional.of(reader.apply(text));
      } catch (DateTimeException | NumberFormatException e) {
        // Told below: the exception's own words quote the value.
      }
    }
    problem(field, message);
    return Optional.empty();
  }
}
