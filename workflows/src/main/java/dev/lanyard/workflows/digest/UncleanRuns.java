package dev.lanyard.workflows.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * People whose last run did not end cleanly, one run each, by employee number.
 *
 * @param more whether there were more runs than were looked at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UncleanRuns(List<UncleanRun> runs, boolean more) {

  public UncleanRuns {
    runs = runs == null ? List.of() : List.copyOf(runs);
  }
}
