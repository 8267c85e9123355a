package dev.lanyard.workflows.staffapi.webhook;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * The company's webhook subscriptions against those that are configured. Subscriptions at an
 * address that is not configured are another program's and are left alone, unless they are named.
 *
 * <p>Retried by Temporal: {@code STAFF_API_OUTAGE}, {@code RATE_LIMITED}, {@code
 * UNCONFIRMED_WRITE}, {@code ATTEMPT_EXPIRED}. Final: {@code STAFF_API_CREDENTIALS_REJECTED},
 * {@code STAFF_API_LOGIN_NEEDED}, {@code STAFF_API_CHANGED}.
 */
@ActivityInterface
public interface WebhookActivities {

  /** Looks only. */
  @ActivityMethod(name = "list webhooks")
  WebhooksReport list();

  /**
   * Looks, subscribes what is missing, replaces what differs, ends what is surplus or named, and
   * reads back. May be repeated: a second time it finds all as configured.
   *
   * <p>Final: {@code STAFF_API_REFUSED}, {@code NOT_APPLIED}.
   */
  @ActivityMethod(name = "sync webhooks")
  WebhooksReport sync(WebhooksRequest request);
}
