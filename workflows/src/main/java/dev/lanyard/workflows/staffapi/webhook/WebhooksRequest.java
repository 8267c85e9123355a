package dev.lanyard.workflows.staffapi.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Show the webhook subscriptions, or make them what the worker's configuration says.
 *
 * @param sync false: only look
 * @param remove ids of subscriptions that are not configured and shall go all the same; only with
 *     {@code sync}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebhooksRequest(boolean sync, List<Long> remove) {

  public WebhooksRequest {
    remove = remove == null ? List.of() : List.copyOf(remove);
  }
}
