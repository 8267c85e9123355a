package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Says what the decisions about one request are worth, where not every bare one counts. */
public interface DecisionCheck {

  /**
   * Looks at a well-formed decision about an open request. May wait for an activity: others may
   * come meanwhile, and the request may close.
   */
  Count check(OpenRequest request, Decision decision);

  /** The second half, taken only while the request is still open; never waits. */
  @FunctionalInterface
  interface Count {
    Counted now();
  }

  /**
   * What came of it.
   *
   * @param accepted whether it counts
   * @param decides whether it answers the request; else more are needed
   * @param reason for people
   * @param approver whom the answer is put down to
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Counted(boolean accepted, boolean decides, String reason, String approver) {

    public static Counted refused(String reason) {
      return new Counted(false, false, reason, "");
    }

    @Override
    public String toString() {
      return "Counted[" + accepted + ", " + decides + ", [redacted]]";
    }
  }
}
