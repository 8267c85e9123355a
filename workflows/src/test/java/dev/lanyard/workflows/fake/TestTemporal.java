package dev.lanyard.workflows.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.availability.AvailabilityWorkflowImpl;
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
import dev.lanyard.workflows.reservation.PosUserIdsWorkflow;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflowImpl;
import dev.lanyard.workflows.restoration.RestorationWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflowImpl;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflowImpl;
import dev.lanyard.workflows.transfer.TransferWorkflowImpl;
import dev.lanyard.workflows.webusers.WebUsersWorkflowImpl;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.Activity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.api.testservice.v1.UnlockTimeSkippingResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.TestServiceStubs;
import io.temporal.serviceclient.TestServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** No test has more processes than this; one that may have says so. */
  public int mostProcesses = 5;

  private final Worker main;
  private final TestServiceStubs testService;
  private final Set<String> unlocked = new HashSet<>();

  /** The runs that events went to, for a failure's words. */
  private final Set<WorkflowExecution> handedTo = new LinkedHashSet<>();

  /** A run that has not ended after all of these, twenty seconds, never will (guessed). */
  private static final int SLICES = 100;

  private static final int SLICE_MILLIS = 200;

  public TestTemporal() {
    TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
    for (Map.Entry<String, IndexedValueType> attribute : SearchAttributes.toRegister().entrySet()) {
      options.registerSearchAttribute(attribute.getKey(), attribute.getValue());
    }
    environment = TestWorkflowEnvironment.newInstance(options.build());
    main = environment.newWorker(TaskQueues.DEFAULT);
    main.registerWorkflowImplementationTypes(
        PersonWorkflowImpl.class,
        OnboardingWorkflowImpl.class,
        OffboardingWorkflowImpl.class,
        DeletionWorkflowImpl.class,
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
    main.registerWorkflowImplementationTypes(SlowCalendar.Impl.class);
    environment.start();
    handedTo.add(
        WorkflowClient.start(
            client()
                    .newWorkflowStub(
                        SlowCalendar.class,
                        WorkflowOptions.newBuilder()
                            .setTaskQueue(TaskQueues.DEFAULT)
                            .setWorkflowId("calendar")
                            .build())
                ::turnPages));
    testService =
        TestServiceStubs.newServiceStubs(
            TestServiceStubsOptions.newBuilder()
                .setChannel(environment.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
  }

  /** The clock of the test server. */
  public Instant now() {
    return Instant.ofEpochMilli(environment.currentTimeMillis());
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
    return environment.getWorkflowClient();
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
        told.append(id).append(": ").append(tail(id)).append(' ');
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
    for (int slice = 0; slice < SLICES; slice++) {
      try {
        return workflow(workflowId).getResult(SLICE_MILLIS, TimeUnit.MILLISECONDS, type);
      } catch (TimeoutException notYet) {
        unlockForClosedHandover();
      }
    }
    throw new AssertionError(workflowId + " did not end; its last events: " + tail(workflowId));
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

  /**
   * The test server stops time when a child ends, until its parent has been told, and never starts
   * it again when the parent ended before, as an onboarding does before its hand-over.
   */
  private void unlockForClosedHandover() {
    try {
      WorkflowExecutionDescription handover = workflow(handover()).describe();
      if (handover.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
          && unlocked.add(handover.getExecution().getRunId())) {
        unlock();
      }
    } catch (WorkflowNotFoundException neverOpened) {
      // Nothing is locked then.
    }
  }

  private List<String> tail(String workflowId) {
    List<String> types =
        history(workflowId).stream()
            .map(event -> event.getEventType().name().substring(11))
            .toList();
    return types.subList(Math.max(0, types.size() - 15), types.size());
  }

  /** A hand-over that closes on the way would stop time for ever. */
  public void skip(Duration time) {
    CompletableFuture<Void> slept = CompletableFuture.runAsync(() -> environment.sleep(time));
    for (int slice = 0; slice < SLICES; slice++) {
      try {
        slept.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException notYet) {
        unlockForClosedHandover();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("time stands still");
  }

  /**
   * The same where children may have ended after their parents, whose locks nobody gives back:
   * while time stands still for a second though nothing is under way, one of them is given back.
   */
  public void skipPastClosedChildren(Duration time) {
    CompletableFuture<Void> skipped = CompletableFuture.runAsync(() -> environment.sleep(time));
    for (int second = 0; second < SLICES; second++) {
      Instant before = now();
      int calls = journal.calls().size();
      try {
        skipped.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException notYet) {
        boolean stands = Duration.between(before, now()).compareTo(Duration.ofSeconds(3)) < 0;
        if (stands && calls == journal.calls().size()) {
          unlock();
        }
      } catch (InterruptedException | ExecutionException failed) {
        throw new AssertionError(failed);
      }
    }
    throw new AssertionError("time stands still");
  }

  private void unlock() {
    UnlockTimeSkippingResponse running =
        testService
            .blockingStub()
            .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    assertThat(running).isNotNull();
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
    return client().fetchHistory(workflowId).getEvents();
  }

  /**
   * Every run that the test left is replayed, and none of them may have failed a task: such a run
   * is tried again for ever.
   */
  @Override
  public void close() {
    try {
      for (String id : knownIds()) {
        WorkflowExecutionHistory history;
        try {
          history = client().fetchHistory(id);
        } catch (StatusRuntimeException notThere) {
          continue;
        }
        failedTask(history)
            .ifPresent(
                event -> {
                  throw new AssertionError(id + " failed a task: " + event);
                });
        replay(id, history);
      }
    } finally {
      environment.close();
    }
  }

  private static Optional<HistoryEvent> failedTask(WorkflowExecutionHistory history) {
    return history.getEvents().stream()
        .filter(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
        .filter(
            event ->
                event.getWorkflowTaskFailedEventAttributes().getCause()
                    != WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
        .findFirst();
  }

  private void replay(String id, WorkflowExecutionHistory history) {
    try {
      WorkflowReplayer.replayWorkflowExecution(history, main);
    } catch (Exception differs) {
      throw new AssertionError(id + " does not replay", differs);
    }
  }

  /** The test server lists nothing. */
  private List<String> knownIds() {
    List<String> ids =
        new ArrayList<>(
            List.of(
                WorkflowIds.person(JANE),
                handover(),
                WorkflowIds.dryRun(JANE),
                PosUserIdsWorkflow.ID));
    for (int ordinal = 1; ordinal <= mostProcesses; ordinal++) {
      ids.add(onboarding(ordinal));
      ids.add(offboarding(ordinal));
      ids.add(WorkflowIds.change(JANE, ordinal));
      ids.add(WorkflowIds.transfer(JANE, ordinal));
      ids.add(WorkflowIds.leave(JANE, ordinal));
      ids.add(WorkflowIds.restoration("undo", JANE, ordinal));
      ids.add(WorkflowIds.restoration("return", JANE, ordinal));
      ids.add(WorkflowIds.deletion(JANE, ordinal));
    }
    return ids;
  }
}
