package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Addresses below one company, and how what lies there is read. */
final class Endpoints {

  private static final Pattern LAST_SEGMENT = Pattern.compile("([1-9]\\d{0,18})(?:\\.json)?");

  private static final String JSON = ".json";

  private final RemoteOrigin origin;
  private final HttpUrl company;
  private final Transport transport;
  private final Pages pages;

  Endpoints(RemoteOrigin origin, Transport transport, long companyId) {
    this.origin = origin;
    this.company =
        origin
            .base()
            .newBuilder()
            .addPathSegment("companies")
            .addPathSegment(Long.toString(companyId))
            .build();
    this.transport = transport;
    this.pages = new Pages(transport, origin);
  }

  /** Below the company. */
  HttpUrl url(String... segments) {
    return json(company.newBuilder(), segments);
  }

  /** Below {@code /v1/}. */
  HttpUrl root(String... segments) {
    return json(origin.base().newBuilder(), segments);
  }

  private static HttpUrl json(HttpUrl.Builder url, String... segments) {
    for (int i = 0; i < segments.length; i++) {
      url.addPathSegment(i < segments.length - 1 ? segments[i] : segments[i] + JSON);
    }
    return url.build();
  }

  /** A list that must be there. */
  List<JsonAt> list(HttpUrl url) {
    return pages.read(url).orElseThrow(() -> missing(url, "GET"));
  }

  /** A list of something that may be gone. */
  Optional<List<JsonAt>> listOf(HttpUrl url) {
    return pages.read(url);
  }

  /** An object that may be gone. */
  Optional<JsonAt> found(HttpUrl url) {
    Answer answer = transport.get(url, Optional.empty());
    return answer.notFound()
        ? Optional.empty()
        : Optional.of(JsonAt.root("GET " + url.encodedPath(), answer.json().orElseThrow()));
  }

  /** An object that must be there. */
  JsonAt one(HttpUrl url) {
    return found(url).orElseThrow(() -> missing(url, "GET"));
  }

  /**
   * The id that an answer's {@code Location} tells; empty when it tells none, or names something
   * else than what was asked for: its number would be that of a stranger.
   */
  Optional<Long> createdId(HttpUrl url, Answer answer) {
    if (answer.notFound()) {
      throw missing(url, "POST");
    }
    return Optional.ofNullable(answer.headers().get("Location"))
        .map(url::resolve)
        .filter(origin::owns)
        .filter(location -> isIn(url, location))
        .map(location -> LAST_SEGMENT.matcher(last(location.pathSegments())))
        .filter(Matcher::matches)
        .map(matcher -> new BigInteger(matcher.group(1)))
        .filter(id -> id.bitLength() < Long.SIZE)
        .map(BigInteger::longValueExact);
  }

  private static boolean isIn(HttpUrl collection, HttpUrl location) {
    String path = collection.encodedPath();
    return location.encodedPath().startsWith(path.substring(0, path.length() - JSON.length()) + "/")
        && location.pathSize() == collection.pathSize() + 1;
  }

  private static String last(List<String> segments) {
    return segments.get(segments.size() - 1);
  }

  private static StaffApiException missing(HttpUrl url, String method) {
    return new StaffApiException(
        Kind.CHANGED,
        "%s %s answered 404. Check the staff API's base URL and company id."
            .formatted(method, url.encodedPath()));
  }
}
