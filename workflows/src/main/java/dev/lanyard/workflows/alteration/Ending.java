package dev.lanyard.workflows.alteration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How a run ended by itself.
 *
 * @param outcome {@link #DONE}, {@link #REJECTED}, {@link #WITHDRAWN} or {@link #PLANNED}
 * @param reason why it was not done, in one line; empty when it was
 * @param problems of a dry run, all of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ending(String outcome, String reason, List<String> problems) {

  public Ending {
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";

  /** A dry run: whatever it found, nothing was written. */
  public static final String PLANNED = "planned";

  Ending(String outcome, String reason) {
    this(outcome, reason, List.of());
  }

  static Ending planned(List<String> problems) {
    return new Ending(PLANNED, problems.isEmpty() ? "" : "it could not be carried out", problems);
  }
}
