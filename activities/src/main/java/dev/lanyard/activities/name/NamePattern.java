package dev.lanyard.activities.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name that somebody looks for: a first name, a last name, or both in this order. Case and the
 * number of blanks do not count; with a final {@code *} only the beginning does.
 *
 * @param firstWord as typed: what a first or a last name that fits begins with
 * @param normal what is compared
 */
public record NamePattern(String firstWord, String normal, boolean beginning) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * @param typed not blank
   */
  public static NamePattern of(String typed) {
    boolean beginning = typed.endsWith("*");
    String name = (beginning ? typed.substring(0, typed.length() - 1) : typed).strip();
    return new NamePattern(BLANKS.split(name, 2)[0], normal(name), beginning);
  }

  /** Whether a person of these names is meant. */
  public boolean fits(String firstName, String lastName) {
    return Stream.of(firstName, lastName, firstName + " " + lastName)
        .map(NamePattern::normal)
        .anyMatch(name -> beginning ? name.startsWith(normal) : name.equals(normal));
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .strip()
        .replaceAll(BLANKS.pattern(), " ")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "NamePattern[redacted]";
  }
}
