package dev.lanyard.activities.staffapi.client;

import java.time.Duration;
import java.util.Optional;

/**
 * The staff API did not do what was asked. The message names the request's path without its query,
 * the status, the server's own words (bounded, escaped, without what we sent of a person) and the
 * remedy.
 */
public final class StaffApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as the one who asked must act differently. */
  public enum Kind {
    /** 401 or 403. */
    CREDENTIALS_REJECTED,
    /** No refresh token, or one that the API no longer takes: a human has to log in. */
    LOGIN_NEEDED,
    /** An answer that the API's documents do not allow. */
    CHANGED,
    /** 400, 406 or 422 on a write: it will not do this. */
    REFUSED,
    /** 429: nothing was done; {@link #retryAfter} says when to ask again. */
    RATE_LIMITED,
    /** No answer, a 5xx, or something between us and the API answered; nothing was written. */
    OUTAGE,
    /** The same after a write had left: it may or may not have been done, or be done later. */
    UNCONFIRMED_WRITE
  }

  private final Kind kind;

  /** Null unless limited. */
  private final Duration retryAfter;

  public StaffApiException(Kind kind, String message) {
    this(kind, message, null, null);
  }

  StaffApiException(Kind kind, String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** How long to wait before the next request, when the server said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
