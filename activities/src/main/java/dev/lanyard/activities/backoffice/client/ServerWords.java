package dev.lanyard.activities.backoffice.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server's own words, made fit for a failure that stands in a history. */
public final class ServerWords {

  /** The texts were never captured (section 4.2): a refinement of a refusal, never a proof. */
  private static final Pattern DUPLICATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:already|in\\s+use|unique|taken)(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern EMAIL = Pattern.compile("[^@\\s\"']+@[^@\\s\"']+\\.[^@\\s\"']+");

  /** The longest known message has 174 characters, eight came at once (section 4.2). */
  private static final int LONGEST = 300;

  private static final int MOST = 10;

  private ServerWords() {}

  /**
   * Nothing when there are no words; else {@code ": "} and each in quotation marks.
   *
   * @param personal values that must not be shown, such as names and PINs; e-mails never are
   */
  public static String quote(List<String> alerts, Collection<String> personal) {
    return alerts.isEmpty()
        ? ""
        : alerts.stream()
            .limit(MOST)
            .map(alert -> '"' + fit(alert, personal) + '"')
            .collect(Collectors.joining(", ", ": ", ""));
  }

  /** A short text of the server's, such as a cell, without control characters and bounded. */
  public static String plain(String text) {
    return fit(text, List.of());
  }

  /**
   * Whether any of them says that a value belongs to another record already.
   *
   * @param personal values whose own words do not count, such as the name "Already"
   */
  static boolean sayDuplicate(List<String> alerts, Collection<String> personal) {
    return alerts.stream()
        .anyMatch(alert -> DUPLICATE.matcher(withoutValues(alert, personal)).find());
  }

  private static String fit(String alert, Collection<String> personal) {
    String text = withoutValues(alert, personal);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** A name's own white space may have been collapsed by the server, or by reading the page. */
  private static String words(String value) {
    return Pattern.compile("\\s+")
        .splitAsStream(value.strip())
        .map(Pattern::quote)
        .collect(Collectors.joining("\\s+"));
  }

  private static String withoutValues(String alert, Collection<String> personal) {
    String text = EMAIL.matcher(alert).replaceAll("[redacted]");
    for (String value :
        personal.stream()
            .filter(v -> !v.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()) {
      text =
          Pattern.compile(
                  "(?<![\\p{L}\\p{N}])" + words(value) + "(?![\\p{L}\\p{N}])",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(text)
              .replaceAll("[redacted]");
    }
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
  }
}
