package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The readings of Backoffice that can be changed while it runs. Component names are the keys of
 * {@code POST /_sandbox/settings} and of {@code --set}.
 *
 * @param badLogin what a rejected login gets (section 2.1: unknown)
 * @param expirySignal what a request without a live session gets (section 2.2)
 * @param sessionIdleSeconds a session unused for longer is gone; 0 for never
 * @param rotateSessionAtLogin whether a good login gives a new PHPSESSID (section 2.1: unknown)
 * @param bulkyNavigation whether pages carry their 130 KB of navigation (section 3)
 * @param emailUnique whether e-mails are unique among employees and users (section 14)
 * @param disabledEmailReserved whether disabled records keep theirs (section 14: unknown)
 * @param duplicatePosIdText the refusal; the real text was never captured (section 4.2)
 * @param duplicateEmailText the refusal; the real text was never captured
 * @param omittedFieldsCleared whether an optional field left out of an update is emptied (8.3)
 * @param unknownEmployee what a page of an employee that does not exist gets (section 5: unknown)
 * @param flatPolarity what {@code employee[siteIds][]} lists on a flat tenant (section 6.6)
 * @param deniedParentWins whether {@code siteId} below a denied region or district is ignored
 *     (section 6.4: unknown; section 20 item 4)
 * @param earlyWage what a wage dated on or before the latest one gets (section 11.3: a claim)
 * @param accessNamesChosenTemplate whether the Access column prefers the template that was posted
 *     when two have the same grants; otherwise the first one is named
 * @param userOfDisabledEmployee what the user permission page of one gets (13.3: a claim)
 * @param hiddenSites ids of sites that the login may not see (sections 2.3, 12.2)
 */
public record BackofficeSwitches(
    String backofficeUsername,
    String backofficePassword,
    BadLogin badLogin,
    ExpirySignal expirySignal,
    long sessionIdleSeconds,
    boolean rotateSessionAtLogin,
    boolean bulkyNavigation,
    boolean emailUnique,
    boolean disabledEmailReserved,
    String duplicatePosIdText,
    String duplicateEmailText,
    boolean omittedFieldsCleared,
    UnknownEmployee unknownEmployee,
    FlatPolarity flatPolarity,
    boolean deniedParentWins,
    EarlyWage earlyWage,
    boolean accessNamesChosenTemplate,
    UserOfDisabledEmployee userOfDisabledEmployee,
    List<Long> hiddenSites) {

  public enum BadLogin {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("page")
    PAGE
  }

  public enum ExpirySignal {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("login-page")
    LOGIN_PAGE,
    @JsonProperty("unauthorized")
    UNAUTHORIZED,
    @JsonProperty("forbidden")
    FORBIDDEN
  }

  public enum UnknownEmployee {
    @JsonProperty("not-found")
    NOT_FOUND,
    @JsonProperty("redirect")
    REDIRECT
  }

  public enum FlatPolarity {
    @JsonProperty("block")
    BLOCK,
    @JsonProperty("allow")
    ALLOW
  }

  public enum EarlyWage {
    @JsonProperty("ignore")
    IGNORE,
    @JsonProperty("reject")
    REJECT
  }

  public enum UserOfDisabledEmployee {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("page")
    PAGE
  }

  /** An invented account; nobody else's password. */
  public static BackofficeSwitches defaults() {
    return new BackofficeSwitches(
        "lanyard.bot",
        "sandbox-Passw0rd",
        BadLogin.REDIRECT,
        ExpirySignal.REDIRECT,
        0,
        true,
        true,
        true,
        true,
        "The POS Login ID already exists. Please choose another.",
        "The email address is already taken by another employee or Back Office user.",
        true,
        UnknownEmployee.NOT_FOUND,
        FlatPolarity.BLOCK,
        true,
        EarlyWage.IGNORE,
        true,
        UserOfDisabledEmployee.REDIRECT,
        List.of());
  }

  @Override
  public String toString() {
    return "BackofficeSwitches[redacted]";
  }
}
