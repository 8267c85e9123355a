package dev.lanyard.starter.command;

import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
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
 * @param member the staff API's, looked for where Backoffice shows none
 */
record Leaver(
    EmployeeNumber owner,
    Optional<PosUserId> posUserId,
    Optional<String> lastName,
    Optional<EmployeeSnapshot> employee,
    Optional<StaffMemberView> member) {

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
        () -> {
          member.ifPresent(found -> account(found, facts));
          facts.row(
              "  Backoffice", "shows no such record; the run looks once more in both systems");
        });
    posUserId.ifPresent(id -> facts.row("  POS user ID", id.toString()));
    facts.row("  owner", "person/" + owner);
    return facts.lines();
  }

  /** The same facts of an account in the staff API. */
  private static void account(StaffMemberView found, Table facts) {
    facts.row("  name", (found.firstName().strip() + " " + found.lastName().strip()).strip());
    boolean access = !found.permissions().isEmpty() || !found.sites().isEmpty();
    facts.row(
        "  staff API",
        "member "
            + found.id()
            + (found.admin() ? ", administrator" : access ? "" : ", without access"));
    facts.row(
        "  sites",
        found.sites().isEmpty()
            ? "none"
            : found.sites().stream().map(StaffSite::name).collect(Collectors.joining(", ")));
    found.createdAt().ifPresent(at -> facts.row("  since", at.replaceFirst("T.*", "")));
  }

  private static String words(boolean all, List<SiteRef> sites) {
    return all ? "all" : sites.stream().map(SiteRef::name).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "Leaver[" + owner + ", [redacted]]";
  }
}
