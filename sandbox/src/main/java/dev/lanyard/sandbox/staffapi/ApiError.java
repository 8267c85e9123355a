package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.http.Response;
import java.util.List;

/** A request that the staff API refuses; its JSON shape is invented, its status documented. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final String error;
  private final List<String> details;

  ApiError(int status, String error, String description) {
    this(status, error, description, List.of());
  }

  private ApiError(int status, String error, String description, List<String> details) {
    super(description);
    this.status = status;
    this.error = error;
    this.details = List.copyOf(details);
  }

  /** Every problem at once, each as {@code field: reason}. */
  static ApiError unprocessable(List<String> problems) {
    return new ApiError(422, "validation_failed", "The request cannot be processed.", problems);
  }

  static ApiError notFound(String what) {
    return new ApiError(404, "not_found", what + " does not exist.");
  }

  /** The documented body of an expired token. */
  static ApiError expiredToken() {
    return new ApiError(401, "expired_token", "The access token provided has expired.");
  }

  Response response() {
    ObjectNode body = JSON.createObjectNode();
    body.put("error", error);
    body.put("error_description", getMessage());
    if (!details.isEmpty()) {
      details.forEach(body.putArray("errors")::add);
    }
    Response response = Response.json(status, body.toString());
    return status == 401
        ? response.with("WWW-Authenticate", "Bearer realm=\"Service\", error=\"" + error + "\"")
        : response;
  }
}
