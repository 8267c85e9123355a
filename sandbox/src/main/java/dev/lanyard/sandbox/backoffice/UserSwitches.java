package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Readings of Backoffice users (section 13).
 *
 * @param userOfDisabledEmployee what the permission page of one gets (13.3: a claim)
 * @param userFormListsInactive whether the create form's select lists disabled employees too (13.1:
 *     inferred that not)
 * @param onSiteByPresence whether {@code employee[isOnSiteEmployee]=0} means a linked user (13.2:
 *     contested); otherwise 0 means standalone
 */
public record UserSwitches(
    UserOfDisabledEmployee userOfDisabledEmployee,
    boolean userFormListsInactive,
    boolean onSiteByPresence) {

  public enum UserOfDisabledEmployee {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("page")
    PAGE
  }

  public static UserSwitches defaults() {
    return new UserSwitches(UserOfDisabledEmployee.REDIRECT, false, true);
  }
}
