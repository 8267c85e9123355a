package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One round trip of an employee's form (sections 8.2 to 8.5): read, compared with what the plan was
 * based on, posted with nothing between, read back whole.
 */
final class RecordWriting {

  private static final String ACTIVE = "employee[isActive]";

  private final BackofficeClient client;
  private final Duration settleDelay;

  RecordWriting(BackofficeClient client, Duration settleDelay) {
    this.client = client;
    this.settleDelay = settleDelay;
  }

  /** What a caller makes of the record once it is as wanted, in the same conversation. */
  interface Witness<T> {
    T of(Conversation talk, EditPage page, boolean written);
  }

  <T> T carryOut(RecordChange change, Attempt attempt, Witness<T> witness) {
    return LaterAttempts.run(
        attempt,
        settleDelay,
        () ->
            client.converse(
                attempt::requireTimeToWrite,
                talk ->
                    Optional.of(look(talk, change))
                        .filter(change::isDone)
                        .map(page -> witness.of(talk, page, false))),
        () ->
            client.converse(
                attempt::requireTimeToWrite, talk -> lookAndAct(talk, change, witness)));
  }

  private static <T> T lookAndAct(Conversation talk, RecordChange change, Witness<T> witness) {
    EditPage page = look(talk, change);
    if (change.isDone(page)) {
      return witness.of(talk, page, false);
    }
    Optional<Polarity> proven = polarity(talk, page, change);
    if (proven.isPresent()) {
      // The proof took requests; the form is read anew, so that nothing lies before its write.
      page = look(talk, change);
      if (change.isDone(page)) {
        return witness.of(talk, page, false);
      }
    }
    FormEntries values = change.values(page);
    Optional<SiteAccess> sites = change.sitesToWrite(page);
    talk.updateEmployee(
        change.employeeId(),
        change.reactivates()
            ? page.reactivated(values, sites.orElseThrow(), proven)
            : page.changed(values, sites, proven));
    EditPage after = EmployeeLook.known(talk, change.employeeId());
    Set<String> mine =
        values.pairs().stream().map(FormPair::name).collect(Collectors.toCollection(HashSet::new));
    mine.add(ACTIVE);
    sites.ifPresent(written -> mine.add(EditPage.SITES));
    requireReadBack(page, after, change, mine);
    return witness.of(talk, after, true);
  }

  /** The form, being what the plan was based on or what is wanted. */
  private static EditPage look(Conversation talk, RecordChange change) {
    EditPage page = EmployeeLook.known(talk, change.employeeId());
    if (!change.isOf(page)) {
      throw last(
          FailureTypes.NOT_OURS,
          "Employee "
              + change.employeeId()
              + " has another POS user ID than "
              + change.posUserId()
              + ". Nothing was written; check whose record that is.");
    }
    if (change.isDone(page)) {
      return page;
    }
    // The whole form is posted, and what the bot does not see is not in it.
    HiddenSites.requireNone(talk, page.sites(), change.knownSites());
    List<String> surprises = change.surprises(page);
    if (!surprises.isEmpty()) {
      throw stateChanged(
          "Employee "
              + change.employeeId()
              + " is no longer what the plan was based on, in: "
              + String.join(", ", surprises)
              + ".");
    }
    if (change.overwritesForeignLink(page)) {
      throw last(
          FailureTypes.NOT_OURS,
          "Employee "
              + change.employeeId()
              + " carries another number in its link field than "
              + change.employeeNumber()
              + ". Nothing was written; settle in Backoffice whose record that is.");
    }
    List<String> gone = change.notOffered(page);
    if (!gone.isEmpty()) {
      throw stateChanged(
          "/employee/edit/"
              + change.employeeId()
              + " no longer offers "
              + String.join(", ", gone)
              + ".");
    }
    return page;
  }

  private static RuntimeException stateChanged(String what) {
    return last(
        FailureTypes.STATE_CHANGED,
        what + " Nothing was written; look in Backoffice who changed it, then plan anew.");
  }

  private static Optional<Polarity> polarity(
      Conversation talk, EditPage page, RecordChange change) {
    if (!page.sites().flat() || change.sitesToWrite(page).filter(s -> !s.all()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        FlatPolarity.on(
                talk, page.sites(), talk.createPage().siteCodes(), change.posUserId().value())
            .require());
  }

  /**
   * Wanted fields as wanted; every other one as it was read. Somebody's edit between the two reads
   * shows here, unless our own write, which carries the whole form, covered it.
   */
  private static void requireReadBack(
      EditPage read, EditPage after, RecordChange change, Set<String> mine) {
    List<String> differences = new ArrayList<>(change.unmet(after));
    if (after.active() != change.activeAfter()) {
      differences.add(after.active() ? "active (it is active)" : "active (it is disabled)");
    }
    after.differingFrom(read).stream()
        .filter(name -> !mine.contains(name))
        .map(name -> label(name) + " (was not to change, and did)")
        .forEach(differences::add);
    if (!differences.isEmpty()) {
      throw notApplied(after, differences, change);
    }
  }

  static RuntimeException notApplied(EditPage page, List<String> differences, RecordChange change) {
    return NotApplied.on(
        change.employeeId(), differences, page.alerts(), personal(page, change).toList());
  }

  private static Stream<String> personal(EditPage page, RecordChange change) {
    return Stream.of(
            Stream.of(RecordField.values()).flatMap(f -> f.in(change.wanted()).stream()),
            change.pin().map(Pin::digits).stream(),
            Stream.of(page.firstName(), page.lastName(), page.emergencyName()))
        .flatMap(values -> values);
  }

  private static String label(String formName) {
    if (formName.equals("posCredential[POSLoginPassword]")) {
      return "PIN";
    }
    return RecordField.named(formName)
        .map(RecordField::label)
        .orElseGet(() -> ServerWords.plain(formName));
  }
}
