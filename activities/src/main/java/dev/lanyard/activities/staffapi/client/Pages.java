package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Reads a list to its end: by {@code X-Next-Page}, else by {@code X-Pages} and {@code X-Page}. A
 * list that is not read to its end would hide records, so every doubt is {@link Kind#CHANGED}.
 */
final class Pages {

  /** 10,000 rows (guessed): past that the pages go round in a circle. */
  private static final int LIMIT = 400;

  private final Transport transport;
  private final RemoteOrigin origin;

  Pages(Transport transport, RemoteOrigin origin) {
    this.transport = transport;
    this.origin = origin;
  }

  /**
   * All rows of a list; a row that two pages show counts once, by its {@code id} or, without one,
   * by all that it holds.
   */
  Optional<List<JsonAt>> read(HttpUrl first) {
    List<JsonAt> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    HttpUrl url = first;
    Optional<Integer> number = Optional.empty();
    for (int read = 1; read <= LIMIT; read++) {
      Answer answer = transport.get(url, number);
      if (answer.notFound()) {
        return notFound(first, read);
      }
      int known = seen.size();
      List<JsonAt> page = JsonAt.root("GET " + path(first), body(answer)).rows();
      page.stream().filter(row -> seen.add(key(row))).forEach(rows::add);
      if (!page.isEmpty() && seen.size() == known) {
        throw changed(first, "page " + read + " shows an earlier page's rows again");
      }
      String next = answer.headers().get("X-Next-Page");
      if (next != null) {
        url = owned(first, next);
        number = Optional.empty();
      } else if (pageCount(first, answer) > read) {
        url = first;
        number = Optional.of(read);
      } else {
        return Optional.of(List.copyOf(rows));
      }
    }
    throw changed(first, "there are more than " + LIMIT + " pages");
  }

  private static String key(JsonAt row) {
    JsonNode id = row.json().path("id");
    return id.isMissingNode() ? row.json().toString() : id.toString();
  }

  private static Optional<List<JsonAt>> notFound(HttpUrl first, int page) {
    if (page > 1) {
      throw changed(first, "page " + page + " is announced and not there");
    }
    return Optional.empty();
  }

  private HttpUrl owned(HttpUrl first, String next) {
    HttpUrl url = HttpUrl.parse(next);
    if (url == null || !origin.owns(url)) {
      throw changed(first, "X-Next-Page does not lead to a page of " + origin.base().host());
    }
    return url;
  }

  private static int pageCount(HttpUrl first, Answer answer) {
    String count = answer.headers().get("X-Pages");
    if (count == null) {
      return 1;
    }
    if (!count.matches("\\d{1,6}")) {
      throw changed(first, "X-Pages is not a number");
    }
    return Integer.parseInt(count);
  }

  private static JsonNode body(Answer answer) {
    return answer.json().orElseThrow();
  }

  private static String path(HttpUrl url) {
    return url.encodedPath();
  }

  private static StaffApiException changed(HttpUrl list, String what) {
    return new StaffApiException(
        Kind.CHANGED,
        "GET %s: %s. The staff API no longer pages as documented; this needs a change of the program."
            .formatted(path(list), what));
  }
}
