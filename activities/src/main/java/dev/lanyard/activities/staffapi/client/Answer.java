package dev.lanyard.activities.staffapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import okhttp3.Headers;

/**
 * An answer that is the API's own.
 *
 * @param status 2xx or 404
 * @param json empty when there was no body
 */
record Answer(int status, Headers headers, Optional<JsonNode> json) {

  boolean notFound() {
    return status == 404;
  }
}
