package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * What became of one event.
 *
 * @param type {@code hire}, {@code termination}, or {@code unreadable}
 * @param disposition {@code accepted}, {@code duplicate} or {@code refused}
 * @param reason why it was refused, or what it led to; no personal data
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventRecord(
    String eventId, String type, String disposition, String reason, Instant at) {

  public static final String ACCEPTED = "accepted";
  public static final String DUPLICATE = "duplicate";
  public static final String REFUSED = "refused";
}
