package dev.lanyard.workflows.hr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminationRulesTest {

  private static final EmployeeNumber NUMBER = EmployeeNumber.of("hr-10442");
  private static final Optional<LocalDate> LAST_DAY = Optional.of(LocalDate.of(2026, 5, 1));

  @Test
  void employeeNumberAloneIsEnough() {
    Termination nothing = new Termination(null, null, null, false);
    assertThat(TerminationRules.problems(NUMBER, nothing)).isEmpty();
    assertThat(nothing.immediate()).isTrue();
  }

  @Test
  void everythingTogetherHasNoProblem() {
    Termination dated =
        new Termination(
            Optional.of(PosUserId.of(1042)), Optional.of("O'Brien <b>"), LAST_DAY, false);
    assertThat(TerminationRules.problems(NUMBER, dated)).isEmpty();
    assertThat(dated.immediate()).isFalse();
  }

  @Test
  void strangeLastNameNeverStopsATermination() {
    for (String name : List.of("", "\u202e", "x".repeat(10_000), "already exists\n")) {
      Termination termination =
          new Termination(Optional.empty(), Optional.of(name), Optional.empty(), true);
      assertThat(TerminationRules.problems(NUMBER, termination)).isEmpty();
    }
  }

  @Test
  void everyProblemIsListedAtOnce() {
    Termination wrong =
        new Termination(
            Optional.of(PosUserId.of(0)),
            Optional.empty(),
            Optional.of(LocalDate.of(1999, 12, 31)),
            true);
    assertThat(TerminationRules.problems(EmployeeNumber.of(" "), wrong))
        .extracting(InputProblem::field)
        .containsExactly("employeeNumber", "posUserId", "effectiveDate", "effectiveDate");
  }

  @Test
  void nothingAtAllIsReportedAndNotThrown() {
    assertThat(TerminationRules.problems(null, null))
        .extracting(InputProblem::field)
        .containsExactly("employeeNumber", "termination");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, PosUserId.LARGEST + 1, Integer.MIN_VALUE})
  void posUserIdOutsideItsRangeIsRefused(int value) {
    assertThat(fields(Optional.of(PosUserId.of(value)), Optional.empty(), false))
        .containsExactly("posUserId");
  }

  @Test
  void effectiveDateLiesInThisCentury() {
    for (String good : List.of("2000-01-01", "2099-12-31")) {
      assertThat(fields(Optional.empty(), Optional.of(LocalDate.parse(good)), false)).isEmpty();
    }
    for (LocalDate bad :
        List.of(
            LocalDate.of(1999, 12, 31), LocalDate.of(2100, 1, 1), LocalDate.MIN, LocalDate.MAX)) {
      assertThat(fields(Optional.empty(), Optional.of(bad), false))
          .containsExactly("effectiveDate");
    }
  }

  @Test
  void immediateRevocationHasNoDate() {
    assertThat(fields(Optional.empty(), Optional.empty(), true)).isEmpty();
    assertThat(fields(Optional.empty(), LAST_DAY, true)).containsExactly("effectiveDate");
  }

  @Test
  void accessEndsAtTheEarliestOfWhatIsGiven() {
    LocalDate day = LocalDate.of(2026, 5, 1);
    LocalDateTime before = LocalDateTime.of(2026, 4, 30, 9, 30);
    LocalDateTime after = LocalDateTime.of(2026, 5, 3, 9, 30);
    LocalTime shift = LocalTime.of(17, 0);

    assertThat(end(Optional.of(day), null, null)).contains(LocalDateTime.of(2026, 5, 2, 0, 0));
    assertThat(end(Optional.of(day), null, shift)).contains(day.atTime(shift));
    assertThat(end(Optional.of(day), before, shift)).contains(before);
    assertThat(end(Optional.of(day), after, null)).contains(LocalDateTime.of(2026, 5, 2, 0, 0));
    assertThat(end(Optional.empty(), after, null)).contains(after);
    assertThat(end(Optional.empty(), null, null)).isEmpty();
    assertThat(
            new Termination(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    Optional.of(after),
                    Optional.empty())
                .localEnd())
        .isEmpty();
  }

  @Test
  void endOfAShiftNeedsItsDayAndALastHourLiesInThisCentury() {
    assertThat(
            TerminationRules.problems(
                NUMBER,
                new Termination(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(LocalDateTime.MAX),
                    Optional.of(LocalTime.NOON))))
        .extracting(InputProblem::field)
        .containsExactly("lastWorkedAt", "endOfShift");
  }

  @Test
  void dateOfAnotherMillenniumIsNoReasonToFail() {
    assertThat(
            new Termination(Optional.empty(), Optional.empty(), Optional.of(LocalDate.MAX), false)
                .immediate())
        .isFalse();
  }

  private static Optional<LocalDateTime> end(
      Optional<LocalDate> day, LocalDateTime lastWorkedAt, LocalTime endOfShift) {
    return new Termination(
            Optional.empty(),
            Optional.empty(),
            day,
            false,
            Optional.ofNullable(lastWorkedAt),
            Optional.ofNullable(endOfShift))
        .localEnd();
  }

  private static List<String> fields(
      Optional<PosUserId> posUserId, Optional<LocalDate> effectiveDate, boolean revokeNow) {
    Termination termination =
        new Termination(posUserId, Optional.empty(), effectiveDate, revokeNow);
    return TerminationRules.problems(NUMBER, termination).stream()
        .map(InputProblem::field)
        .toList();
  }
}
