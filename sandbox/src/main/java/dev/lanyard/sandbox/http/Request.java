package dev.lanyard.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request as it arrived.
 *
 * @param path as sent, without the query
 * @param query as sent, without the question mark; empty when there is none
 * @param headers by lower-case name
 */
public record Request(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    Instant at) {
  private static final Pattern COOKIES = Pattern.compile(";\\s*");

  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /** The media type of the body without its parameters, in lower case; empty when none was sent. */
  public String contentType() {
    String full = header("content-type").orElse("");
    int parameters = full.indexOf(';');
    return (parameters < 0 ? full : full.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
  }

  public Fields parameters() {
    return Fields.parse(query);
  }

  /** The form pairs of the body; none when the body is not form-encoded, as in PHP. */
  public Fields form() {
    return contentType().equals("application/x-www-form-urlencoded")
        ? Fields.parse(text())
        : Fields.parse("");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public Optional<String> cookie(String name) {
    for (String cookie : COOKIES.split(header("cookie").orElse(""), -1)) {
      if (cookie.startsWith(name + "=")) {
        return Optional.of(cookie.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  /** Method and path only: the rest may hold PINs, passwords and names. */
  @Override
  public String toString() {
    return "Request[" + method + " " + path + "]";
  }
}
