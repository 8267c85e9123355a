package dev.lanyard.workflows.alteration;

/**
 * How a run ended by itself.
 *
 * @param outcome {@link #DONE}, {@link #REJECTED} or {@link #WITHDRAWN}
 * @param reason why it was not done, in one line; empty when it was
 */
public record Ending(String outcome, String reason) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";
}
