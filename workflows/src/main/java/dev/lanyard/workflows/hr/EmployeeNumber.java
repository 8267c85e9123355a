package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * HR's stable id for a person, qualified by its source, such as {@code hr-10442}: the key of
 * everything here. It stands in workflow ids and search attributes in plain text for ever, so it
 * must never be a name, an e-mail address or a phone number.
 */
public record EmployeeNumber(@JsonValue String value) implements Comparable<EmployeeNumber> {

  /**
   * What {@link #problem} says is wanted; also the staff API's {@code code} (at most 255 there).
   */
  public static final String SHAPE =
      "a source and a number, 2 to 32 letters, digits, '-', '_' or '.', such as hr-10442";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{1,31}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EmployeeNumber {}

  public static EmployeeNumber of(String value) {
    return new EmployeeNumber(value);
  }

  /**
   * Whether {@link #value} has the {@link #SHAPE}; 32 is the narrowest link field (ADP id, section
   * 7.1).
   */
  public boolean wellFormed() {
    return value != null && WELL_FORMED.matcher(value).matches();
  }

  @Override
  public int compareTo(EmployeeNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
