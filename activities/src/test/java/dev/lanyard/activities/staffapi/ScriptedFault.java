package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.FailureTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one request of a test may meet.
 *
 * @param fields what the sandbox is told besides which request it is
 * @param expected the only types of failure that it may lead to
 */
record ScriptedFault(String name, Map<String, Object> fields, Set<String> expected) {

  static final String EDITED_PHONE = "+1 555 019 9999";

  /** Of the client, where a fault outlasts it (guessed: far above what loopback takes). */
  static final Duration TIMEOUT = Duration.ofMillis(250);

  private static final int BEYOND_TIMEOUT_MS = 450;

  /** Retried by Temporal, or (final) by a human who looked. */
  private static final Set<String> TROUBLE =
      Set.of(
          FailureTypes.UNCONFIRMED_WRITE,
          FailureTypes.STAFF_API_OUTAGE,
          FailureTypes.RATE_LIMITED,
          FailureTypes.NOT_APPLIED);

  /** A refusal is the API's own word: nothing about it is unconfirmed. */
  private static final Set<String> REFUSAL =
      Set.of(FailureTypes.STAFF_API_REFUSED, FailureTypes.STAFF_API_CHANGED);

  private static final Set<String> REJECTED = Set.of(FailureTypes.STAFF_API_CREDENTIALS_REJECTED);

  /** Of every request of every activity. */
  static final List<ScriptedFault> TROUBLES =
      List.of(
          trouble("cut-before-commit"),
          trouble("cut-after-commit"),
          new ScriptedFault("commit-late", Map.of("kind", "commit-late", "delayMs", 50), TROUBLE),
          trouble("truncated-body"),
          trouble("html-body"),
          trouble("maintenance-page"),
          trouble("success-without-effect"),
          status(429, TROUBLE),
          status(500, TROUBLE),
          status(503, TROUBLE));

  /** Of every request of the activities that write. */
  static final List<ScriptedFault> ANSWERS =
      List.of(
          new ScriptedFault(
              "delay", Map.of("kind", "delay", "delayMs", BEYOND_TIMEOUT_MS), TROUBLE),
          new ScriptedFault("refused", Map.of("kind", "refused"), REFUSAL),
          new ScriptedFault("edit-in-between", Map.of("kind", "edit-in-between"), Set.of()),
          new ScriptedFault(
              "edit-in-between of access",
              Map.of(
                  "kind",
                  "edit-in-between",
                  "body",
                  Map.of("permissions", List.of("PosPermission"))),
              Set.of(FailureTypes.NOT_APPLIED, FailureTypes.STATE_CHANGED)),
          new ScriptedFault("expired-token", Map.of("kind", "expired-token"), REJECTED),
          new ScriptedFault("expired-token, OAuth", Map.of("kind", "expired-token"), Set.of()),
          status(400, REFUSAL),
          status(401, REJECTED),
          status(403, REJECTED),
          status(
              404,
              Set.of(
                  FailureTypes.STAFF_API_CHANGED,
                  FailureTypes.STAFF_MEMBER_NOT_FOUND,
                  FailureTypes.NOT_APPLIED)),
          status(406, REFUSAL),
          status(422, REFUSAL));

  private static ScriptedFault trouble(String kind) {
    return new ScriptedFault(kind, Map.of("kind", kind), TROUBLE);
  }

  private static ScriptedFault status(int status, Set<String> expected) {
    return new ScriptedFault(
        "status " + status, Map.of("kind", "status", "status", status), expected);
  }

  /** A read commits nothing late; a list is nobody's record. */
  boolean concerns(String method, String path) {
    return switch (name) {
      case "commit-late", "delay" -> !method.equals("GET");
      case "edit-in-between", "edit-in-between of access" -> path.matches(".*/staff/\\d+.*");
      default -> true;
    };
  }

  boolean commitsLate() {
    return name.equals("commit-late") || name.equals("delay");
  }

  boolean outlastsTheClient() {
    return name.equals("delay");
  }

  boolean withToken() {
    return name.endsWith("OAuth");
  }

  boolean limitsTheRate() {
    return name.equals("status 429");
  }

  /** Somebody else decided: what they took is not given back, and a human is asked. */
  boolean mayStayParked() {
    return name.equals("edit-in-between of access");
  }

  boolean editsThePhone() {
    return name.equals("edit-in-between");
  }

  Map<String, Object> of(String method, String path, int nth) {
    Map<String, Object> all = new TreeMap<>(fields);
    all.putAll(Map.of("system", "staff-api", "method", method, "path", path, "nth", nth));
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
