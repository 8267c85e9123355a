package dev.lanyard.sandbox.backoffice;

/**
 * Readings of what must be unique (section 14), and the refusals' texts, none of which was captured
 * (4.2).
 *
 * @param disabledPosIdReserved whether a disabled employee keeps the POS user ID (a claim)
 * @param emailUnique among employees and users
 * @param disabledEmailReserved whether disabled records keep theirs (unknown)
 * @param phoneUnique digits only (the Python client says so; no sign of it on the form)
 * @param pinUnique (unknown)
 * @param adpIdUnique (unknown)
 * @param disabledUsernameReserved whether a closed user keeps the username (unknown)
 */
public record UniqueSwitches(
    boolean disabledPosIdReserved,
    boolean emailUnique,
    boolean disabledEmailReserved,
    boolean phoneUnique,
    boolean pinUnique,
    boolean adpIdUnique,
    boolean disabledUsernameReserved,
    String duplicatePosIdText,
    String duplicateEmailText,
    String duplicatePhoneText,
    String duplicatePinText,
    String duplicateAdpIdText,
    String duplicateUsernameText) {

  public static UniqueSwitches defaults() {
    return new UniqueSwitches(
        true,
        true,
        true,
        false,
        false,
        false,
        true,
        "The POS Login ID already exists. Please choose another.",
        "The email address is already taken by another employee or Back Office user.",
        "The phone number is already in use.",
        "The POS Login Password is already in use.",
        "The ADP Employee ID is already in use.",
        "The username is already taken.");
  }
}
