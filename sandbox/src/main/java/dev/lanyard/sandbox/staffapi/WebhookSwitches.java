package dev.lanyard.sandbox.staffapi;

/**
 * How webhooks are delivered. What the vendor leaves unsaid: retries, order and repetition.
 *
 * @param webhookSignatureToken keys the HMAC-SHA256 of the raw body
 * @param webhookRetries further attempts after an answer that is not 2xx, or none
 * @param webhookRetryDelayMs before each of them
 * @param webhookTimeoutMs how long an answer is waited for
 * @param webhookDuplicates how often each delivery is repeated although it was accepted
 * @param webhookReordered whether a delivery waits for the next one and goes out behind it
 * @param webhookHoldMs how long it waits at most
 */
public record WebhookSwitches(
    String webhookSignatureToken,
    int webhookRetries,
    long webhookRetryDelayMs,
    long webhookTimeoutMs,
    int webhookDuplicates,
    boolean webhookReordered,
    long webhookHoldMs) {

  /** An invented token. The numbers are guessed. */
  public static WebhookSwitches defaults() {
    return new WebhookSwitches("sandbox-signature-token", 3, 500, 5000, 0, false, 2000);
  }

  @Override
  public String toString() {
    return "WebhookSwitches[redacted]";
  }
}
