package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;

/**
 * Readings of pages, messages and the answers to form POSTs (sections 3, 4, 5 and 21).
 *
 * @param bulkyNavigation whether pages carry their 130 KB of navigation and the weight of section
 *     15
 * @param gzip whether answers are compressed when asked for (section 15: unknown)
 * @param tenantZone where the tenant's "today" is (11.3: unknown), and the roster's times
 * @param messageLife how long a refusal is shown (4.1: unknown)
 * @param messageNeedsQuery whether it is shown only at the address with its {@code actionXfer}
 *     (4.1: unknown; a plain one showed it once, live, for an update)
 * @param successBox a box that the page after a success shows (4.1: unknown)
 * @param insertFailure where a refused create leads (section 4: inferred)
 * @param permissionsFailure where a refused permission update leads (section 4: unknown)
 * @param unknownEmployee what a page of an employee that does not exist gets (section 5: unknown)
 * @param unknownUser the same for a Backoffice user
 * @param checkUnique how {@code /employee/checkunique} answers (section 5: unknown)
 */
public record PageSwitches(
    boolean bulkyNavigation,
    boolean gzip,
    ZoneId tenantZone,
    MessageLife messageLife,
    boolean messageNeedsQuery,
    SuccessBox successBox,
    FailureAnswer insertFailure,
    FailureAnswer permissionsFailure,
    Unknown unknownEmployee,
    Unknown unknownUser,
    CheckUnique checkUnique) {

  public enum MessageLife {
    @JsonProperty("once")
    ONCE,
    @JsonProperty("until-success")
    UNTIL_SUCCESS
  }

  public enum SuccessBox {
    @JsonProperty("none")
    NONE,
    @JsonProperty("success")
    SUCCESS,
    @JsonProperty("warning")
    WARNING
  }

  /** What a refused form POST answers. */
  public enum FailureAnswer {
    /** 302 to the form's page with {@code actionXfer}. */
    @JsonProperty("redirect")
    REDIRECT,
    /** 302 to the form's page without it. */
    @JsonProperty("plain-redirect")
    PLAIN_REDIRECT,
    /** 200 with the form's page and the message. */
    @JsonProperty("page")
    PAGE
  }

  public enum Unknown {
    @JsonProperty("not-found")
    NOT_FOUND,
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("server-error")
    SERVER_ERROR
  }

  public enum CheckUnique {
    /** {@code {"isUnique":true}}. */
    @JsonProperty("object")
    OBJECT,
    /** {@code true} or {@code false}: unique or not. */
    @JsonProperty("boolean")
    BOOLEAN,
    @JsonProperty("not-found")
    NOT_FOUND
  }

  public static PageSwitches defaults() {
    return new PageSwitches(
        true,
        true,
        ZoneId.of("UTC"),
        MessageLife.ONCE,
        false,
        SuccessBox.NONE,
        FailureAnswer.REDIRECT,
        FailureAnswer.REDIRECT,
        Unknown.NOT_FOUND,
        Unknown.NOT_FOUND,
        CheckUnique.OBJECT);
  }
}
