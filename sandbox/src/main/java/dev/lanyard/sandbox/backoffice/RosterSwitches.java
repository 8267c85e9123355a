package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Readings of the employee list (section 12).
 *
 * @param inactiveIcon the class of a disabled employee's icon; empty for no icon (12.1: a claim)
 * @param emptyRoster what an empty list shows (12.1: inferred)
 * @param nameFilter how {@code first_name} and {@code last_name} match (12.2: a claim)
 * @param posUserIdFilter how {@code posUserId} matches (12.2: a claim)
 * @param filterCombination how filters combine (12.2: a claim)
 * @param limitCeiling the most rows of one answer; 0 for none (section 21: unknown)
 * @param limitAboveCeiling what a larger limit means
 * @param limitWithPages whether {@code limit} holds on a page by path (12.3: unknown); otherwise it
 *     is ignored there
 * @param rosterPathPages whether {@code /employee/<page>} works (12.3: never exercised); otherwise
 *     404
 * @param sitelessVisible whether employees without sites are listed (12.2: inferred that not)
 */
public record RosterSwitches(
    String inactiveIcon,
    EmptyRoster emptyRoster,
    NameFilter nameFilter,
    PosUserIdFilter posUserIdFilter,
    FilterCombination filterCombination,
    int limitCeiling,
    LimitAboveCeiling limitAboveCeiling,
    boolean limitWithPages,
    boolean rosterPathPages,
    boolean sitelessVisible) {

  public enum EmptyRoster {
    @JsonProperty("row")
    ROW,
    @JsonProperty("bare")
    BARE,
    @JsonProperty("no-table")
    NO_TABLE
  }

  public enum NameFilter {
    @JsonProperty("prefix")
    PREFIX,
    @JsonProperty("prefix-with-case")
    PREFIX_WITH_CASE,
    @JsonProperty("contains")
    CONTAINS
  }

  public enum PosUserIdFilter {
    @JsonProperty("exact")
    EXACT,
    @JsonProperty("prefix")
    PREFIX
  }

  public enum FilterCombination {
    @JsonProperty("and")
    AND,
    @JsonProperty("or")
    OR
  }

  public enum LimitAboveCeiling {
    /** The ceiling. */
    @JsonProperty("capped")
    CAPPED,
    /** 25 rows. */
    @JsonProperty("ignored")
    IGNORED
  }

  public static RosterSwitches defaults() {
    return new RosterSwitches(
        "fa-times",
        EmptyRoster.ROW,
        NameFilter.PREFIX,
        PosUserIdFilter.EXACT,
        FilterCombination.AND,
        0,
        LimitAboveCeiling.CAPPED,
        true,
        true,
        false);
  }
}
