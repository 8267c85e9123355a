package dev.lanyard.workflows.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * The last run of a person's processes, which needs a look.
 *
 * @param ended {@code failed}, {@code timed out}, {@code terminated}, {@code cancelled} or {@code
 *     orphaned}: it runs, and its person's run does not
 * @param at when it ended; for an orphaned one, when it began
 * @param reason the failure's type; empty where there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UncleanRun(
    String workflowId, String employeeNumber, String ended, Instant at, String reason) {

  public static final String ORPHANED = "orphaned";

  /** One line for people, with what to do. */
  public String describe() {
    String what =
        ended.equals(ORPHANED)
            ? " runs, and the run of its person does not: end it, or start the person anew"
            : " " + ended + (reason.isEmpty() ? "" : " (" + reason + ")") + ": check both systems";
    return workflowId + what + ", since " + at;
  }
}
