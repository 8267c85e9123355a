package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Readings of compensation (section 11), whose POST was never captured.
 *
 * @param earlyWage what a wage dated on or before the latest one gets (11.3: a claim)
 * @param firstWage the date of the first wage of an employee who has none (11.3)
 * @param wageSuccess where an accepted wage leads (section 4: unknown)
 * @param wageFailure where a refused one leads (section 4: unknown)
 * @param noWages what the history shows when there is none (11.1: unknown)
 * @param salaryType the type's text of a salary row (11.1: unknown)
 * @param salarySuffix what follows a salary's amount (11.1: unknown)
 * @param wageSiteDisabled whether the labor site's select comes disabled, or a script does it
 *     (11.2: unknown)
 */
public record WageSwitches(
    EarlyWage earlyWage,
    FirstWage firstWage,
    WageSuccess wageSuccess,
    PageSwitches.FailureAnswer wageFailure,
    NoWages noWages,
    String salaryType,
    String salarySuffix,
    boolean wageSiteDisabled) {

  public enum EarlyWage {
    @JsonProperty("ignore")
    IGNORE,
    @JsonProperty("reject")
    REJECT,
    /** Stored, as though there were no rule. */
    @JsonProperty("accept")
    ACCEPT
  }

  public enum FirstWage {
    /** Whatever was sent. */
    @JsonProperty("start-date")
    START_DATE,
    @JsonProperty("as-sent")
    AS_SENT,
    /** Refused unless it is the start date. */
    @JsonProperty("reject")
    REJECT
  }

  public enum WageSuccess {
    @JsonProperty("roster")
    ROSTER,
    @JsonProperty("compensation")
    COMPENSATION,
    /** 200 with the compensation page. */
    @JsonProperty("page")
    PAGE
  }

  public enum NoWages {
    @JsonProperty("empty-table")
    EMPTY_TABLE,
    @JsonProperty("row")
    ROW,
    @JsonProperty("no-table")
    NO_TABLE
  }

  public static WageSwitches defaults() {
    return new WageSwitches(
        EarlyWage.IGNORE,
        FirstWage.START_DATE,
        WageSuccess.ROSTER,
        PageSwitches.FailureAnswer.REDIRECT,
        NoWages.EMPTY_TABLE,
        "Salary",
        "/yr",
        true);
  }
}
