package dev.lanyard.workflows.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * How a change ended.
 *
 * @param outcome {@code done}, {@code rejected} or {@code withdrawn}; after the latter two
 *     everything is as before
 * @param backoffice what became of the record there, in a few words
 * @param staffApi the same of the staff member
 * @param reason why it was not done, in one line; empty when it was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeResult(
    String outcome,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    String backoffice,
    String staffApi,
    List<String> warnings,
    String reason) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";

  public ChangeResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
