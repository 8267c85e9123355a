package dev.lanyard.activities.backoffice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A name that somebody looks for: a first name, a last name, or both in this order. Case and the
 * number of blanks do not count; with a final {@code *} only the beginning does.
 */
record NamePattern(String normal, boolean beginning) {

  static NamePattern of(String typed) {
    boolean beginning = typed.endsWith("*");
    return new NamePattern(
        normal(beginning ? typed.substring(0, typed.length() - 1) : typed), beginning);
  }

  /** What a first name or a last name that fits begins with. */
  String firstWord() {
    int blank = normal.indexOf(' ');
    return blank < 0 ? normal : normal.substring(0, blank);
  }

  boolean fits(String firstName, String lastName) {
    return Stream.of(firstName, lastName, firstName + " " + lastName)
        .map(NamePattern::normal)
        .anyMatch(name -> beginning ? name.startsWith(normal) : name.equals(normal));
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "NamePattern[redacted]";
  }
}
