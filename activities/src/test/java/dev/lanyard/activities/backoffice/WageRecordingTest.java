package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.Refusals.retried;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.LaborSchedule;
import dev.lanyard.workflows.backoffice.Overtime;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.Salary;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.backoffice.WageRecorded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WageRecordingTest {

  private static final LocalDate START = LocalDate.of(2026, 5, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  /** Jane's, since her hire. */
  private static final Wage FIRST = hourly("15.50", Optional.of("23.25"), START);

  private SandboxTenant tenant;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    employeeId = tenant.createAndGrant(tenant.plan()).employeeId();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private static Wage hourly(String rate, Optional<String> overtime, LocalDate effective) {
    return new Wage(
        Optional.of(new BigDecimal(rate)),
        Optional.empty(),
        overtime.isPresent(),
        overtime.map(BigDecimal::new),
        effective,
        Optional.empty());
  }

  private RecordWage raise(Wage before, String rate, LocalDate from, boolean mayMove) {
    return raise(before, rate, Optional.empty(), from, mayMove);
  }

  private RecordWage raise(
      Wage before, String rate, Optional<Overtime> overtime, LocalDate from, boolean mayMove) {
    return new RecordWage(
        employeeId,
        JANES_ID,
        true,
        Optional.of(before),
        Optional.of(new BigDecimal(rate)),
        Optional.empty(),
        overtime,
        from,
        mayMove);
  }

  private RecordWage salary(Salary salary) {
    return new RecordWage(
        employeeId,
        JANES_ID,
        true,
        Optional.of(FIRST),
        Optional.empty(),
        Optional.of(salary),
        Optional.empty(),
        JULY,
        false);
  }

  private WageRecorded record(RecordWage request) {
    return record(request, FakeAttempt.first());
  }

  private WageRecorded record(RecordWage request, FakeAttempt attempt) {
    return tenant.changes(attempt).recordWage(request);
  }

  private List<String> wages() {
    return tenant.jane().path("wages").findValuesAsText("rate");
  }

  @Test
  void aRaiseIsOneRowWithOvertimeCarriedOverAndFourRequests() {
    WageRecorded done = record(raise(FIRST, "17.25", JULY, false));

    // 1.5 times 17.25 is 25.875, half to even.
    Wage expected = hourly("17.25", Optional.of("25.88"), JULY);
    assertThat(done).isEqualTo(new WageRecorded(true, expected, false));
    assertThat(tenant.requests().stream().filter(r -> !r.contains("/login")))
        .containsExactly(
            "GET /employee",
            "GET /employee/compensation/" + employeeId,
            "POST /employee/compensation/update",
            "GET /employee/compensation/" + employeeId);
    assertThat(wages()).containsExactly("17.25", "15.5");
    assertThat(tenant.jane().path("wages").get(1).path("end").asText()).isEqualTo("2026-07-01");

    assertThat(record(raise(FIRST, "17.25", JULY, false)))
        .isEqualTo(new WageRecorded(false, expected, false));
    assertThat(tenant.writes()).isOne();
  }

  @Test
  void aRaiseOfTheRaiseGoesOnFromIt() {
    Wage second = record(raise(FIRST, "17.25", JULY, false)).newest();
    WageRecorded third = record(raise(second, "18", JULY.plusDays(1), false));
    assertThat(third.newest()).isEqualTo(hourly("18.00", Optional.of("27.00"), JULY.plusDays(1)));
    assertThat(wages()).containsExactly("18.0", "17.25", "15.5");
  }

  @Test
  void overtimeIsWhatIsGiven() {
    WageRecorded without =
        record(
            raise(FIRST, "17.25", Optional.of(new Overtime(false, Optional.empty())), JULY, false));
    assertThat(without.newest()).isEqualTo(hourly("17.25", Optional.empty(), JULY));

    // Carried over: not eligible.
    WageRecorded still = record(raise(without.newest(), "18.00", JULY.plusDays(1), false));
    assertThat(still.newest().overtimeEligible()).isFalse();

    WageRecorded own =
        record(
            raise(
                still.newest(),
                "18.00",
                Optional.of(new Overtime(true, Optional.of(new BigDecimal("30")))),
                JULY.plusDays(2),
                false));
    assertThat(own.newest()).isEqualTo(hourly("18.00", Optional.of("30.00"), JULY.plusDays(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ignore", "reject"})
  void aDateThatMustMoveIsRefusedOrMovedAndSaid(String earlyWage) {
    tenant.setting("earlyWage", earlyWage);
    assertThat(
            last(FailureTypes.INPUT_REFUSED, () -> record(raise(FIRST, "17.25", START, false)))
                .getOriginalMessage())
        .contains("cannot begin on 2026-05-01: Backoffice takes none before 2026-05-02");
    assertThat(tenant.writes()).isZero();

    WageRecorded moved = record(raise(FIRST, "17.25", START, true));
    assertThat(moved.moved()).isTrue();
    assertThat(moved.newest().effective()).isEqualTo(START.plusDays(1));
    assertThat(record(raise(FIRST, "17.25", START, true)))
        .isEqualTo(new WageRecorded(false, moved.newest(), true));
    assertThat(wages()).containsExactly("17.25", "15.5");
  }

  @Test
  void aWageThatAnotherPersonRecordedMeanwhileIsNamedByItsDayAlone() {
    record(raise(FIRST, "16.75", JULY.minusDays(9), false));
    tenant.forgetRequests();
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> record(raise(FIRST, "17.25", JULY, false)))
                .getOriginalMessage())
        .contains("(from 2026-06-22) is not the one that the plan was based on (from 2026-05-01)")
        .doesNotContain("16.75")
        .doesNotContain("17.25");
    // A plan that was based on no wage at all.
    RecordWage first =
        new RecordWage(
            employeeId,
            JANES_ID,
            true,
            Optional.empty(),
            Optional.of(new BigDecimal("17.25")),
            Optional.empty(),
            Optional.empty(),
            JULY,
            false);
    last(FailureTypes.STATE_CHANGED, () -> record(first));
    assertThat(tenant.writes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ignore", "reject"})
  void aWageThatAnotherPersonRecordsBetweenReadAndWriteIsNotHidden(String earlyWage) {
    tenant.setting("earlyWage", earlyWage);
    RecordWage later = raise(FIRST, "16.75", JULY.plusDays(9), false);
    FakeAttempt attempt =
        FakeAttempt.first()
            .beforeWrite(() -> tenant.changes(FakeAttempt.first()).recordWage(later));

    String type =
        earlyWage.equals("reject") ? FailureTypes.BACKOFFICE_REFUSED : FailureTypes.NOT_APPLIED;
    assertThat(
            last(type, () -> record(raise(FIRST, "17.25", JULY, false), attempt))
                .getOriginalMessage())
        .contains(
            earlyWage.equals("reject")
                ? "\"Effective Date must be at least one day after the latest wage.\""
                : "hourly rate, overtime rate, wage (planned from 2026-07-01, the newest is from"
                    + " 2026-07-10), the row before (its end date).");
    assertThat(wages()).containsExactly("16.75", "15.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ignore", "reject"})
  void ourOwnWriteThatCameToRestLateIsNoRefusalAndNoSecondRow(String earlyWage) {
    tenant.setting("earlyWage", earlyWage);
    RecordWage request = raise(FIRST, "17.25", JULY, false);
    // The earlier attempt's write commits after this attempt has looked twice.
    FakeAttempt attempt =
        FakeAttempt.second()
            .beforeWrite(() -> tenant.changes(FakeAttempt.first()).recordWage(request));
    if (earlyWage.equals("reject")) {
      assertThat(record(request, attempt).written()).isFalse();
    } else {
      // The server ignored the repeat: what is read back is the wanted row, once.
      assertThat(record(request, attempt).newest().effective()).isEqualTo(JULY);
    }
    assertThat(wages()).containsExactly("17.25", "15.5");
  }

  @Test
  void aRecordThatWasDisabledMeanwhileOrIsAnotherPersonsGetsNoWage() {
    tenant.edit(employeeId, "{\"active\":false}");
    last(FailureTypes.STATE_CHANGED, () -> record(raise(FIRST, "17.25", JULY, false)));
    tenant.edit(employeeId, "{\"active\":true}");
    employeeId = tenant.somebody(true).path("id").asInt();
    last(FailureTypes.NOT_OURS, () -> record(raise(FIRST, "17.25", JULY, false)));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void salaryAndScheduleAreOffByNameBeforeAnythingIsAsked() {
    Salary salary = new Salary(new BigDecimal("52000"), Optional.empty(), Optional.empty());
    assertThat(
            last(FailureTypes.BEHAVIOUR_UNPROVEN, () -> record(salary(salary)))
                .getOriginalMessage())
        .contains("list salary under lanyard.backoffice.unproven");
    tenant.unproven = Set.of(Unproven.SALARY);
    assertThat(
            last(FailureTypes.BEHAVIOUR_UNPROVEN, () -> record(salary(scheduled())))
                .getOriginalMessage())
        .contains("list schedule under lanyard.backoffice.unproven");
    assertThat(tenant.requests()).isEmpty();
  }

  private static Salary scheduled() {
    return new Salary(
        new BigDecimal("52000"),
        Optional.of(new BigDecimal("40")),
        Optional.of(
            new LaborSchedule(
                new SiteRef(101, "Wash 37135"),
                List.of(new LaborSchedule.Shift(1, "08:00 AM", "04:00 PM")))));
  }

  @Test
  void aSalaryThatIsSwitchedOnIsWrittenOnceAndReadAsItIsShown() {
    tenant.unproven = Set.of(Unproven.SALARY, Unproven.SCHEDULE);
    WageRecorded done = record(salary(scheduled()));
    assertThat(done.newest().hourlyRate()).isEmpty();
    assertThat(done.newest().salary()).contains("$52,000.00/yr");
    JsonNode row = tenant.jane().path("wages").get(0);
    assertThat(row.path("hourly").asBoolean()).isFalse();
    assertThat(row.path("siteId").asInt()).isEqualTo(101);
    assertThat(record(salary(scheduled())).written()).isFalse();
    assertThat(tenant.writes()).isOne();

    // And from a salary back to an hourly rate, which is not eligible unless it is said.
    Wage hourly = record(raise(done.newest(), "20", JULY.plusDays(1), false)).newest();
    assertThat(hourly).isEqualTo(hourly("20.00", Optional.empty(), JULY.plusDays(1)));
  }

  @Test
  void aLaborSiteThatIsNotTheEmployeesOwnIsNotWritten() {
    tenant.unproven = Set.of(Unproven.SALARY, Unproven.SCHEDULE);
    Salary elsewhere =
        new Salary(
            new BigDecimal("52000"),
            Optional.empty(),
            Optional.of(new LaborSchedule(new SiteRef(203, "Pine Wash"), List.of())));
    last(FailureTypes.STATE_CHANGED, () -> record(salary(elsewhere)));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void everyProblemOfTheRequestIsToldAtOnce() {
    RecordWage request =
        new RecordWage(
            employeeId,
            JANES_ID,
            true,
            Optional.of(FIRST),
            Optional.of(new BigDecimal("17.255")),
            Optional.of(new Salary(BigDecimal.ZERO, Optional.empty(), Optional.empty())),
            Optional.of(new Overtime(false, Optional.of(new BigDecimal("-1")))),
            null,
            false);
    assertThat(last(FailureTypes.INPUT_REFUSED, () -> record(request)).getOriginalMessage())
        .contains("an hourly rate or a salary is wanted, not both and not neither")
        .contains("the hourly rate must be more than 0")
        .contains("the salary must be more than 0")
        .contains("the overtime rate must be more than 0")
        .contains("an overtime rate is given for somebody who is not eligible")
        .contains("the day from which it is paid is not given");
    assertThat(tenant.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before-commit", "cut-after-commit"})
  void aLostAnswerEndsWithExactlyOneMoreRow(String kind) {
    tenant.fault("POST", "/employee/compensation/update", kind);
    RecordWage request = raise(FIRST, "17.25", START, true);
    retried(FailureTypes.UNCONFIRMED_WRITE, () -> record(request));

    boolean committed = kind.equals("cut-after-commit");
    FakeAttempt second = FakeAttempt.second();
    assertThat(record(request, second).written()).isEqualTo(!committed);
    assertThat(second.settled())
        .isEqualTo(committed ? List.of() : List.of(SandboxTenant.SETTLE_DELAY));
    assertThat(wages()).containsExactly("17.25", "15.5");
  }
}
