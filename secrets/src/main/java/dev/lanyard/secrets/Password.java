package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The password of a Backoffice login: 8 to 64 printable ASCII characters without blanks, at least
 * eight of them letters or digits (section 13.1's help text). It prints as {@code [redacted]} and
 * cannot be written as JSON: its only field is transient. To store or send one, seal it with a
 * {@link PasswordSealer}.
 */
public final class Password {
  /** The page's help names no longest one; this is what its user name may have (guessed). */
  private static final int LONGEST = 64;

  private static final int DRAWN = 12;

  /** Of these the public client draws its own (section 17). */
  private static final String SYMBOLS = "!@#$%^&*()_+=-[]{};:,.<>?";

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + SYMBOLS;

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{8," + LONGEST + "}");
  private static final String RULE =
      "a password is 8 to "
          + LONGEST
          + " printable ASCII characters without blanks, at least eight of them letters or digits"
          + " (value not shown)";

  private final transient String text;

  private Password(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException when it breaks the rule; the message never holds the value
   */
  public static Password of(String text) {
    if (text == null || !PRINTABLE.matcher(text).matches() || lettersAndDigits(text) < 8) {
      throw new IllegalArgumentException(RULE);
    }
    return new Password(text);
  }

  /**
   * Draws twelve characters with a letter, a digit and a symbol among them, and eight letters or
   * digits at least. Each such text is equally likely: one that is not such is drawn anew.
   */
  public static Password draw(SecureRandom random) {
    String text;
    do {
      StringBuilder drawn = new StringBuilder(DRAWN);
      for (int i = 0; i < DRAWN; i++) {
        drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      text = drawn.toString();
    } while (!varied(text));
    return of(text);
  }

  private static boolean varied(String text) {
    return lettersAndDigits(text) >= 8
        && lettersAndDigits(text) < text.length()
        && text.chars().anyMatch(Password::digit)
        && text.chars().anyMatch(Password::letter);
  }

  private static long lettersAndDigits(String text) {
    return text.chars().filter(c -> digit(c) || letter(c)).count();
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** In plain text: for the form field that needs it, and for nothing else. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Password that
        && MessageDigest.isEqual(text.getBytes(UTF_8), that.text.getBytes(UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
