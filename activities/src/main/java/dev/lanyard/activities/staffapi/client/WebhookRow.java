package dev.lanyard.activities.staffapi.client;

/** A subscription as the API keeps it. */
public record WebhookRow(long id, WebhookSubscription subscription) {}
