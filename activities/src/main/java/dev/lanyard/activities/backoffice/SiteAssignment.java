package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.SitesAssigned;
import java.util.List;
import java.util.Optional;

/** "assign sites": the record's sites equal the plan's, on the edit page and in the roster. */
final class SiteAssignment {

  private final BackofficeClient client;
  private final RecordComparison comparison;
  private final LostWrites lostWrites;

  SiteAssignment(BackofficeClient client, RecordComparison comparison, LostWrites lostWrites) {
    this.client = client;
    this.comparison = comparison;
    this.lostWrites = lostWrites;
  }

  SitesAssigned assign(AssignSites request, Pin pin, Attempt attempt) {
    lostWrites.settleBeforeRepeat(
        attempt,
        () ->
            client.converse(
                EmployeeVerification::neverWrites,
                talk -> comparison.sites(look(talk, request, pin), request.plan()).isPresent()));
    return lostWrites.settleWhenLost(attempt, () -> lookAndAct(request, pin, attempt));
  }

  private SitesAssigned lookAndAct(AssignSites request, Pin pin, Attempt attempt) {
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> {
          EditPage page = look(talk, request, pin);
          HiddenSites.requireNone(talk, page.sites(), request.plan().target().sites());
          boolean differs = comparison.sites(page, request.plan()).isPresent();
          if (differs) {
            talk.updateEmployee(request.employeeId(), withPlannedSites(talk, page, request.plan()));
            page = talk.editPage(request.employeeId());
          }
          return readBack(talk, page, request.plan(), differs);
        });
  }

  private EditPage look(Conversation talk, AssignSites request, Pin pin) {
    EditPage page = talk.editPage(request.employeeId());
    if (!comparison.provesOurs(page, request.employeeNumber(), request.plan(), pin)) {
      throw last(
          FailureTypes.NOT_OURS,
          "Employee "
              + request.employeeId()
              + " is not provably the record of this hire: POS user ID, name, PIN or start date"
              + " differ. Nothing was written; settle in Backoffice who that is.");
    }
    requireActive(page);
    return page;
  }

  private static void requireActive(EditPage page) {
    if (!page.active()) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "Employee "
              + page.employeeId()
              + " is disabled. Nothing was written; settle in Backoffice whether this person is"
              + " still to work.");
    }
  }

  private static FormEntries withPlannedSites(
      Conversation talk, EditPage page, BackofficePlan plan) {
    SiteAccess planned = RecordComparison.access(plan.target().sites());
    if (planned.siteIds().isEmpty()
        || (!planned.all() && !page.sites().ids().containsAll(planned.siteIds()))) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "/employee/edit/"
              + page.employeeId()
              + " no longer offers all of the sites "
              + planned.siteIds()
              + ". Nothing was written; amend the hire so that it is planned anew.");
    }
    return page.withSites(planned, polarity(talk, page, planned, plan));
  }

  private static Optional<Polarity> polarity(
      Conversation talk, EditPage page, SiteAccess planned, BackofficePlan plan) {
    if (!page.sites().flat() || planned.all()) {
      return Optional.empty();
    }
    CreatePage codes = talk.createPage(); // not from memory: old codes would unmake the proof
    return Optional.of(
        FlatPolarity.on(talk, page.sites(), codes.siteCodes(), plan.posUserId().value()).require());
  }

  private SitesAssigned readBack(
      Conversation talk, EditPage page, BackofficePlan plan, boolean written) {
    requireActive(page);
    SiteAccess planned = RecordComparison.access(plan.target().sites());
    comparison
        .sites(page, plan)
        .ifPresent(
            difference -> {
              throw NotApplied.on(page.employeeId(), List.of(difference), page.alerts(), plan);
            });
    RosterPage roster = talk.rosterOf(plan.posUserId().value());
    Optional<RosterRow> row = roster.row(plan.posUserId().value());
    if (row.filter(shown -> SiteWitness.of(roster).contradicts(shown, planned)).isPresent()) {
      throw NotApplied.on(
          page.employeeId(),
          List.of(
              "sites (the roster shows "
                  + ServerWords.plain(row.get().siteCodes().toString())
                  + ")"),
          page.alerts(),
          plan);
    }
    return new SitesAssigned(written, row.map(RosterRow::siteCodes).orElse(List.of()));
  }
}
