package dev.lanyard.workflows.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How a dry run ended, of whatever kind: what the results of all processes have alike.
 *
 * @param outcome {@code planned}
 * @param problems all of them: with one it could not be carried out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DryRunResult(String outcome, List<String> problems, List<String> warnings) {

  public DryRunResult {
    problems = problems == null ? List.of() : List.copyOf(problems);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
