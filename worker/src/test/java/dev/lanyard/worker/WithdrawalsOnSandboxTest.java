package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody withdraws, or cancels in Temporal, while the sandbox is being asked for the first write,
 * the second, and so on, until there is none left to stop.
 */
class WithdrawalsOnSandboxTest {

  private static final LocalDate PAST = LocalDate.of(2026, 5, 1);

  /** The writes during which somebody asked. */
  private final List<String> held = new CopyOnWriteArrayList<>();

  private SkippedDays days;
  private int people;

  /** How somebody asks for it. */
  enum Way {
    WITHDRAW,
    CANCEL
  }

  @BeforeEach
  void start() throws Exception {
    days = new SkippedDays();
  }

  @AfterEach
  void end() {
    days.close();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void hireThatIsStoppedAtAnyWriteLeavesAnInactiveRecordAndNoAccess(Way way) {
    List<JsonNode> others = days.everybody();
    int stopped = 0;
    boolean stops = true;
    while (stops) {
      EmployeeNumber number = next();
      String run = WorkflowIds.onboarding(number, 1);
      AtomicBoolean asked = duringWrite(stopped + 1, run, way);
      days.hire(number, hire(PAST));
      days.world.approve(run);
      stops = ended(number, run, way, asked);
      if (stops) {
        stopped++;
        assertThat(days.employee(posUserId()).path("active").asBoolean())
            .as("write " + stopped)
            .isFalse();
        assertThat(days.hasStaffAccess(number)).as("write " + stopped).isFalse();
        assertThat(days.members(number)).hasSizeLessThan(2);
      }
    }
    assertThat(held)
        .containsExactly(
            "POST /employee/insert",
            "POST /employee/permissions/update",
            "POST /v1/companies/5678/staff.json");
    assertThat(days.active(posUserId())).as("whom nobody stopped").isTrue();
    assertThat(days.everybody()).containsAll(others);
    assertThat(days.world.state.widenings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void hireThatIsStoppedWhileItWaitsLeavesNothingAtAll(Way way) {
    List<JsonNode> before = days.everybody();
    EmployeeNumber unapproved = next();
    String first = WorkflowIds.onboarding(unapproved, 1);
    days.hire(unapproved, hire(PAST));
    days.world.asked(first);
    ask(way, first);
    assertThat(ended(unapproved, first, way, new AtomicBoolean(true))).isTrue();

    EmployeeNumber early = next();
    String second = WorkflowIds.onboarding(early, 1);
    LocalDate firstDay = days.today().plusDays(20);
    days.hire(early, hire(firstDay));
    days.world.approve(second);
    days.world.until(second, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    days.skip(Duration.ofDays(15));
    ask(way, second);
    assertThat(ended(early, second, way, new AtomicBoolean(true))).isTrue();

    days.skip(Duration.ofDays(15));
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void transferThatIsStoppedAtAnyWriteLeavesBothSystemsAsTheyWere(Way way) {
    EmployeeNumber number = next();
    String hired = WorkflowIds.onboarding(number, 1);
    days.hire(number, hire(PAST));
    days.world.approve(hired);
    assertThat(days.world.told(number, hired, OnboardingResult.class).outcome()).isEqualTo("done");
    List<JsonNode> before = days.everybody();
    int stopped = 0;
    boolean stops = true;
    while (stops) {
      String run = WorkflowIds.transfer(number, stopped + 2);
      AtomicBoolean asked = duringWrite(stopped + 1, run, way);
      days.hand(
          new TransferEvent(
              "transfer " + stopped,
              days.now(),
              number,
              new Transfer(
                  Optional.of(SiteChoice.of(List.of("Harbor Wash", "Creek Wash"))),
                  List.of(),
                  Optional.of("Shift Leader"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())));
      days.world.approve(run);
      stops = transferEnded(number, run, way, asked);
      if (stops) {
        stopped++;
        assertThat(days.everybody()).as("stopped at write " + stopped).isEqualTo(before);
      }
    }
    assertThat(held)
        .containsExactly(
            "POST /employee/update",
            "POST /employee/permissions/update",
            "PUT /v1/companies/5678/staff/454.json");
    assertThat(days.everybody()).isNotEqualTo(before);
    assertThat(SkippedDays.texts(days.employee(posUserId()), "sites"))
        .containsExactlyInAnyOrder("Harbor Wash", "Creek Wash");
    assertThat(SkippedDays.texts(days.members(number).get(0), "sites"))
        .containsExactlyInAnyOrder("922", "923");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void rehireThatIsStoppedAtAnyWriteGivesNothingOfTheFormerRecordsBack(Way way) {
    EmployeeNumber number = next();
    String hired = WorkflowIds.onboarding(number, 1);
    days.hire(number, hire(PAST));
    days.world.approve(hired);
    assertThat(days.world.told(number, hired, OnboardingResult.class).outcome()).isEqualTo("done");
    days.fire(number);
    assertThat(
            days.world
                .told(number, WorkflowIds.offboarding(number, 2), OffboardingResult.class)
                .closedEverywhere())
        .isTrue();
    // Another one each time: a former record keeps, inactive, what it was given last.
    List<String> templates = List.of("Shift Leader", "Cashier", "CSA", "Manager", "General User");
    int stopped = 0;
    boolean stops = true;
    while (stops) {
      String run = WorkflowIds.onboarding(number, stopped + 3);
      AtomicBoolean asked = duringWrite(stopped + 1, run, way);
      // A day of its own each time: a wage row that was recorded stays.
      days.hire(
          number,
          HiringWorld.jane(
              posUserId(),
              "Doe",
              "jane" + people + "@example.com",
              "Harbor Wash",
              templates.get(stopped),
              "18",
              PAST.plusDays(stopped + 1)));
      days.world.approve(run);
      stops = ended(number, run, way, asked);
      if (stops) {
        stopped++;
        assertThat(days.active(posUserId())).as("write " + stopped).isFalse();
        assertThat(days.hasStaffAccess(number)).as("write " + stopped).isFalse();
        assertThat(days.members(number)).hasSize(1);
      }
    }
    assertThat(held)
        .containsExactly(
            "POST /employee/permissions/update",
            "POST /employee/compensation/update",
            "POST /employee/update",
            "PUT /v1/companies/5678/staff/454.json");
    assertThat(days.active(posUserId())).isTrue();
    assertThat(days.employee(posUserId()).path("template").asText()).isEqualTo("General User");
    assertThat(days.hasStaffAccess(number)).isTrue();
    assertThat(days.world.state.invitations()).hasSize(1);
  }

  private EmployeeNumber next() {
    people++;
    return EmployeeNumber.of("hr-" + people);
  }

  /** Of the latest one. */
  private int posUserId() {
    return 20000 + people;
  }

  private Hire hire(LocalDate from) {
    return HiringWorld.jane(
        posUserId(),
        "Doe",
        "jane" + people + "@example.com",
        "Wash 37135",
        "General User",
        "15.50",
        from);
  }

  /** True from the moment on in which this write was held and somebody asked. */
  private AtomicBoolean duringWrite(int nth, String run, Way way) {
    AtomicInteger writes = new AtomicInteger();
    AtomicBoolean asked = new AtomicBoolean();
    Predicate<Recorded.Write> which =
        request ->
            !request.method().equals("GET")
                && !request.path().startsWith("/login")
                && writes.incrementAndGet() == nth
                && held.add(request.method() + " " + request.path());
    Runnable act =
        () -> {
          asked.set(true);
          ask(way, run);
          untilHeard(run);
        };
    days.world.backoffice.during(which, act);
    days.world.staffApi.during(which, act);
    return asked;
  }

  private void ask(Way way, String run) {
    if (way == Way.WITHDRAW) {
      days.world.workflow(run).signal("withdraw", new Withdrawal("maria", "not needed"));
    } else {
      days.world.workflow(run).cancel();
    }
  }

  /**
   * The activity answers after the run has heard of it: the test server now and then loses the task
   * in which an activity is cancelled as it ends.
   */
  private void untilHeard(String run) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (days.runs.history(run).stream()
        .noneMatch(HistoryEvent::hasActivityTaskCancelRequestedEventAttributes)) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError(run + " never heard of it");
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Whether it was stopped: false when nobody asked, since there was no such write. */
  private boolean ended(EmployeeNumber number, String run, Way way, AtomicBoolean asked) {
    PersonStatus person =
        days.world.untilPerson(
            number,
            status ->
                status.currentProcess().isEmpty() && status.lastProcess().equals(Optional.of(run)));
    if (!asked.get()) {
      assertThat(days.world.workflow(run).getResult(OnboardingResult.class).outcome())
          .isEqualTo("done");
      return false;
    }
    if (way == Way.CANCEL) {
      cancelled(run);
    } else {
      assertThat(days.world.workflow(run).getResult(OnboardingResult.class).outcome())
          .isEqualTo(OnboardingResult.WITHDRAWN);
    }
    assertThat(person.employed()).isFalse();
    return true;
  }

  private boolean transferEnded(EmployeeNumber number, String run, Way way, AtomicBoolean asked) {
    PersonStatus person =
        days.world.untilPerson(
            number,
            status ->
                status.currentProcess().isEmpty() && status.lastProcess().equals(Optional.of(run)));
    assertThat(person.employed()).isTrue();
    if (!asked.get()) {
      assertThat(days.world.workflow(run).getResult(TransferResult.class).outcome())
          .isEqualTo("done");
      return false;
    }
    if (way == Way.CANCEL) {
      cancelled(run);
    } else {
      assertThat(days.world.workflow(run).getResult(TransferResult.class).outcome())
          .isEqualTo("withdrawn");
    }
    return true;
  }

  private void cancelled(String run) {
    WorkflowFailedException failed =
        catchThrowableOfType(
            WorkflowFailedException.class, () -> days.world.workflow(run).getResult(Object.class));
    assertThat(failed.getCause()).isInstanceOf(CanceledFailure.class);
  }
}
