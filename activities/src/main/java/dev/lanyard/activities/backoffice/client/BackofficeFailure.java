package dev.lanyard.activities.backoffice.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Backoffice did not do what was asked. The message names method and path without query, and holds
 * neither names nor e-mails nor PINs.
 */
public final class BackofficeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure, and with it what may be done next. */
  public enum Kind {
    /** No answer, a 5xx, or a page without the known skeleton; nothing was written. */
    OUTAGE,
    /** A write was sent, and whether it was carried out is not known. */
    UNCONFIRMED_WRITE,
    /** 429; see {@link #retryAfter}. */
    RATE_LIMITED,
    /** User name or password refused; latched. */
    LOGIN_REJECTED,
    /** Logged in, and still refused this page. */
    NOT_ALLOWED,
    /** No employee of this id. */
    NOT_FOUND,
    /** A write was refused, in the server's own words. */
    REFUSED,
    /** A write was refused, and the server's own words say that a value is another record's. */
    DUPLICATE,
    /** An answer that the protocol does not know. */
    CHANGED
  }

  private final Kind kind;
  private final transient Duration retryAfter;
  private final String finding;
  private final String remedy;

  BackofficeFailure(Kind kind, String message) {
    this(kind, message, "", null);
  }

  BackofficeFailure(Kind kind, String message, Duration retryAfter) {
    this(kind, message, "", retryAfter);
  }

  BackofficeFailure(Kind kind, String finding, String remedy) {
    this(kind, finding, remedy, null);
  }

  private BackofficeFailure(Kind kind, String finding, String remedy, Duration retryAfter) {
    super(remedy.isEmpty() ? finding : finding + " " + remedy);
    this.kind = kind;
    this.finding = finding;
    this.remedy = remedy;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether a write was refused, for whatever reason: nothing was written. */
  public boolean isRefusal() {
    return kind == Kind.REFUSED || kind == Kind.DUPLICATE;
  }

  /** The message without its remedy. */
  public String finding() {
    return finding;
  }

  /** What a human can do about it; may be empty. */
  public String remedy() {
    return remedy;
  }

  /** How long the server wants to be left alone; only with {@link Kind#RATE_LIMITED}. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
