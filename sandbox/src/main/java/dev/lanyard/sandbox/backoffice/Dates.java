package dev.lanyard.sandbox.backoffice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates as Backoffice writes and reads them: {@code MM/DD/YYYY}. */
final class Dates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  static String format(LocalDate date) {
    return FORMAT.format(date);
  }

  static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text, FORMAT));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
