package dev.lanyard.activities.staffapi.client;

/**
 * How many requests the staff API takes, and how this worker shares them out.
 *
 * @param perMinute the API's own limit, at least 1
 * @param perActivity what an activity is let in for, at least 1: the most that one asks for without
 *     pages beyond the first
 * @param activities that may be under way at once, revocations not counted, at least 1
 */
public record RequestLimit(int perMinute, int perActivity, int activities) {

  /** No limit that anybody would meet. */
  public static final RequestLimit NONE = new RequestLimit(1_000_000, 1, 1_000);

  /** Measured: locate 4, revoke 7, verify 4, in a company of one page of staff. */
  private static final int REVOCATION = 15;

  /**
   * Of a minute, kept for revocations: one of three activities fits, however much else waits; of a
   * small limit a quarter (guessed).
   */
  int reserved() {
    return Math.min(REVOCATION, perMinute / 4);
  }

  /** Of a minute, for all else. */
  int ordinary() {
    return perMinute - reserved();
  }

  /** What one activity is let in for; a small limit lets one in alone. */
  int allotment() {
    return Math.min(perActivity, ordinary());
  }
}
