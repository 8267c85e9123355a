package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.WageRecord;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.LaborSchedule;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.Salary;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.backoffice.WageRecorded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** "record wage": one more row in the history, once (section 11.3). */
final class WageRecording {

  private final BackofficeClient client;
  private final Duration settleDelay;
  private final Set<Unproven> unproven;

  WageRecording(BackofficeClient client, Duration settleDelay, Set<Unproven> unproven) {
    this.client = client;
    this.settleDelay = settleDelay;
    this.unproven = unproven;
  }

  WageRecorded record(RecordWage request, Attempt attempt) {
    WageRules.require(request, unproven);
    WantedWage wanted = WantedWage.of(request);
    return LaterAttempts.run(
        attempt,
        settleDelay,
        () ->
            client.converse(
                attempt::requireTimeToWrite,
                talk -> done(request, wanted, look(talk, request, wanted))),
        () ->
            client.converse(
                attempt::requireTimeToWrite, talk -> lookAndAct(talk, request, wanted)));
  }

  private static WageRecorded lookAndAct(Conversation talk, RecordWage request, WantedWage wanted) {
    SortedSet<String> hidden = HiddenSites.of(talk);
    RosterRow row =
        RosterWitness.before(talk, request.employeeId(), request.posUserId(), request.active());
    List<String> personal = List.of(row.firstName(), row.lastName());
    CompensationPage page = look(talk, request, wanted);
    Optional<WageRecorded> done = done(request, wanted, page);
    if (done.isPresent()) {
      return done.get();
    }
    HiddenSites.requireNone(hidden);
    LocalDate effective = effective(request, page);
    FormEntries entries = entries(request, wanted, page, effective);
    try {
      talk.addWage(request.employeeId(), entries, personal);
    } catch (BackofficeFailure refused) {
      return doneAfter(refused, talk, request, wanted);
    }
    CompensationPage after = page(talk, request);
    requireReadBack(page, after, request, wanted, effective, personal);
    return recorded(request, after, true);
  }

  /** A refusal because of our own earlier write, which came to rest just now, is no refusal. */
  private static WageRecorded doneAfter(
      BackofficeFailure refused, Conversation talk, RecordWage request, WantedWage wanted) {
    if (!refused.isRefusal()) {
      throw refused;
    }
    return done(request, wanted, page(talk, request)).orElseThrow(() -> refused);
  }

  private static CompensationPage page(Conversation talk, RecordWage request) {
    CompensationPage page = talk.compensationPage(request.employeeId());
    if (page.employeeId() != request.employeeId()) {
      throw last(
          FailureTypes.PAGE_CHANGED,
          "/employee/compensation/"
              + request.employeeId()
              + " shows employee "
              + page.employeeId()
              + ".");
    }
    return page;
  }

  /** The history, being what the plan was based on or having the wanted row already. */
  private static CompensationPage look(Conversation talk, RecordWage request, WantedWage wanted) {
    CompensationPage page = page(talk, request);
    boolean asPlanned =
        page.newest()
            .map(newest -> request.before().filter(before -> isBefore(before, newest)).isPresent())
            .orElse(request.before().isEmpty());
    if (!asPlanned && done(request, wanted, page).isEmpty()) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "The newest wage of employee "
              + request.employeeId()
              + " ("
              + page.newest().map(row -> "from " + row.effective()).orElse("none")
              + ") is not the one that the plan was based on ("
              + request.before().map(row -> "from " + row.effective()).orElse("none")
              + "). Nothing was written; look in Backoffice who changed it, then plan anew.");
    }
    return page;
  }

  private static boolean isBefore(Wage before, WageRecord newest) {
    return WantedWage.isSameRow(before, newest) && before.end().equals(newest.end());
  }

  /** What the newest row makes of the request, if it is the wanted one. */
  private static Optional<WageRecorded> done(
      RecordWage request, WantedWage wanted, CompensationPage page) {
    return page.newest()
        .filter(WageRecord::current)
        .filter(wanted::isPaidBy)
        .filter(
            newest ->
                newest.effective().equals(request.from())
                    || (request.mayMove()
                        && (newest.effective().isAfter(request.from())
                            || page.history().size() == 1)))
        .map(newest -> recorded(request, page, false));
  }

  private static LocalDate effective(RecordWage request, CompensationPage page) {
    LocalDate effective = WageDay.taken(request.from(), page);
    if (!effective.equals(request.from()) && !request.mayMove()) {
      throw last(
          FailureTypes.INPUT_REFUSED,
          WageDay.refusal(request.employeeId(), request.from(), page)
              + " Nothing was written; choose that day, or let it be moved.");
    }
    return effective;
  }

  private static FormEntries entries(
      RecordWage request, WantedWage wanted, CompensationPage page, LocalDate effective) {
    if (request.hourlyRate().isPresent()) {
      return page.hourly(wanted.hourlyRate().orElseThrow(), wanted.overtimeRate(), effective);
    }
    Salary salary = request.salary().orElseThrow();
    List<FormPair> schedule = new ArrayList<>();
    salary.schedule().ifPresent(week -> schedule.addAll(pairs(week, page, request)));
    return page.salaried(
        wanted.salary().orElseThrow(), salary.hoursPerWeek(), new FormEntries(schedule), effective);
  }

  private static List<FormPair> pairs(
      LaborSchedule week, CompensationPage page, RecordWage request) {
    if (!page.wageSites().containsKey(week.site().id())) {
      throw last(
          FailureTypes.STATE_CHANGED,
          "/employee/compensation/"
              + request.employeeId()
              + " does not offer site "
              + week.site().id()
              + " as labor site. Nothing was written; plan anew.");
    }
    List<FormPair> pairs = new ArrayList<>();
    pairs.add(new FormPair("wage[siteId]", Integer.toString(week.site().id())));
    for (LaborSchedule.Shift shift : week.shifts()) {
      String day = "wage[scheduleDay][" + shift.day() + "]";
      pairs.add(new FormPair(day + "[startTime]", shift.start()));
      pairs.add(new FormPair(day + "[endTime]", shift.end()));
    }
    return pairs;
  }

  /** Section 11.1: the newest row is the wanted one, and its predecessor ends where it begins. */
  private static void requireReadBack(
      CompensationPage read,
      CompensationPage after,
      RecordWage request,
      WantedWage wanted,
      LocalDate effective,
      List<String> personal) {
    List<String> differences = new ArrayList<>(wanted.differences(after.newest(), effective));
    if (after.history().size() != read.history().size() + 1) {
      differences.add(
          "history ("
              + read.history().size()
              + " rows before, now "
              + after.history().size()
              + ")");
    } else if (request.before().isPresent()) {
      WageRecord predecessor = after.history().get(1);
      if (!WantedWage.isSameRow(request.before().get(), predecessor)) {
        differences.add("the row before (was not to change, and did)");
      }
      if (!predecessor.end().equals(Optional.of(effective))) {
        differences.add("the row before (its end date)");
      }
    }
    if (!differences.isEmpty()) {
      throw last(
          FailureTypes.NOT_APPLIED,
          "The wage of employee "
              + request.employeeId()
              + " is not as wanted in: "
              + String.join(", ", differences)
              + (after.alerts().isEmpty()
                  ? ""
                  : "; Backoffice says" + ServerWords.quote(after.alerts(), personal))
              + ". Look at /employee/compensation/"
              + request.employeeId()
              + ", correct it there if it is wrong, then retry.");
    }
  }

  private static WageRecorded recorded(RecordWage request, CompensationPage page, boolean written) {
    WageRecord newest = page.newest().orElseThrow();
    return new WageRecorded(
        written,
        new Wage(
            newest.hourlyRate(),
            newest.salary(),
            newest.overtimeEligible(),
            newest.overtimeRate(),
            newest.effective(),
            newest.end()),
        !newest.effective().equals(request.from()));
  }
}
