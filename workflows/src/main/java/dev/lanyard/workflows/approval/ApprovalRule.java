package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.attention.RequestTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one request needs before it may take effect.
 *
 * @param name which rule this is and where it stands, for people
 * @param protectedReason present: nobody may do this, whatever the other components say
 * @param auto nobody is asked
 * @param approvers how many different persons must approve, at least one unless {@code auto}
 * @param groups any of whose members may decide, at least one
 * @param fourEyes the requester's own decision does not count
 * @param signed a bare decision does not count
 * @param remindAfter when it is asked again, at doubling distances from then on
 * @param escalateAfter when {@code deputyGroup} is asked, too
 * @param expiresAfter empty: it never does
 * @param onExpiry {@link #REJECT} or {@link #ESCALATE}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalRule(
    String name,
    Optional<String> protectedReason,
    boolean auto,
    int approvers,
    List<String> groups,
    boolean fourEyes,
    boolean signed,
    Optional<Duration> remindAfter,
    Optional<Duration> escalateAfter,
    Optional<String> deputyGroup,
    Optional<Duration> expiresAfter,
    String onExpiry) {

  /** What nobody approved in time is refused. */
  public static final String REJECT = "reject";

  /** What nobody decided in time is asked of the deputy group, for as long as it takes. */
  public static final String ESCALATE = "escalate";

  public ApprovalRule {
    protectedReason = protectedReason == null ? Optional.empty() : protectedReason;
    groups = groups == null ? List.of() : List.copyOf(groups);
    remindAfter = remindAfter == null ? Optional.empty() : remindAfter;
    escalateAfter = escalateAfter == null ? Optional.empty() : escalateAfter;
    deputyGroup = deputyGroup == null ? Optional.empty() : deputyGroup;
    expiresAfter = expiresAfter == null ? Optional.empty() : expiresAfter;
    onExpiry = onExpiry == null ? REJECT : onExpiry;
  }

  /** One bare decision of anybody in this group. */
  public static ApprovalRule oneOf(String name, String group, Optional<Duration> expiresAfter) {
    return new ApprovalRule(
        name,
        Optional.empty(),
        false,
        1,
        List.of(group),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        expiresAfter,
        REJECT);
  }

  /** Nobody may, for this reason; the group may end it. */
  public static ApprovalRule refusing(String reason, String group) {
    return new ApprovalRule(
        "the protected list",
        Optional.of(reason),
        false,
        1,
        List.of(group),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ESCALATE);
  }

  /** In one line, for people: {@code needs 2 of managers, signed (rule grants)}. */
  public String describe() {
    return protectedReason
        .map(reason -> "nobody may: " + reason)
        .orElseGet(
            () ->
                (auto ? "nobody is asked" : "needs " + terms(List.of(), "").describe())
                    + " ("
                    + name
                    + ")");
  }

  /**
   * As they are shown with a request.
   *
   * @param approvedBy who did so far
   * @param digest of what is shown
   */
  RequestTerms terms(List<String> approvedBy, String digest) {
    return new RequestTerms(
        name, approvers, groups, fourEyes, signed, approvedBy, digest, 0, false);
  }

  /** Who is asked from the escalation on. */
  public String escalatedTo() {
    return deputyGroup.orElseGet(() -> groups.get(0));
  }
}
