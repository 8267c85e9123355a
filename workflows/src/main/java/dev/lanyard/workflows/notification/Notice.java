package dev.lanyard.workflows.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a group is told about a run. May name the person, never a PIN: it stands encrypted in the
 * history, and goes out to the group's own addresses.
 *
 * @param noticeId drawn by the run; with {@code workflowId} it makes a repeat recognizable
 * @param kind one of {@link #KINDS}: it chooses the template
 * @param group who is told, by the name that the policy uses
 * @param process {@code onboarding}, {@code offboarding}, {@code digest}, …
 * @param employeeNumber empty for what is about nobody in particular
 * @param requestId of the open request; empty when nothing is asked
 * @param question what is asked, or what happened, in one line
 * @param detail what there is to know for it, in plain lines; whoever shows them escapes them
 * @param who the person in words; may be empty
 * @param until when the request expires
 * @param commands what to type, one a line
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Notice(
    String noticeId,
    String kind,
    String group,
    String process,
    String workflowId,
    String employeeNumber,
    String requestId,
    String question,
    List<String> detail,
    String who,
    Optional<Instant> until,
    List<String> commands) {

  public static final String APPROVAL_ASKED = "approval-asked";
  public static final String REMINDER = "reminder";
  public static final String ESCALATED = "escalated";
  public static final String PARKED = "parked";

  /** A step has been failing for long; the run goes on trying. */
  public static final String STEP_FAILING = "step-failing";

  public static final String DONE = "done";
  public static final String UNDONE = "undone";
  public static final String WITHDRAWN = "withdrawn";
  public static final String REFUSED = "refused";

  /** An offboarding ended and left something open that a human holds. */
  public static final String OFFBOARDING_OPEN = "offboarding-open";

  /** Who starts and who leaves at a site in the next days. */
  public static final String DIGEST = "digest";

  /** People whose last run did not end cleanly. */
  public static final String UNCLEAN = "unclean";

  /** Every kind that there is, each with a template of its own. */
  public static final List<String> KINDS =
      List.of(
          APPROVAL_ASKED,
          REMINDER,
          ESCALATED,
          PARKED,
          STEP_FAILING,
          DONE,
          UNDONE,
          WITHDRAWN,
          REFUSED,
          OFFBOARDING_OPEN,
          DIGEST,
          UNCLEAN);

  public Notice {
    noticeId = orEmpty(noticeId);
    kind = orEmpty(kind);
    group = orEmpty(group);
    process = orEmpty(process);
    workflowId = orEmpty(workflowId);
    employeeNumber = orEmpty(employeeNumber);
    requestId = orEmpty(requestId);
    question = orEmpty(question);
    who = orEmpty(who);
    detail = detail == null ? List.of() : List.copyOf(detail);
    until = until == null ? Optional.empty() : until;
    commands = commands == null ? List.of() : List.copyOf(commands);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "Notice[" + kind + ", " + group + ", " + workflowId + ", [redacted]]";
  }
}
