package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.annotation.JsonProperty;

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
 * @param pagingStyle which of the two ways to page a list offers (the second is what clients use)
 * @param createAnswersBody whether a create answers with the resource ("body may be empty")
 * @param updateAnswersBody whether an update does (a client's claim)
 * @param idStr whether resources repeat their id as {@code id_str}
 * @param bigIds whether new ids lie above 2^53, where a double is no longer exact
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
    boolean staffEmailUnique,
    PagingStyle pagingStyle,
    boolean createAnswersBody,
    boolean updateAnswersBody,
    boolean idStr,
    boolean bigIds) {

  public enum PagingStyle {
    @JsonProperty("both")
    BOTH,
    /** {@code X-Next-Page} only. */
    @JsonProperty("next-page")
    NEXT_PAGE,
    /** {@code X-Pages} and {@code X-Page} only. */
    @JsonProperty("x-pages")
    X_PAGES
  }

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
        false,
        PagingStyle.BOTH,
        false,
        true,
        false,
        false);
  }

  @Override
  public String toString() {
    return "StaffApiSwitches[redacted]";
  }
}
