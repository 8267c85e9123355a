package dev.lanyard.workflows.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventLedgerTest {

  private static final EmployeeNumber NUMBER = EmployeeNumber.of("hr-10442");
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-04-27T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-04-28T08:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-04-29T08:00:00Z");
  private static final Prospect FREE = Prospect.of(Standing.GONE);
  private static final Prospect EMPLOYED = Prospect.of(Standing.EMPLOYED);

  private final EventLedger ledger = new EventLedger(PersonState.unknown(NUMBER));

  @Test
  void firstHireIsTakenAndListed() {
    assertThat(ledger.take(hire("e-1", MONDAY), FREE, NOW)).isTrue();
    assertThat(ledger.records())
        .containsExactly(new EventRecord("e-1", "hire", EventRecord.ACCEPTED, "", NOW));
    assertThat(carried().eventIds()).containsExactly("e-1");
    assertThat(carried().latestDecidedAt()).contains(MONDAY);
    assertThat(carried().latestTerminationAt()).isEmpty();
  }

  @Test
  void terminationOfAnUnknownPersonIsTaken() {
    assertThat(ledger.take(termination("e-1", MONDAY), FREE, NOW)).isTrue();
    assertThat(carried().latestTerminationAt()).contains(MONDAY);
    assertThat(carried().latestDecidedAt()).contains(MONDAY);
  }

  @Test
  void sameIdTwiceIsOneEventWhateverElseItSays() {
    ledger.take(hire("e-1", MONDAY), FREE, NOW);
    assertThat(ledger.take(hire("e-1", MONDAY), EMPLOYED, NOW)).isFalse();
    assertThat(ledger.take(termination("e-1", TUESDAY), EMPLOYED, NOW)).isFalse();
    assertThat(ledger.records())
        .extracting(EventRecord::disposition)
        .containsExactly(EventRecord.ACCEPTED, EventRecord.DUPLICATE, EventRecord.DUPLICATE);
    assertThat(carried().latestDecidedAt()).contains(MONDAY);
    assertThat(carried().latestTerminationAt()).isEmpty();
  }

  @Test
  void refusedEventMayComeAgainUnderItsId() {
    assertThat(ledger.take(hire("e-1", MONDAY), EMPLOYED, NOW)).isFalse();
    assertThat(carried().eventIds()).isEmpty();
    assertThat(carried().latestDecidedAt()).isEmpty();
    assertThat(ledger.take(hire("e-1", MONDAY), FREE, NOW)).isTrue();
  }

  @Test
  void eventOlderThanTheLatestTakenIsRefused() {
    ledger.take(hire("e-1", TUESDAY), FREE, NOW);
    assertThat(ledger.take(termination("e-2", TUESDAY.minusNanos(1)), EMPLOYED, NOW)).isFalse();
    assertThat(last().disposition()).isEqualTo(EventRecord.REFUSED);
    assertThat(last().reason()).contains("older", TUESDAY.toString());
    assertThat(carried().latestTerminationAt()).isEmpty();
  }

  @Test
  void terminationOfTheSameInstantAsTheHireWins() {
    ledger.take(hire("e-1", MONDAY), FREE, NOW);
    assertThat(ledger.take(termination("e-2", MONDAY), EMPLOYED, NOW)).isTrue();
  }

  @Test
  void hireOfTheSameInstantAsTheTerminationIsRefused() {
    ledger.take(termination("e-1", MONDAY), FREE, NOW);
    assertThat(ledger.take(hire("e-2", MONDAY), FREE, NOW)).isFalse();
    assertThat(last().reason()).contains("not newer than the termination", MONDAY.toString());
  }

  @Test
  void hireNewerThanEveryTerminationIsTaken() {
    ledger.take(termination("e-1", MONDAY), FREE, NOW);
    assertThat(ledger.take(hire("e-2", MONDAY.plusNanos(1)), FREE, NOW)).isTrue();
  }

  @Test
  void hireThatIsReplayedAfterTheTerminationNeverGivesAccessAgain() {
    ledger.take(hire("e-1", MONDAY), FREE, NOW);
    ledger.take(termination("e-2", TUESDAY), EMPLOYED, NOW);
    assertThat(ledger.take(hire("e-1", MONDAY), FREE, NOW)).isFalse();
    assertThat(ledger.take(hire("e-1-sent-again", MONDAY), FREE, NOW)).isFalse();
    assertThat(ledger.take(hire("e-3", WEDNESDAY), FREE, NOW)).isTrue();
  }

  @Test
  void memoryOutlivesTheRun() {
    ledger.take(hire("e-1", MONDAY), FREE, NOW);
    ledger.take(termination("e-2", TUESDAY), EMPLOYED, NOW);
    EventLedger next = new EventLedger(carried());
    assertThat(next.take(hire("e-1", WEDNESDAY), FREE, NOW)).isFalse();
    assertThat(next.take(hire("e-3", TUESDAY), FREE, NOW)).isFalse();
    assertThat(next.take(hire("e-4", WEDNESDAY), FREE, NOW)).isTrue();
    assertThat(next.records()).hasSize(5);
  }

  @Test
  void secondHireIsRefusedWhileThePersonIsOrWillBeEmployed() {
    ledger.take(hire("e-1", MONDAY), FREE, NOW);
    assertThat(ledger.take(hire("e-2", TUESDAY), EMPLOYED, NOW)).isFalse();
    assertThat(last().reason()).contains("terminate first");
    assertThat(carried().latestDecidedAt()).contains(MONDAY);
  }

  @Test
  void terminationIsTakenAgainAndAgain() {
    ledger.take(termination("e-1", MONDAY), EMPLOYED, NOW);
    assertThat(ledger.take(termination("e-2", MONDAY), FREE, NOW)).isTrue();
    assertThat(ledger.take(termination("e-3", TUESDAY), FREE, NOW)).isTrue();
    assertThat(carried().latestTerminationAt()).contains(TUESDAY);
  }

  @Test
  void clockOfTheSourceMayRunAheadByTheTolerance() {
    Instant latest = NOW.plus(EventLedger.CLOCK_TOLERANCE);
    assertThat(ledger.take(termination("e-1", latest.plusNanos(1)), FREE, NOW)).isFalse();
    assertThat(last().reason()).contains("future");
    assertThat(ledger.take(termination("e-1", Instant.MAX), FREE, NOW)).isFalse();
    assertThat(ledger.take(termination("e-1", latest), FREE, NOW)).isTrue();
  }

  @Test
  void eventAboutSomebodyElseIsRefused() {
    for (EmployeeNumber other : new EmployeeNumber[] {EmployeeNumber.of("hr-10443"), null}) {
      assertThat(ledger.take(new TerminationEvent("e-1", MONDAY, other, immediately()), FREE, NOW))
          .isFalse();
      assertThat(last().reason()).contains("another employee number");
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void eventWithoutAnIdIsRefused(String id) {
    assertThat(ledger.take(termination(id, MONDAY), FREE, NOW)).isFalse();
    assertThat(last().reason()).contains("eventId");
    assertThat(last().eventId()).isNotNull();
    assertThat(carried().eventIds()).isEmpty();
  }

  @Test
  void eventIdHasAtMostTwoHundredCharactersAndIsListedShortened() {
    assertThat(ledger.take(termination("x".repeat(201), MONDAY), FREE, NOW)).isFalse();
    assertThat(last().eventId()).isEqualTo("x".repeat(200));
    assertThat(ledger.take(termination("x".repeat(200), MONDAY), FREE, NOW)).isTrue();
  }

  @Test
  void eventWithoutItsMomentIsRefused() {
    assertThat(ledger.take(hire("e-1", null), FREE, NOW)).isFalse();
    assertThat(last().reason()).contains("decidedAt");
  }

  @Test
  void everyProblemOfAHireIsListedWithoutItsValues() {
    Hire wrong =
        new Hire(
            "Secretjane<",
            "Doe",
            Optional.of("secret"),
            Optional.empty(),
            PosUserId.of(0),
            new BigDecimal("15.50"),
            LocalDate.of(2026, 5, 1),
            SiteChoice.everySite(),
            "Greeter",
            List.of(),
            Optional.empty());
    assertThat(ledger.take(new HireEvent("e-1", MONDAY, NUMBER, wrong), FREE, NOW)).isFalse();
    assertThat(last().reason())
        .contains("firstName", "phone", "posUserId", "; ")
        .doesNotContainIgnoringCase("secret");
  }

  @Test
  void eventWithoutContentIsRefused() {
    assertThat(ledger.take(new HireEvent("e-1", MONDAY, NUMBER, null), FREE, NOW)).isFalse();
    assertThat(last().reason()).isEqualTo("hire is missing");
    assertThat(ledger.take(new TerminationEvent("e-2", MONDAY, NUMBER, null), FREE, NOW)).isFalse();
    assertThat(last().reason()).isEqualTo("termination is missing");
  }

  @Test
  void problemsOfATerminationAreListed() {
    Termination wrong =
        new Termination(
            Optional.of(PosUserId.of(0)),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 5, 1)),
            true);
    assertThat(ledger.take(new TerminationEvent("e-1", MONDAY, NUMBER, wrong), FREE, NOW))
        .isFalse();
    assertThat(last().reason()).contains("posUserId", "effectiveDate");
  }

  @Test
  void eventThatWasGivenBackMayComeAgain() {
    HrEvent event = hire("e-1", MONDAY);
    ledger.take(event, FREE, NOW);
    ledger.giveBack(event, "could not be started", NOW);
    assertThat(last())
        .isEqualTo(
            new EventRecord("e-1", "hire", EventRecord.REFUSED, "could not be started", NOW));
    assertThat(ledger.take(event, FREE, NOW)).isTrue();
  }

  @Test
  void unreadableEventIsListedAndChangesNothing() {
    ledger.unreadable(NOW);
    assertThat(last().type()).isEqualTo("unreadable");
    assertThat(last().disposition()).isEqualTo(EventRecord.REFUSED);
    assertThat(carried().eventIds()).isEmpty();
    assertThat(carried().latestDecidedAt()).isEmpty();
  }

  @Test
  void fiftyNewestRecordsAreKept() {
    for (int i = 1; i <= 60; i++) {
      ledger.take(termination("e-" + i, MONDAY.plusSeconds(i)), FREE, NOW);
    }
    assertThat(ledger.records()).hasSize(50);
    assertThat(ledger.records().get(0).eventId()).isEqualTo("e-11");
    assertThat(last().eventId()).isEqualTo("e-60");
    assertThat(carried().events()).isEqualTo(ledger.records());
  }

  @Test
  void thousandNewestIdsAreKeptAndOlderEventsStayRefusedByTheirMoment() {
    for (int i = 1; i <= 1001; i++) {
      ledger.take(termination("e-" + i, MONDAY.plusSeconds(i)), FREE, NOW);
    }
    assertThat(carried().eventIds()).hasSize(1000).doesNotContain("e-1").contains("e-2", "e-1001");
    assertThat(ledger.take(termination("e-1", MONDAY.plusSeconds(1)), FREE, NOW)).isFalse();
    assertThat(last().disposition()).isEqualTo(EventRecord.REFUSED);
    assertThat(ledger.take(termination("e-2", MONDAY.plusSeconds(2)), FREE, NOW)).isFalse();
    assertThat(last().disposition()).isEqualTo(EventRecord.DUPLICATE);
  }

  private EventRecord last() {
    return ledger.records().get(ledger.records().size() - 1);
  }

  private PersonState carried() {
    return ledger.state(
        PersonLinks.NONE, 0, false, Optional.empty(), "", List.of(), Optional.empty(), 0);
  }

  private static HrEvent termination(String id, Instant decidedAt) {
    return new TerminationEvent(id, decidedAt, NUMBER, immediately());
  }

  private static Termination immediately() {
    return new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  private static HrEvent hire(String id, Instant decidedAt) {
    Hire jane =
        new Hire(
            "Jane",
            "Doe",
            Optional.empty(),
            Optional.empty(),
            PosUserId.of(1042),
            new BigDecimal("15.50"),
            LocalDate.of(2026, 5, 1),
            SiteChoice.everySite(),
            "Greeter",
            List.of(),
            Optional.empty());
    return new HireEvent(id, decidedAt, NUMBER, jane);
  }
}
