package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Readings of the employee form and of a disable (sections 7, 8, 9).
 *
 * @param omittedFieldsCleared whether an optional field left out of an update is emptied (8.3:
 *     inferred)
 * @param activeByPresence whether {@code employee[isActive]=0} means active (8.4: unproven);
 *     otherwise 0 and the empty text mean inactive
 * @param reactivation what a POST that makes a disabled employee active does (8.4: a claim)
 * @param inactiveNeedsSites whether an inactive employee must have a site too (4.2: the text says
 *     otherwise, unproven)
 * @param disableClosesWage whether a disable ends the open wage record (8.4: a claim)
 * @param disableClosesUser whether a disable closes the linked Backoffice user (8.4: a claim that
 *     it does not)
 * @param accessNamesChosenTemplate whether the Access column prefers the template that was posted
 *     when two have the same grants; otherwise the first one is named
 * @param accessIgnoresOverrides whether equal grants suffice for a template's name (9.3, 12.1)
 * @param templateSelectShowsChosen whether the permission page selects the template that was posted
 *     (9.1: a claim that it never does)
 */
public record EmployeeSwitches(
    boolean omittedFieldsCleared,
    boolean activeByPresence,
    Reactivation reactivation,
    boolean inactiveNeedsSites,
    boolean disableClosesWage,
    boolean disableClosesUser,
    boolean accessNamesChosenTemplate,
    boolean accessIgnoresOverrides,
    boolean templateSelectShowsChosen) {

  public enum Reactivation {
    @JsonProperty("allowed")
    ALLOWED,
    /** Everything else of the POST is stored. */
    @JsonProperty("ignored")
    IGNORED,
    @JsonProperty("refused")
    REFUSED
  }

  public static EmployeeSwitches defaults() {
    return new EmployeeSwitches(
        true, true, Reactivation.ALLOWED, true, false, false, true, false, false);
  }
}
