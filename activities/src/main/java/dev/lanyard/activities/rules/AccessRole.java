package dev.lanyard.activities.rules;

import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.hr.SiteChoice;
import java.util.List;
import java.util.Optional;

/**
 * What a role stands for. What is absent a hire states itself, and may state freely.
 *
 * @param sites where its people may work at most; a hire may name fewer
 * @param template the exact name of a Backoffice permission template, and the only one it may have
 * @param departments exact names; a hire may name fewer. None: as hires without a role have it
 * @param posUserIds where a free one is looked for
 * @param staffPermissions codes in the staff API in place of the template's
 * @param staffAccount whether there is an account; absent: as the template has it
 */
public record AccessRole(
    String name,
    Optional<SiteChoice> sites,
    Optional<String> template,
    List<String> departments,
    Optional<WageBand> wage,
    Optional<PosUserIdRange> posUserIds,
    Optional<List<String>> staffPermissions,
    Optional<Boolean> staffAccount) {

  public AccessRole {
    departments = List.copyOf(departments);
    staffPermissions = staffPermissions.map(List::copyOf);
  }
}
