package dev.lanyard.workflows.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.availability.AvailabilityWorkflowImpl;
import dev.lanyard.workflows.calloff.CallOffWorkflowImpl;
import dev.lanyard.workflows.change.ChangeWorkflowImpl;
import dev.lanyard.workflows.deletion.DeletionWorkflowImpl;
import dev.lanyard.workflows.digest.DailyDigestWorkflowImpl;
import dev.lanyard.workflows.digest.DigestWorkflowImpl;
import dev.lanyard.workflows.digest.UncleanWorkflowImpl;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.offboarding.OffboardingWorkflowImpl;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingWorkflowImpl;
import dev.lanyard.workflows.person.PersonState;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PersonWorkflow;
import dev.lanyard.workflows.person.PersonWorkflowImpl;
import dev.lanyard.workflows.pin.PinHandoverWorkflowImpl;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.reading.DepartmentWorkflowImpl;
import dev.lanyard.workflows.reading.EmployeeWorkflowImpl;
import dev.lanyard.workflows.reading.RosterWorkflowImpl;
import dev.lanyard.workflows.reading.SiteWorkflowImpl;
import dev.lanyard.workflows.reading.TemplateWorkflowImpl;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflowImpl;
import dev.lanyard.workflows.restoration.RestorationWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflowImpl;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflowImpl;
import dev.lanyard.workflows.transfer.TransferWorkflowImpl;
import dev.lanyard.workflows.webusers.WebUsersWorkflowImpl;
import io.temporal.activity.Activity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The one place where the in-process test server is used: time is skipped, both systems are fakes
 * that remember.
 */
public final class TestTemporal implements AutoCloseable {

  public static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  public static final PosUserId JANES_POS_USER_ID = PosUserId.of(12345);

  public final Journal journal = new Journal();
  public final RememberingBackoffice backoffice = new RememberingBackoffice(journal);
  public final RememberingWebUsers webUsers = new RememberingWebUsers(journal);
  public final RememberingStaffApi staffApi = new RememberingStaffApi(journal);
  public final RememberingRecords records = new RememberingRecords(backoffice, journal);
  public final RememberingStaffRecords staffRecords =
      new RememberingStaffRecords(staffApi, journal);
  public final FixedAlterationPlanning alterations = new FixedAlterationPlanning();
  public final StaffReadings readings = new StaffReadings(staffRecords);
  public final FixedPlanning planning = new FixedPlanning();
  public final StandingPolicy approvals = new StandingPolicy(planning);
  public final RememberingMailbox mailbox = new RememberingMailbox();
  public final FixedDigests digests = new FixedDigests();
  public final FixedRules rules = new FixedRules();
  public final CountingPins pins = new CountingPins(journal);
  public final TestWorkflowEnvironment environment;

  /** The detector of workflow code that hangs measures the machine here, when that is busy. */
  private static final WorkerOptions WITHOUT_HURRY =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  private final Worker main;
  private final Runs runs;
  private final SkippedTime time;

  /** The runs that events went to, for a failure's words. */
  private final Set<WorkflowExecution> handedTo = new LinkedHashSet<>();

  public TestTemporal() {
    TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
    for (Map.Entry<String, IndexedValueType> attribute : SearchAttributes.toRegister().entrySet()) {
      options.registerSearchAttribute(attribute.getKey(), attribute.getValue());
    }
    environment = TestWorkflowEnvironment.newInstance(options.build());
    main = environment.newWorker(TaskQueues.DEFAULT, WITHOUT_HURRY);
    main.registerWorkflowImplementationTypes(
        PersonWorkflowImpl.class,
        OnboardingWorkflowImpl.class,
        OffboardingWorkflowImpl.class,
        DeletionWorkflowImpl.class,
        CallOffWorkflowImpl.class,
        PinHandoverWorkflowImpl.class,
        AvailabilityWorkflowImpl.class,
        RosterWorkflowImpl.class,
        EmployeeWorkflowImpl.class,
        SiteWorkflowImpl.class,
        DepartmentWorkflowImpl.class,
        TemplateWorkflowImpl.class,
        WebUsersWorkflowImpl.class,
        StaffListWorkflowImpl.class,
        StaffMemberWorkflowImpl.class,
        WebhooksWorkflowImpl.class);
    main.registerWorkflowImplementationTypes(
        DailyDigestWorkflowImpl.class, DigestWorkflowImpl.class, UncleanWorkflowImpl.class);
    main.registerWorkflowImplementationTypes(
        ChangeWorkflowImpl.class,
        TransferWorkflowImpl.class,
        RestorationWorkflowImpl.class,
        RestoringParent.Impl.class);
    main.registerActivitiesImplementations(planning, pins, approvals, digests, alterations);
    environment
        .newWorker(TaskQueues.backoffice(TaskQueues.DEFAULT))
        .registerActivitiesImplementations(backoffice, records, webUsers);
    main.registerWorkflowImplementationTypes(PosUserIdsWorkflowImpl.class);
    main.registerActivitiesImplementations(rules, new RegisterByUpdates());
    environment
        .newWorker(TaskQueues.staffApi(TaskQueues.DEFAULT))
        .registerActivitiesImplementations(staffApi, readings, staffRecords);
    environment
        .newWorker(TaskQueues.notifications(TaskQueues.DEFAULT))
        .registerActivitiesImplementations(mailbox);
    environment.start();
    runs = new Runs(WorkflowClient.newInstance(environment.getWorkflowServiceStubs()));
    time = new SkippedTime(environment, runs);
  }

  /** The clock of the test server. */
  public Instant now() {
    return time.now();
  }

  /** The quickstart's Jane Doe, who starts on the given day. */
  public HireEvent hire(String eventId, Instant decidedAt, LocalDate startDate) {
    return new HireEvent(
        eventId,
        decidedAt,
        JANE,
        new Hire(
            "Jane",
            "Doe",
            Optional.of("6155551234"),
            Optional.of("jane.doe@example.com"),
            JANES_POS_USER_ID,
            new BigDecimal("15.50"),
            startDate,
            SiteChoice.of(List.of("Wash 37135")),
            "General User",
            List.of(),
            Optional.empty()));
  }

  public HireEvent hireToday(String eventId) {
    return hire(eventId, now(), LocalDate.of(2026, 5, 1));
  }

  public TerminationEvent fire(String eventId, Instant decidedAt) {
    return new TerminationEvent(
        eventId,
        decidedAt,
        JANE,
        new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true));
  }

  public TerminationEvent leave(String eventId, Instant decidedAt, LocalDate lastDay) {
    return new TerminationEvent(
        eventId,
        decidedAt,
        JANE,
        new Termination(Optional.empty(), Optional.empty(), Optional.of(lastDay), false));
  }

  /** Signal-with-start, as the intake does it. */
  public void hand(HrEvent event) {
    WorkflowStub person =
        client()
            .newUntypedWorkflowStub(
                "PersonWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.DEFAULT)
                    .setWorkflowId(WorkflowIds.person(event.employeeNumber()))
                    .build());
    var started =
        person.signalWithStart(
            PersonWorkflow.EVENT_SIGNAL,
            new Object[] {event},
            new Object[] {PersonState.unknown(event.employeeNumber())});
    handedTo.add(started);
  }

  public WorkflowClient client() {
    return runs.client();
  }

  public WorkflowStub workflow(String id) {
    return client().newUntypedWorkflowStub(id);
  }

  public String onboarding(int ordinal) {
    return WorkflowIds.onboarding(JANE, ordinal);
  }

  public String offboarding(int ordinal) {
    return WorkflowIds.offboarding(JANE, ordinal);
  }

  public RunStatus status(String workflowId) {
    return workflow(workflowId).query("status", RunStatus.class);
  }

  public PersonStatus person() {
    return workflow(WorkflowIds.person(JANE)).query("status", PersonStatus.class);
  }

  /** Waits, without skipping time, until the run shows what is expected; bounded. */
  public RunStatus until(String workflowId, Predicate<RunStatus> expected) {
    try {
      return Eventually.get(
          () -> {
            try {
              return Optional.of(status(workflowId)).filter(expected);
            } catch (WorkflowException notThereYet) {
              return Optional.empty();
            }
          });
    } catch (AssertionError never) {
      throw new AssertionError(never.getMessage() + "; " + lastEvents(workflowId), never);
    }
  }

  private String lastEvents(String workflowId) {
    StringBuilder told = new StringBuilder();
    for (String id : List.of(workflowId, WorkflowIds.person(JANE))) {
      try {
        told.append(id).append(": ").append(runs.tail(id)).append(' ');
      } catch (RuntimeException notThere) {
        told.append(id).append(": ").append(notThere.getMessage()).append(' ');
      }
    }
    for (WorkflowExecution run : handedTo) {
      told.append(run.getRunId()).append(": ");
      client()
          .fetchHistory(run.getWorkflowId(), run.getRunId())
          .getEvents()
          .forEach(event -> told.append(event.getEventType().name().substring(11)).append(' '));
    }
    return told.toString();
  }

  public PersonStatus untilPerson(Predicate<PersonStatus> expected) {
    return Eventually.get(
        () -> {
          try {
            return Optional.of(person()).filter(expected);
          } catch (WorkflowException notThereYet) {
            return Optional.empty();
          }
        });
  }

  public OpenRequest untilAsked(String workflowId) {
    return until(workflowId, status -> !status.awaiting().isEmpty()).awaiting().get(0);
  }

  /** A bare decision, as Temporal UI sends it: a plain JSON object. */
  public void decide(String workflowId, String requestId, String choice) {
    workflow(workflowId)
        .signal("decide", Map.of("requestId", requestId, "choice", choice, "by", "maria"));
  }

  public void approve(String workflowId) {
    decide(workflowId, untilAsked(workflowId).id(), "approve");
  }

  public <R> R result(String workflowId, Class<R> type) {
    return ended(workflowId, type);
  }

  public WorkflowFailedException failure(String workflowId) {
    try {
      Object result = ended(workflowId, Object.class);
      throw new AssertionError(workflowId + " did not fail but returned " + result);
    } catch (WorkflowFailedException failed) {
      return failed;
    }
  }

  /** Time is skipped meanwhile; a run that never ends fails the test instead of hanging it. */
  private <R> R ended(String workflowId, Class<R> type) {
    untilStarted(workflowId);
    try {
      time.until(() -> runs.isOver(workflowId), "the end of " + workflowId);
    } catch (AssertionError never) {
      throw new AssertionError(never.getMessage() + "; " + lastEvents(workflowId), never);
    }
    return workflow(workflowId).getResult(type);
  }

  private void untilStarted(String workflowId) {
    String runId =
        Eventually.get(
            () -> {
              try {
                return Optional.of(workflow(workflowId).describe().getExecution().getRunId());
              } catch (WorkflowNotFoundException notYet) {
                return Optional.empty();
              }
            });
    assertThat(runId).isNotEmpty();
  }

  public void skip(Duration duration) {
    time.skip(duration);
  }

  /** For the body of an activity, which stops time as long as it lasts. */
  public void skipMeanwhile(Duration duration) {
    time.skipMeanwhile(duration);
  }

  public String handover() {
    return WorkflowIds.pinHandover(JANE);
  }

  public RunStatus untilParked(String workflowId) {
    return until(workflowId, status -> status.stage().equals(Stages.PARKED));
  }

  /**
   * For the body of an activity: a run has heard that it shall stop. Without this the test server
   * now and then loses the workflow task in which an activity is cancelled as it ends (measured).
   */
  public void untilActivityIsAskedToStop(String workflowId) {
    String seen =
        Eventually.get(
            () ->
                history(workflowId).stream()
                    .map(event -> event.getEventType().name())
                    .filter("EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED"::equals)
                    .findAny());
    assertThat(seen).isNotEmpty();
  }

  /**
   * For the body of an activity: hands the event in, and where that asks the run of this activity
   * to stop, returns only when it has heard it, as {@link #untilActivityIsAskedToStop}.
   */
  public void handAndLetItBeHeard(HrEvent event) {
    hand(event);
    String id = Activity.getExecutionContext().getInfo().getWorkflowId();
    boolean stops =
        event instanceof TerminationEvent
            && !id.startsWith("offboarding")
            && !id.startsWith("leave");
    long giveUp = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (stops && System.nanoTime() < giveUp) {
      stops =
          history(id).stream()
              .noneMatch(HistoryEvent::hasActivityTaskCancelRequestedEventAttributes);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Answers the oldest open request of a parked run. */
  public void answer(String workflowId, String choice) {
    decide(workflowId, untilParked(workflowId).awaiting().get(0).id(), choice);
  }

  public void withdraw(String workflowId) {
    workflow(workflowId).signal("withdraw", new Withdrawal("maria", "not needed"));
  }

  /** Jane is hired and has access in both systems. */
  public OnboardingResult hired() {
    hand(hireToday("hired"));
    approve(onboarding(1));
    OnboardingResult result = result(onboarding(1), OnboardingResult.class);
    untilPerson(person -> person.employed() && person.currentProcess().isEmpty());
    return result;
  }

  /** Until the person's run has ended: nobody has to be remembered. */
  public void untilForgotten() {
    ended(WorkflowIds.person(JANE), Void.class);
  }

  public List<HistoryEvent> history(String workflowId) {
    return runs.history(workflowId);
  }

  /** Every run that the test left is replayed. */
  @Override
  public void close() {
    try {
      runs.requireAllReplay(main);
      time.requireNoOtherJump();
    } finally {
      environment.close();
    }
  }
}
