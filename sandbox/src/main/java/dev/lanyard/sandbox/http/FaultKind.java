package dev.lanyard.sandbox.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be played on a request. The comment says what the caller sees and what is stored. */
public enum FaultKind {
  /** An answer with {@code status} (default 500) and nothing stored. */
  STATUS(null),
  /** Served normally, {@code delayMs} later: a caller that gave up earlier meets a late commit. */
  DELAY(null),
  /** Connection closed, nothing stored. */
  CUT_BEFORE_COMMIT(null),
  /** Connection closed, everything stored. */
  CUT_AFTER_COMMIT(null),
  /** Connection closed at once; stored {@code delayMs} later. */
  COMMIT_LATE(null),
  /** Stored; half of the body (or {@code atByte} bytes) arrives, then the connection closes. */
  TRUNCATED_BODY(null),
  /** The answer that success would have, nothing stored. */
  SUCCESS_WITHOUT_EFFECT(null),
  /** Another person changes that record right before the request is served; see {@code body}. */
  EDIT_IN_BETWEEN(null),
  /** What a refusal by the system's own validation looks like, with {@code body} as its text. */
  REFUSED(null),
  /** 200 with a page that is no page of the system. */
  MAINTENANCE_PAGE(null),
  /** The session ends; 200 with the login page, nothing stored. */
  LOGIN_PAGE("backoffice"),
  /** The session ends; 302 to /login, nothing stored. */
  LOGIN_REDIRECT("backoffice"),
  /** Served; the session ends afterwards, so between this read and the next write. */
  SESSION_ENDS("backoffice"),
  /**
   * Served, but what {@code selector} finds is gone; without one, forms and tables have other
   * names, or none.
   */
  CHANGED_MARKUP("backoffice"),
  /** A proxy's HTML with {@code status} (default 502), nothing stored. */
  HTML_BODY("staff-api"),
  /** 401 with the documented body of an expired token, nothing stored. */
  EXPIRED_TOKEN("staff-api");

  private final String onlySystem;

  FaultKind(String onlySystem) {
    this.onlySystem = onlySystem;
  }

  /** As written in JSON, such as {@code cut-after-commit}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean playsOn(String system) {
    return onlySystem == null || onlySystem.equals(system);
  }

  static Optional<FaultKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  static List<String> labels(String system) {
    return Arrays.stream(values())
        .filter(kind -> kind.playsOn(system))
        .map(FaultKind::label)
        .toList();
  }
}
