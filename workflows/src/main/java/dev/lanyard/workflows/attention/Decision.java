package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * A human's answer to one request. One JSON object, as it is typed into Temporal UI: {@code
 * {"requestId":"…","choice":"approve","by":"maria"}}. Carries no personal data of the hire.
 *
 * @param requestId which request; it stands for the run and for the exact plan that was shown
 * @param choice one of the request's choices: {@code approve}, {@code reject}, {@code retry},
 *     {@code withdraw}, {@code compensate}, {@code skip}
 * @param by who decides, for the record
 * @param reason free words; may be absent
 * @param token signed by the one who decides, where the policy asks for it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(
    String requestId, String choice, String by, String reason, Optional<String> token) {

  public static final String APPROVE = "approve";
  public static final String REJECT = "reject";
  public static final String RETRY = "retry";
  public static final String WITHDRAW = "withdraw";

  /** Undo everything that was done so far, since what is parked cannot be mended. */
  public static final String COMPENSATE = "compensate";

  /** In an offboarding: a named human takes this one system over. */
  public static final String SKIP = "skip";

  public Decision {
    token = token == null ? Optional.empty() : token;
  }

  /** A bare one. */
  public Decision(String requestId, String choice, String by, String reason) {
    this(requestId, choice, by, reason, Optional.empty());
  }

  /** What was asked to be done by hand has been. */
  public static final String DONE = "done";

  @Override
  public String toString() {
    return "Decision[" + requestId + ", " + choice + ", [redacted]]";
  }
}
