package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A clock-in PIN: five digits, 10000 to 99999. It prints as {@code [redacted]} and cannot be
 * written as JSON: its only field is transient, so that even a mapper that reads private fields
 * finds nothing. To store or send one, seal it with a {@link PinSealer}.
 */
public final class Pin {
  private static final int LOWEST = 10_000;
  private static final int HIGHEST = 99_999;
  private static final Pattern FIVE_DIGITS = Pattern.compile("[1-9][0-9]{4}");
  private static final String RULE = "a PIN is five digits, 10000 to 99999 (value not shown)";

  private final transient String digits;

  private Pin(String digits) {
    this.digits = digits;
  }

  /**
   * @throws IllegalArgumentException when outside 10000..99999; the message never holds the value
   */
  public static Pin of(int number) {
    if (number < LOWEST || number > HIGHEST) {
      throw new IllegalArgumentException(RULE);
    }
    return new Pin(Integer.toString(number));
  }

  /**
   * @param digits exactly five ASCII digits, nothing around them
   * @throws IllegalArgumentException otherwise; the message never holds the value
   */
  public static Pin of(String digits) {
    if (digits == null || !FIVE_DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException(RULE);
    }
    return new Pin(digits);
  }

  /** Draws one of the 90,000 PINs, each equally likely. */
  public static Pin draw(SecureRandom random) {
    // The bounded draw is uniform (it rejects and draws again); a remainder would not be.
    return of(random.nextInt(LOWEST, HIGHEST + 1));
  }

  /** The five digits in plain text: for the form field that needs them, and for nothing else. */
  public String digits() {
    return digits;
  }

  /** Whether these are the same digits, in a time that does not tell how many of them agree. */
  public boolean matches(String candidate) {
    return candidate != null
        && MessageDigest.isEqual(digits.getBytes(US_ASCII), candidate.getBytes(US_ASCII));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pin that && matches(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
