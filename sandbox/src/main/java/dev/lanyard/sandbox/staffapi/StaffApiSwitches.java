package dev.lanyard.sandbox.staffapi;

/**
 * The readings of the staff API that can be changed while it runs. Component names are the keys of
 * {@code POST /_sandbox/settings} and of {@code --set}.
 *
 * @param staffApiAuthorizationCode a code that the token endpoint takes once; set another to re-arm
 * @param accessTokenSeconds the {@code expires_in} of new tokens
 * @param refreshTokenRotates whether a refresh makes the used refresh token worthless
 * @param rateLimit whether requests are counted
 * @param basicPerWindow requests in a window with Basic; the documented 60
 * @param bearerPerWindow requests in a window with a token; the documented 180
 * @param rateWindowSeconds the documented minute
 * @param listsLackEmailAndCode whether the abridged staff lists lack e-mail and code as well
 * @param staffEmailUnique whether a second staff member with an e-mail is refused (unknown)
 */
public record StaffApiSwitches(
    String staffApiClientId,
    String staffApiClientSecret,
    String staffApiAuthorizationCode,
    long accessTokenSeconds,
    boolean refreshTokenRotates,
    boolean rateLimit,
    int basicPerWindow,
    int bearerPerWindow,
    long rateWindowSeconds,
    boolean listsLackEmailAndCode,
    boolean staffEmailUnique) {

  /** Invented credentials. */
  public static StaffApiSwitches defaults() {
    return new StaffApiSwitches(
        "sandbox-client",
        "sandbox-client-secret",
        "sandbox-authorization-code",
        3600,
        true,
        false,
        60,
        180,
        60,
        false,
        false);
  }

  @Override
  public String toString() {
    return "StaffApiSwitches[redacted]";
  }
}
