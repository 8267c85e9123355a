package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * What a server said about a request, fit for an error message: one bounded line in which no person
 * and no credential is named.
 */
final class ServerWords {

  /** Enough for a sentence about each field of a staff member (guessed). */
  private static final int LIMIT = 300;

  /** Foreign text past this is not even looked at (guessed). */
  private static final int READ_LIMIT = 8 * LIMIT;

  private static final Pattern EMAIL = Pattern.compile("[^\\s@\"'<>]+@[^\\s@\"'<>]+");
  private static final String REPLACEMENT = Matcher.quoteReplacement("[redacted]");
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private final List<String> unspeakable;

  /**
   * @param unspeakable what must not be repeated; looked for without regard to case
   */
  ServerWords(Collection<String> unspeakable) {
    // The longer first: a name may be part of an address.
    this.unspeakable =
        unspeakable.stream()
            .filter(value -> !value.isBlank())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** From an answer's body; empty when it has none. */
  String in(String body, Optional<JsonNode> json) {
    String plain = body.stripLeading().startsWith("<") ? Jsoup.parse(body).text() : body;
    String said = json.map(ServerWords::texts).filter(text -> !text.isBlank()).orElse(plain);
    return fit(said.length() > READ_LIMIT ? said.substring(0, READ_LIMIT) : said);
  }

  private String fit(String said) {
    String fit = said;
    for (String value : unspeakable) {
      // Whole words only: "Al" is a name, and part of "invalid".
      Pattern whole = Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)", FLAGS);
      fit = whole.matcher(fit).replaceAll(REPLACEMENT);
    }
    fit = escaped(EMAIL.matcher(fit).replaceAll(REPLACEMENT).strip());
    return fit.codePointCount(0, fit.length()) > LIMIT
        ? fit.substring(0, fit.offsetByCodePoints(0, LIMIT)) + "…"
        : fit;
  }

  /** Every text of a JSON error, whatever its shape: nobody documents it. */
  private static String texts(JsonNode json) {
    List<String> found = new ArrayList<>();
    collect(json, found);
    return String.join("; ", found);
  }

  private static void collect(JsonNode json, List<String> found) {
    if (json.isTextual()) {
      found.add(json.textValue());
    }
    json.forEach(child -> collect(child, found));
  }

  private static String escaped(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (speaks(c)) {
                line.appendCodePoint(c);
              } else {
                line.append(String.format("\\u%04x", c));
              }
            });
    return line.toString();
  }

  /** Neither a control or format character (direction marks) nor half a character. */
  private static boolean speaks(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
