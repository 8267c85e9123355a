package dev.lanyard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * One scripted fault.
 *
 * @param method null for any
 * @param path without the query; may end in {@code *}
 * @param nth the first matching request, counted from 1, on which it is played
 * @param times on how many matching requests in a row; -1 for ever
 * @param status for the kinds that answer by themselves; null for the kind's default
 * @param delay zero when none was asked
 * @param body text that replaces the answer's body; for {@code edit-in-between} the change as JSON,
 *     for {@code refused} the server's words
 * @param atByte after how many bytes of the body it is cut; null for half of them
 * @param selector what vanishes from the page; null for every form and table
 * @param attribute the only attribute of it that vanishes; null for the whole element
 */
public record Fault(
    String system,
    String method,
    String path,
    int nth,
    int times,
    FaultKind kind,
    Integer status,
    Duration delay,
    JsonNode body,
    Integer atByte,
    String selector,
    String attribute) {

  boolean matches(String arrivedAt, Request request) {
    return system.equals(arrivedAt)
        && (method == null || method.equals(request.method()))
        && (path.endsWith("*")
            ? request.path().startsWith(path.substring(0, path.length() - 1))
            : request.path().equals(path));
  }

  boolean playsAt(int count) {
    return count >= nth && (times < 0 || count < nth + times);
  }

  public int statusOr(int usual) {
    return status == null ? usual : status;
  }

  /** The body as text; JSON that is not a plain string keeps its JSON form. */
  public Optional<String> bodyText() {
    return Optional.ofNullable(body)
        .map(node -> node.isTextual() ? node.asText() : node.toString());
  }
}
