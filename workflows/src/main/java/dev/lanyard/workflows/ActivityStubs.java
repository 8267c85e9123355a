package dev.lanyard.workflows;

import dev.lanyard.workflows.access.AccessRuleActivities;
import dev.lanyard.workflows.access.AlterationPlanning;
import dev.lanyard.workflows.access.PlanningActivities;
import dev.lanyard.workflows.approval.ApprovalActivities;
import dev.lanyard.workflows.backoffice.AccessNameActivities;
import dev.lanyard.workflows.backoffice.BackofficeActivities;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.webuser.WebUserActivities;
import dev.lanyard.workflows.digest.DigestActivities;
import dev.lanyard.workflows.doctor.BackofficeExamination;
import dev.lanyard.workflows.doctor.ConfigurationExamination;
import dev.lanyard.workflows.doctor.StaffApiExamination;
import dev.lanyard.workflows.notification.NotificationActivities;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.reservation.PosUserIdActivities;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffChangeActivities;
import dev.lanyard.workflows.staffapi.StaffNameActivities;
import dev.lanyard.workflows.staffapi.look.StaffReadingActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhookActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Where workflows get their activities from, with the time-outs and the one owner of retries. The
 * summaries show in Temporal UI and are encrypted; never a PIN.
 */
public final class ActivityStubs {

  /**
   * One attempt: at most a dozen requests and one settle delay of half a minute each in the worst
   * case; a worker's HTTP time-out may be 30 s at most (guessed, checked by its configuration).
   */
  private static final Duration ATTEMPT = Duration.ofMinutes(6);

  /**
   * A dead worker is noticed within this; shorter ones were seen to be missed under load (guessed).
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** No remote system is asked; generous for a worker that is starting. */
  private static final Duration LOCAL_ATTEMPT = Duration.ofSeconds(30);

  /**
   * All addresses and webhooks of one group, one after the other, each with a time-out of half a
   * minute at most (guessed).
   */
  private static final Duration NOTICE_ATTEMPT = Duration.ofMinutes(5);

  /** Some hundred runs that are asked one after the other (guessed). */
  private static final Duration OVERVIEW_ATTEMPT = Duration.ofMinutes(10);

  /** After this a notice is old news, and its failure a warning of the run (guessed). */
  private static final Duration NOTICE_WORTH = Duration.ofHours(1);

  /** A run that has ended waits no longer for the register (guessed). */
  private static final Duration RELEASE_WORTH = Duration.ofMinutes(10);

  /** An outage is asked after for ever, at growing distances up to this (guessed). */
  private static final RetryOptions PATIENT =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(1))
          .setBackoffCoefficient(2)
          .setMaximumInterval(Duration.ofMinutes(2))
          .build();

  private ActivityStubs() {}

  /** Backoffice, on its own task queue. */
  public static BackofficeActivities backoffice(String summary) {
    return Workflow.newActivityStub(
        BackofficeActivities.class, remote(TaskQueues.backoffice(own()), summary));
  }

  /** Changes of employees who exist in Backoffice, on its task queue. */
  public static EmployeeChangeActivities employeeChanges(String summary) {
    return Workflow.newActivityStub(
        EmployeeChangeActivities.class, remote(TaskQueues.backoffice(own()), summary));
  }

  /** What names of access stand for in Backoffice. */
  public static AccessNameActivities accessNames(String summary) {
    return Workflow.newActivityStub(
        AccessNameActivities.class, remote(TaskQueues.backoffice(own()), summary));
  }

  /** What Backoffice shows, for a process: an outage is waited for. */
  public static BackofficeReadingActivities backofficeReading(String summary) {
    return Workflow.newActivityStub(
        BackofficeReadingActivities.class, remote(TaskQueues.backoffice(own()), summary));
  }

  /** What Backoffice's names come to in the staff API. */
  public static StaffNameActivities staffNames(String summary) {
    return Workflow.newActivityStub(
        StaffNameActivities.class, remote(TaskQueues.staffApi(own()), summary));
  }

  /** What the staff API shows, for a process: an outage is waited for. */
  public static StaffReadingActivities staffReading(String summary) {
    return Workflow.newActivityStub(
        StaffReadingActivities.class, remote(TaskQueues.staffApi(own()), summary));
  }

  /** Changes of staff members, on the staff API's task queue. */
  public static StaffChangeActivities staffChanges(String summary) {
    return Workflow.newActivityStub(
        StaffChangeActivities.class, remote(TaskQueues.staffApi(own()), summary));
  }

  /** Plans of transfers, undos and returns. */
  public static AlterationPlanning alterationPlanning() {
    return Workflow.newActivityStub(AlterationPlanning.class, local());
  }

  /** The staff API, on its own task queue. */
  public static StaffApiActivities staffApi(String summary) {
    return Workflow.newActivityStub(
        StaffApiActivities.class, remote(TaskQueues.staffApi(own()), summary));
  }

  /** Policy, plans and dates. */
  public static PlanningActivities planning() {
    return Workflow.newActivityStub(PlanningActivities.class, local());
  }

  /** Roles. */
  public static AccessRuleActivities accessRules() {
    return Workflow.newActivityStub(AccessRuleActivities.class, local());
  }

  /** The register of reserved POS user IDs. */
  public static PosUserIdActivities posUserIds() {
    return Workflow.newActivityStub(PosUserIdActivities.class, local());
  }

  /** The same for what must not hold up the end of a run. */
  public static PosUserIdActivities posUserIdsBriefly() {
    return Workflow.newActivityStub(
        PosUserIdActivities.class,
        ActivityOptions.newBuilder(local()).setScheduleToCloseTimeout(RELEASE_WORTH).build());
  }

  /** The approval policy. */
  public static ApprovalActivities approvals() {
    return Workflow.newActivityStub(ApprovalActivities.class, local());
  }

  /** PIN sealing. */
  public static PinActivities pins() {
    return Workflow.newActivityStub(PinActivities.class, local());
  }

  /** Mails and webhooks, on a task queue of their own; given up after an hour. */
  public static NotificationActivities notifications(String summary) {
    return Workflow.newActivityStub(
        NotificationActivities.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.notifications(own()))
            .setStartToCloseTimeout(NOTICE_ATTEMPT)
            .setScheduleToCloseTimeout(NOTICE_WORTH)
            .setHeartbeatTimeout(HEARTBEAT)
            .setRetryOptions(PATIENT)
            .setSummary(summary)
            .build());
  }

  /** Looks over all runs. */
  public static DigestActivities digests() {
    return Workflow.newActivityStub(
        DigestActivities.class,
        ActivityOptions.newBuilder(local())
            .setStartToCloseTimeout(OVERVIEW_ATTEMPT)
            .setHeartbeatTimeout(HEARTBEAT)
            .setScheduleToCloseTimeout(NOTICE_WORTH)
            .build());
  }

  /** Backoffice for somebody who waits at a terminal: given up after the given time. */
  public static BackofficeActivities backofficeWithin(Duration limit) {
    return Workflow.newActivityStub(
        BackofficeActivities.class, within(limit, TaskQueues.backoffice(own())));
  }

  /** A look at Backoffice as a whole, given up after the given time. */
  public static BackofficeExamination backofficeExamination(Duration limit) {
    return Workflow.newActivityStub(
        BackofficeExamination.class, within(limit, TaskQueues.backoffice(own())));
  }

  /** A look at the staff API as a whole, given up after the given time. */
  public static StaffApiExamination staffApiExamination(Duration limit) {
    return Workflow.newActivityStub(
        StaffApiExamination.class, within(limit, TaskQueues.staffApi(own())));
  }

  /** A look at the worker's own rules, given up after the given time. */
  public static ConfigurationExamination configurationExamination(Duration limit) {
    return Workflow.newActivityStub(ConfigurationExamination.class, within(limit, own()));
  }

  private static ActivityOptions within(Duration limit, String taskQueue) {
    return ActivityOptions.newBuilder(remote(taskQueue, ""))
        .setScheduleToCloseTimeout(limit)
        .build();
  }

  /** The same for what Backoffice shows. */
  public static BackofficeReadingActivities backofficeReadingWithin(Duration limit) {
    return Workflow.newActivityStub(
        BackofficeReadingActivities.class, within(limit, TaskQueues.backoffice(own())));
  }

  /** Web users, on Backoffice's task queue. */
  public static WebUserActivities webUsers(String summary) {
    return Workflow.newActivityStub(
        WebUserActivities.class, remote(TaskQueues.backoffice(own()), summary));
  }

  /** Web users for somebody who waits at a terminal: given up after the given time. */
  public static WebUserActivities webUsersWithin(Duration limit) {
    return Workflow.newActivityStub(
        WebUserActivities.class, within(limit, TaskQueues.backoffice(own())));
  }

  /** The staff API's looks for somebody who waits at a terminal: given up after the given time. */
  public static StaffReadingActivities staffReadingWithin(Duration limit) {
    return Workflow.newActivityStub(
        StaffReadingActivities.class, within(limit, TaskQueues.staffApi(own())));
  }

  /** The same for its webhook subscriptions. */
  public static WebhookActivities webhooksWithin(Duration limit) {
    return Workflow.newActivityStub(
        WebhookActivities.class, within(limit, TaskQueues.staffApi(own())));
  }

  /**
   * Compensation must start from what is known, so a cancelled workflow waits until the running
   * activity has ended.
   */
  private static ActivityOptions remote(String taskQueue, String summary) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(taskQueue)
        .setStartToCloseTimeout(ATTEMPT)
        .setHeartbeatTimeout(HEARTBEAT)
        .setRetryOptions(PATIENT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setSummary(summary)
        .build();
  }

  private static ActivityOptions local() {
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(LOCAL_ATTEMPT)
        .setRetryOptions(PATIENT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }

  private static String own() {
    return Workflow.getInfo().getTaskQueue();
  }
}
