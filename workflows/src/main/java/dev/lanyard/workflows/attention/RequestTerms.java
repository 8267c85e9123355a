package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy asks of the answer to a request, and how far it has got.
 *
 * @param rule which one it is, for people
 * @param approvers how many different persons must approve
 * @param groups any of whose members may decide; after an escalation the deputies too
 * @param fourEyes the requester's own decision does not count
 * @param signed a bare decision does not count
 * @param approvedBy who did so far
 * @param digest of what was shown, which a signature stands for
 * @param reminders how often it was asked again
 * @param escalated whether the deputy group is asked by now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RequestTerms(
    String rule,
    int approvers,
    List<String> groups,
    boolean fourEyes,
    boolean signed,
    List<String> approvedBy,
    String digest,
    int reminders,
    boolean escalated) {

  public RequestTerms {
    groups = groups == null ? List.of() : List.copyOf(groups);
    approvedBy = approvedBy == null ? List.of() : List.copyOf(approvedBy);
  }

  RequestTerms reminded() {
    return new RequestTerms(
        rule, approvers, groups, fourEyes, signed, approvedBy, digest, reminders + 1, escalated);
  }

  RequestTerms escalatedTo(String deputies) {
    return new RequestTerms(
        rule,
        approvers,
        with(groups, deputies),
        fourEyes,
        signed,
        approvedBy,
        digest,
        reminders,
        true);
  }

  RequestTerms approvedBy(String approver) {
    return new RequestTerms(
        rule,
        approvers,
        groups,
        fourEyes,
        signed,
        with(approvedBy, approver),
        digest,
        reminders,
        escalated);
  }

  private static List<String> with(List<String> before, String one) {
    if (before.contains(one)) {
      return before;
    }
    List<String> more = new ArrayList<>(before);
    more.add(one);
    return more;
  }

  /** In one line, for people: {@code 2 of managers, signed, not the requester; so far: paul}. */
  public String describe() {
    return approvers
        + " of "
        + String.join(" or ", groups)
        + (signed ? ", signed" : "")
        + (fourEyes ? ", not the requester" : "")
        + (approvedBy.isEmpty() ? "" : "; so far: " + String.join(", ", approvedBy))
        + (reminders == 0 ? "" : "; reminded " + reminders + (reminders == 1 ? " time" : " times"))
        + (escalated ? "; escalated" : "");
  }

  @Override
  public String toString() {
    return "RequestTerms[" + rule + ", " + approvers + ", [redacted]]";
  }
}
