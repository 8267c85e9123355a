package dev.lanyard.sandbox.staffapi;

import java.time.Instant;

/**
 * One attempt to deliver one event to one subscription.
 *
 * @param delivery the same number for every attempt and copy
 * @param attempt from 1
 * @param copy from 1; above 1 for a duplicate
 * @param status what the receiver answered; null when it did not
 * @param error why it did not; null when it did
 * @param signature as sent; null when nothing was sent
 */
public record WebhookAttempt(
    long delivery,
    int attempt,
    int copy,
    long webhook,
    String topic,
    long staffId,
    String address,
    Integer status,
    String error,
    String signature,
    Instant at) {}
