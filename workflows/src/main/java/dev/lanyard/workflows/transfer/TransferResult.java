package dev.lanyard.workflows.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.hr.Transfer;
import java.util.List;
import java.util.Optional;

/**
 * How a transfer ended.
 *
 * @param outcome {@code done}, {@code rejected} or {@code withdrawn}, of a dry run {@code planned};
 *     after the latter two everything is as before
 * @param before what both systems showed before anything was written; absent when nothing was
 * @param reason why it was not done, in one line; empty when it was
 * @param problems of a dry run, all of them: with one it could not be carried out
 * @param amendedTo what was carried out, where it was amended on its way
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TransferResult(
    String outcome,
    Optional<Integer> employeeId,
    Optional<Long> staffId,
    Optional<AccessSnapshot> before,
    List<String> warnings,
    String reason,
    List<String> problems,
    Optional<Transfer> amendedTo) {

  public static final String DONE = "done";
  public static final String REJECTED = "rejected";
  public static final String WITHDRAWN = "withdrawn";
  public static final String PLANNED = "planned";

  public TransferResult {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
    before = before == null ? Optional.empty() : before;
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    problems = problems == null ? List.of() : List.copyOf(problems);
    amendedTo = amendedTo == null ? Optional.empty() : amendedTo;
  }
}
