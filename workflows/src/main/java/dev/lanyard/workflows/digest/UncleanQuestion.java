package dev.lanyard.workflows.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Whose last run did not end cleanly.
 *
 * @param days how far back; Temporal itself forgets closed runs after its retention
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UncleanQuestion(int days) {

  /** As long as a month's holiday of whoever looks (guessed). */
  public static final int DAYS = 35;
}
