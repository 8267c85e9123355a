package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import okhttp3.Headers;

/**
 * An answer that is the API's own.
 *
 * @param status 2xx, 404, or 401 for an expired token
 * @param json empty when there was no body
 */
record Answer(int status, Headers headers, Optional<JsonNode> json) {

  boolean notFound() {
    return status == 404;
  }

  /** Nothing was done; the same request may be sent with another token. */
  boolean refusedAsExpired() {
    return status == 401;
  }
}
