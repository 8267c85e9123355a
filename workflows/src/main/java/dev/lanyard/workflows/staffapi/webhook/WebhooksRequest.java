package dev.lanyard.workflows.staffapi.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Show the webhook subscriptions, or make them what the worker's configuration says.
 *
 * @param sync false: only look
 * @param remove ids of subscriptions that are not configured and shall go all the same; only with
 *     {@code sync}
 * @param before how things stood before this run wrote anything, so that a repeated attempt tells
 *     what an earlier one did; absent: only what this attempt does is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebhooksRequest(boolean sync, List<Long> remove, Optional<WebhooksReport> before) {

  public WebhooksRequest {
    remove = remove == null ? List.of() : List.copyOf(remove);
    before = before == null ? Optional.empty() : before;
  }

  public WebhooksRequest(boolean sync, List<Long> remove) {
    this(sync, remove, Optional.empty());
  }

  WebhooksRequest after(WebhooksReport seen) {
    return new WebhooksRequest(sync, remove, Optional.of(seen));
  }
}
