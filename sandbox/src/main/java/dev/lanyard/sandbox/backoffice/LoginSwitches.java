package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Readings of logins, sessions and limits (sections 1 and 2).
 *
 * @param badLogin what a rejected login gets (2.1: unknown)
 * @param badLoginText its text (2.1: unknown)
 * @param lockOutAfter rejected logins in a row of one username that lock it; 0 for never (2.1:
 *     unknown)
 * @param lockOutSeconds how long; 0 until {@code POST /_sandbox/unlock}
 * @param lockOutText what a locked username is told, whatever its password
 * @param loginNeedsPage whether {@code POST /login_check} needs the session of {@code GET /login}
 *     (2.1: unknown)
 * @param rotateSessionAtLogin whether a good login gives a new PHPSESSID (section 1: unknown)
 * @param expirySignal what a request without a live session gets (2.2)
 * @param sessionIdleSeconds a session unused for longer is gone; 0 for never (2.2: unknown)
 * @param expireAfterFormReads a session ends right after it showed so many form pages, so between
 *     read and write; 0 for never (2.2)
 * @param forbiddenPaths beginnings of paths that the account may not use: 403 (2.2)
 * @param backofficePerWindow requests in a window before 429; 0 for no limit (section 1: a claim)
 * @param backofficeWindowSeconds the window's length
 * @param retryAfter whether the 429 names the seconds to wait
 */
public record LoginSwitches(
    String backofficeUsername,
    String backofficePassword,
    BadLogin badLogin,
    String badLoginText,
    int lockOutAfter,
    long lockOutSeconds,
    String lockOutText,
    boolean loginNeedsPage,
    boolean rotateSessionAtLogin,
    ExpirySignal expirySignal,
    long sessionIdleSeconds,
    int expireAfterFormReads,
    List<String> forbiddenPaths,
    int backofficePerWindow,
    long backofficeWindowSeconds,
    boolean retryAfter) {

  public enum BadLogin {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("page")
    PAGE,
    @JsonProperty("unauthorized")
    UNAUTHORIZED
  }

  public enum ExpirySignal {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("redirect-absolute")
    REDIRECT_ABSOLUTE,
    @JsonProperty("login-page")
    LOGIN_PAGE,
    @JsonProperty("unauthorized")
    UNAUTHORIZED,
    @JsonProperty("forbidden")
    FORBIDDEN
  }

  /** An invented account; nobody else's password. */
  public static LoginSwitches defaults() {
    return new LoginSwitches(
        "lanyard.bot",
        "sandbox-Passw0rd",
        BadLogin.REDIRECT,
        "Invalid credentials.",
        0,
        0,
        "This account is locked.",
        true,
        true,
        ExpirySignal.REDIRECT,
        0,
        0,
        List.of(),
        0,
        60,
        true);
  }

  @Override
  public String toString() {
    return "LoginSwitches[redacted]";
  }
}
