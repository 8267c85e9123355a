package dev.lanyard.activities.staffapi;

/**
 * What the owner decided about staff accounts.
 *
 * @param skipsWithoutEmail a hire without an e-mail address gets no account, with a warning; else
 *     it parks until it has one. An address is never made up
 * @param deletesLeavers whether a leaver's record may be deleted at the end, for good
 */
public record StaffPolicy(boolean skipsWithoutEmail, boolean deletesLeavers) {

  /** Parks, and keeps every record. */
  public static StaffPolicy careful() {
    return new StaffPolicy(false, false);
  }
}
