package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number that a person types at the point of sale; unique per tenant, disabled ones included.
 */
public record PosUserId(@JsonValue int value) {

  /** Nine digits keep it an int everywhere; the form itself names no maximum (guessed). */
  public static final int LARGEST = 999_999_999;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PosUserId {}

  public static PosUserId of(int value) {
    return new PosUserId(value);
  }

  public boolean wellFormed() {
    return value >= 1 && value <= LARGEST;
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
