package dev.lanyard.workflows.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What took a notice. Both are zero for a group that is configured to be told nothing.
 *
 * @param mails addresses whose mail server took it
 * @param webhooks receivers that answered 2xx
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NoticeSent(int mails, int webhooks) {}
