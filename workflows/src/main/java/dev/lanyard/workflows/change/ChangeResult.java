package dev.lanyard.workflows.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * How a change ended.
 *
 * @param outcome {@code done}, {@code rejected} or {@code withdrawn}, of a dry run {@code planned};
 *     after the latter two everything is as before
 * @param backoffice what became of the record there, in a few words
 * @param staffApi the same of the staff member
 * @param reason why it was not done, in one line; empty when it was
 * @param problems of a dry run, all of them: with one it could not be carried out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeResult(
    String outcome,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    String backoffice,
    String staffApi,
    List<String> warnings,
    String reason,
    List<String> problems) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";
  public static final String PLANNED = "planned";

  public ChangeResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    problems = problems == null ? List.of() : List.copyOf(problems);
  }
}
