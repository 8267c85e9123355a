package dev.lanyard.starter.command;

import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose access is about to end, as far as it could be found out before.
 *
 * @param owner whose run the termination goes to
 * @param posUserId empty when only the staff API can be searched
 * @param lastName guards the record against a mistyped number
 * @param employee Backoffice's record; empty when none shows
 */
record Leaver(
    EmployeeNumber owner,
    Optional<PosUserId> posUserId,
    Optional<String> lastName,
    Optional<EmployeeSnapshot> employee) {

  /** What a person can be told apart by, before anybody is asked. */
  List<String> facts() {
    Table facts = new Table();
    employee.ifPresentOrElse(
        found -> {
          facts.row(
              "  name",
              found.profile().firstName().strip() + " " + found.profile().lastName().strip());
          facts.row("  status", found.active() ? "active" : "disabled");
          found.sites().ifPresent(sites -> facts.row("  sites", words(sites.all(), sites.sites())));
          found.profile().startDate().ifPresent(date -> facts.row("  since", date.toString()));
        },
        () ->
            facts.row(
                "  Backoffice", "shows no such record; the run looks once more in both systems"));
    posUserId.ifPresent(id -> facts.row("  POS user ID", id.toString()));
    facts.row("  owner", "person/" + owner);
    return facts.lines();
  }

  private static String words(boolean all, List<SiteRef> sites) {
    return all ? "all" : sites.stream().map(SiteRef::name).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "Leaver[" + owner + ", [redacted]]";
  }
}
