package dev.lanyard.activities.staffapi.client;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The webhook endpoints of one company. Every method may throw {@link StaffApiException}; none
 * repeats a request.
 */
public final class WebhookClient {

  private final Endpoints endpoints;
  private final Transport transport;

  WebhookClient(Endpoints endpoints, Transport transport) {
    this.endpoints = endpoints;
    this.transport = transport;
  }

  /** The company's subscriptions, those of other programs with the same credentials too. */
  public List<WebhookRow> all() {
    return endpoints.list(endpoints.url("webhooks")).stream().map(MemberJson::webhook).toList();
  }

  /** One subscription; empty when there is none. */
  public Optional<WebhookRow> one(long id) {
    return endpoints.found(at(id)).map(MemberJson::webhook);
  }

  /**
   * Subscribes.
   *
   * @return the id by the answer's {@code Location}; empty when the server did not tell it
   */
  public Optional<Long> create(WebhookSubscription subscription, WriteGuard guard) {
    HttpUrl url = endpoints.url("webhooks");
    return endpoints.createdId(
        url, transport.write("POST", url, subscription.body(), subscription.secret(), guard));
  }

  /**
   * Replaces a subscription.
   *
   * @return false when there is no such one
   */
  public boolean replace(long id, WebhookSubscription subscription, WriteGuard guard) {
    return !transport
        .write("PUT", at(id), subscription.body(), subscription.secret(), guard)
        .notFound();
  }

  /**
   * Ends a subscription.
   *
   * @return false when there is no such one
   */
  public boolean delete(long id, WriteGuard guard) {
    return !transport.delete(at(id), guard).notFound();
  }

  private HttpUrl at(long id) {
    return endpoints.url("webhooks", Long.toString(id));
  }
}
