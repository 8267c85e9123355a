package dev.lanyard.workflows.alteration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How a run ended by itself.
 *
 * @param outcome {@link #DONE}, {@link #REJECTED} or {@link #WITHDRAWN}
 * @param reason why it was not done, in one line; empty when it was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ending(String outcome, String reason) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";
}
