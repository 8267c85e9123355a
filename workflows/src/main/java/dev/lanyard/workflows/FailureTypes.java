package dev.lanyard.workflows;

import java.util.Set;

/**
 * The types of failures as they stand, in plain text, in histories, in Temporal UI and in the
 * README's catalogue. Renaming one is a change of every workflow that asks for it.
 */
public final class FailureTypes {

  // Final: a human is asked (the run parks), nothing is undone meanwhile.

  /** Backoffice refused the bot's user name or password. Latched: no further login is tried. */
  public static final String BOT_LOGIN_REJECTED = "BOT_LOGIN_REJECTED";

  /** Backoffice knows the bot but refuses it this page. */
  public static final String BOT_NOT_ALLOWED = "BOT_NOT_ALLOWED";

  /** An expected page came without the form, field, option or table that it must have. */
  public static final String PAGE_CHANGED = "PAGE_CHANGED";

  /** A record is in the way that is not provably the one that this run made. */
  public static final String NOT_OURS = "NOT_OURS";

  /** Backoffice refused a value because, in its own words, another record has it. */
  public static final String BACKOFFICE_DUPLICATE = "BACKOFFICE_DUPLICATE";

  /** What was read differs from what the plan was based on; somebody else changed it. */
  public static final String STATE_CHANGED = "STATE_CHANGED";

  /** A write was answered with success, and the read-back does not show it. */
  public static final String NOT_APPLIED = "NOT_APPLIED";

  /** A flat tenant whose site boxes could not be proven to mean what they seem to mean. */
  public static final String POLARITY_UNPROVEN = "POLARITY_UNPROVEN";

  /** The bot sees fewer sites than are configured: nothing that grants sites may be written. */
  public static final String SITES_HIDDEN = "SITES_HIDDEN";

  /** A way to write that the protocol only supposes, and that is not switched on. */
  public static final String BEHAVIOUR_UNPROVEN = "BEHAVIOUR_UNPROVEN";

  /** Backoffice has no such employee. */
  public static final String EMPLOYEE_NOT_FOUND = "EMPLOYEE_NOT_FOUND";

  /** Backoffice has no such web user, or does not show it. */
  public static final String WEB_USER_NOT_FOUND = "WEB_USER_NOT_FOUND";

  /** The staff API refused the credentials, or they lack a right. */
  public static final String STAFF_API_CREDENTIALS_REJECTED = "STAFF_API_CREDENTIALS_REJECTED";

  /** No refresh token that the staff API takes: somebody has to log in once more. */
  public static final String STAFF_API_LOGIN_NEEDED = "STAFF_API_LOGIN_NEEDED";

  /** The staff API answered something that its documents do not allow. */
  public static final String STAFF_API_CHANGED = "STAFF_API_CHANGED";

  /** The staff API has no such staff member. */
  public static final String STAFF_MEMBER_NOT_FOUND = "STAFF_MEMBER_NOT_FOUND";

  /** The staff member is an administrator, of whom only names and phone are changed. */
  public static final String STAFF_ADMINISTRATOR = "STAFF_ADMINISTRATOR";

  /** A sealed PIN does not open: another key, another person, or tampered with. */
  public static final String PIN_UNREADABLE = "PIN_UNREADABLE";

  /** A sealed password does not open: another key, another person, or tampered with. */
  public static final String PASSWORD_UNREADABLE = "PASSWORD_UNREADABLE";

  /** The public key of the one who asks for a PIN is not a usable key. */
  public static final String RECIPIENT_KEY_UNUSABLE = "RECIPIENT_KEY_UNUSABLE";

  // Final, and asking again would give the same answer: what was done so far is undone.

  /** Backoffice refused the values, in its own words. */
  public static final String BACKOFFICE_REFUSED = "BACKOFFICE_REFUSED";

  /** The staff API refused the values, in its own words; or they were not even sent. */
  public static final String STAFF_API_REFUSED = "STAFF_API_REFUSED";

  // Retried by Temporal until they pass.

  /** No answer, a 5xx, or a page without the known skeleton. */
  public static final String BACKOFFICE_OUTAGE = "BACKOFFICE_OUTAGE";

  /** No answer, a 5xx, or a body that is not the API's. */
  public static final String STAFF_API_OUTAGE = "STAFF_API_OUTAGE";

  /** 429: the next attempt waits until the instant that the server named. */
  public static final String RATE_LIMITED = "RATE_LIMITED";

  /** A write was sent and its answer was lost; the next attempt looks before it writes. */
  public static final String UNCONFIRMED_WRITE = "UNCONFIRMED_WRITE";

  /** The attempt was paused for so long that its write may no longer be sent. */
  public static final String ATTEMPT_EXPIRED = "ATTEMPT_EXPIRED";

  // Of notifications: never a run's, always a warning of it. The first five are final.

  /** No address and no webhook is configured for the group. */
  public static final String NOTICE_UNADDRESSED = "NOTICE_UNADDRESSED";

  /** The kind's template does not hold with this notice's values; the message names the file. */
  public static final String NOTICE_UNWRITABLE = "NOTICE_UNWRITABLE";

  /** The mail server refused sender, address or text for good (5xx). */
  public static final String MAIL_REFUSED = "MAIL_REFUSED";

  /** The mail server refused user name or password. */
  public static final String MAIL_LOGIN_REJECTED = "MAIL_LOGIN_REJECTED";

  /** A webhook's receiver answered a redirect or a 4xx. */
  public static final String WEBHOOK_REFUSED = "WEBHOOK_REFUSED";

  /** The mail server gave no answer, or a 4xx. */
  public static final String MAIL_OUTAGE = "MAIL_OUTAGE";

  /** A webhook's receiver gave no answer, a 5xx or a 429. */
  public static final String WEBHOOK_OUTAGE = "WEBHOOK_OUTAGE";

  // How runs end.

  /** What was handed in breaks the rules; every problem is listed. Nothing was asked or written. */
  public static final String INPUT_REFUSED = "INPUT_REFUSED";

  /** A process that its person did not start may not write. */
  public static final String NO_CONSENT = "NO_CONSENT";

  /** An onboarding failed for good and everything that it had done was undone. */
  public static final String ONBOARDING_UNDONE = "ONBOARDING_UNDONE";

  private static final Set<String> UNDOING = Set.of(BACKOFFICE_REFUSED, STAFF_API_REFUSED);

  /** Whether asking again is pointless, so that an onboarding is undone instead of parked. */
  public static boolean undoes(String type) {
    return UNDOING.contains(type);
  }

  private static final Set<String> SETTLED = Set.of(ONBOARDING_UNDONE, INPUT_REFUSED, NO_CONSENT);

  /** Whether a process that failed of it is known to have left nothing behind. */
  public static boolean leavesNothing(String type) {
    return type != null && SETTLED.contains(type);
  }

  private FailureTypes() {}
}
