package dev.lanyard.workflows.restoration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * How a restoration ended.
 *
 * @param outcome {@code done}, {@code rejected} or {@code withdrawn}, of a dry run {@code planned};
 *     after the latter two there is no access
 * @param differences what is not as in the snapshot; none after {@code done}
 * @param reason why it was not done, in one line; empty when it was
 * @param problems of a dry run, all of them: with one it could not be carried out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RestorationResult(
    String outcome,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    List<String> differences,
    List<String> warnings,
    String reason,
    List<String> problems) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";
  public static final String PLANNED = "planned";

  public RestorationResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    differences = differences == null ? List.of() : List.copyOf(differences);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    problems = problems == null ? List.of() : List.copyOf(problems);
  }
}
