package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.page.LoginPage;
import dev.lanyard.activities.http.RemoteOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;

/**
 * What came back, redirects not followed.
 *
 * @param request method and path without query, for messages
 * @param location where a redirect points, resolved; absent when there is none
 * @param retryAfter the header as sent
 * @param page the parsed body
 */
record Answer(
    String request,
    int status,
    Optional<HttpUrl> location,
    Optional<String> retryAfter,
    Document page) {

  /** Nobody says how long when no header comes (guessed). */
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

  /** A longer wait would look like a hang; the next 429 says it again (guessed). */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** How an expired session shows (section 2.2). */
  enum Expiry {
    NONE,
    /** A redirect to the login: what was asked was not executed. */
    LOGIN_REDIRECT,
    /** The login page in place of the answer. */
    LOGIN_PAGE,
    /** 401 or 403, which may as well be a lack of rights. */
    FORBIDDEN
  }

  boolean redirects() {
    return status >= 300 && status < 400 && location.isPresent();
  }

  /** The path of a redirect inside our origin; empty for anything else. */
  Optional<String> redirectPath(RemoteOrigin origin) {
    return redirects() ? location.filter(origin::owns).map(HttpUrl::encodedPath) : Optional.empty();
  }

  Expiry expiry(RemoteOrigin origin) {
    String login = origin.base().newBuilder().addPathSegment("login").build().encodedPath();
    if (redirectPath(origin).filter(login::equals).isPresent()) {
      return Expiry.LOGIN_REDIRECT;
    }
    if (status == 401 || status == 403) {
      return Expiry.FORBIDDEN;
    }
    return status == 200 && LoginPage.isShownBy(page) ? Expiry.LOGIN_PAGE : Expiry.NONE;
  }

  /** 429 in any place means that nothing was carried out. */
  void requireNotLimited() {
    if (status == 429) {
      throw new BackofficeFailure(
          Kind.RATE_LIMITED,
          request + " was answered with 429 (too many requests).",
          retryAfter.flatMap(Answer::parse).map(Answer::bounded).orElse(DEFAULT_WAIT));
    }
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Optional<Duration> parse(String header) {
    if (header.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Math.max(1, Long.parseLong(header))));
    }
    try {
      Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), until);
      return Optional.of(wait.toSeconds() < 1 ? Duration.ofSeconds(1) : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
