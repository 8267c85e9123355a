package dev.lanyard.workflows.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What became of a day's digest.
 *
 * @param sent notices that were taken
 * @param outcome {@code sent}, {@code nothing to say}, or {@code sent before}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DigestResult(int sent, String outcome) {

  public static final String SENT = "sent";
  public static final String NOTHING = "nothing to say";
  public static final String BEFORE = "sent before";
}
