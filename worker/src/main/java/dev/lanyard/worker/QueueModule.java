package dev.lanyard.worker;

import dagger.Module;
import dagger.Provides;
import dev.lanyard.activities.attempt.AttemptInterceptor;
import dev.lanyard.activities.backoffice.doctor.BackofficeDoctor;
import dev.lanyard.activities.staffapi.StaffApiDoctor;
import dev.lanyard.worker.configuration.Pace;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.access.AccessRuleActivities;
import dev.lanyard.workflows.access.AlterationPlanning;
import dev.lanyard.workflows.access.PlanningActivities;
import dev.lanyard.workflows.approval.ApprovalActivities;
import dev.lanyard.workflows.availability.AvailabilityWorkflowImpl;
import dev.lanyard.workflows.backoffice.AccessNameActivities;
import dev.lanyard.workflows.backoffice.BackofficeActivities;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.webuser.WebUserActivities;
import dev.lanyard.workflows.calloff.CallOffWorkflowImpl;
import dev.lanyard.workflows.change.ChangeWorkflowImpl;
import dev.lanyard.workflows.deletion.DeletionWorkflowImpl;
import dev.lanyard.workflows.digest.DailyDigestWorkflowImpl;
import dev.lanyard.workflows.digest.DigestActivities;
import dev.lanyard.workflows.digest.DigestWorkflowImpl;
import dev.lanyard.workflows.digest.UncleanWorkflowImpl;
import dev.lanyard.workflows.doctor.ConfigurationExamination;
import dev.lanyard.workflows.doctor.DoctorWorkflowImpl;
import dev.lanyard.workflows.notification.NotificationActivities;
import dev.lanyard.workflows.offboarding.OffboardingWorkflowImpl;
import dev.lanyard.workflows.onboarding.OnboardingWorkflowImpl;
import dev.lanyard.workflows.person.PersonWorkflowImpl;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.pin.PinHandoverWorkflowImpl;
import dev.lanyard.workflows.reading.DepartmentWorkflowImpl;
import dev.lanyard.workflows.reading.EmployeeWorkflowImpl;
import dev.lanyard.workflows.reading.RosterWorkflowImpl;
import dev.lanyard.workflows.reading.SiteWorkflowImpl;
import dev.lanyard.workflows.reading.TemplateWorkflowImpl;
import dev.lanyard.workflows.reservation.PosUserIdActivities;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflowImpl;
import dev.lanyard.workflows.restoration.RestorationWorkflowImpl;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffChangeActivities;
import dev.lanyard.workflows.staffapi.StaffNameActivities;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffReadingActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhookActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflowImpl;
import dev.lanyard.workflows.transfer.TransferWorkflowImpl;
import dev.lanyard.workflows.webusers.WebUsersWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.inject.Singleton;

/** What runs on which task queue, and how fast. */
@Module
interface QueueModule {

  /** Virtual threads came with Java 21; older runtimes refuse the option. */
  boolean VIRTUAL_THREADS = Runtime.version().feature() >= 21;

  /** Guessed: a heartbeat is one short call; a slow one must not hold up the others. */
  int HEARTBEAT_THREADS = 4;

  /** Guessed: what a small mail server takes without complaint. */
  Pace NOTICES = new Pace(4, 4);

  @Provides
  @Singleton
  static ScheduledExecutorService heartbeats() {
    return Executors.newScheduledThreadPool(
        HEARTBEAT_THREADS,
        task -> {
          Thread thread = new Thread(task, "lanyard-heartbeat");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Provides
  @Singleton
  static WorkerFactory queues(
      WorkflowClient client,
      WorkerConfiguration configuration,
      ScheduledExecutorService heartbeats,
      BackofficeActivities backoffice,
      BackofficeReadingActivities backofficeReading,
      EmployeeChangeActivities employeeChanges,
      WebUserActivities webUsers,
      StaffApiActivities staffApi,
      StaffReadingActivities staffReading,
      WebhookActivities webhooks,
      PinActivities pin,
      PlanningActivities planning,
      ApprovalActivities approvals,
      AccessNameActivities accessNames,
      StaffNameActivities staffNames,
      StaffChangeActivities staffChanges,
      AlterationPlanning alterationPlanning,
      AccessRuleActivities accessRules,
      PosUserIdActivities posUserIds,
      BackofficeDoctor backofficeDoctor,
      StaffApiDoctor staffApiDoctor,
      ConfigurationExamination configurationDoctor,
      Optional<NotificationActivities> notifications,
      DigestActivities digests) {
    WorkerFactory factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new AttemptInterceptor(heartbeats))
                .setUsingVirtualWorkflowThreads(VIRTUAL_THREADS)
                .validateAndBuildWithDefaults());
    String own = configuration.taskQueue();
    var workflows = factory.newWorker(own, options(configuration).build());
    // No exception type fails a run by itself: a bug in workflow code stalls the run, visibly,
    // until a corrected worker goes on with it.
    workflows.registerWorkflowImplementationTypes(
        PersonWorkflowImpl.class,
        OnboardingWorkflowImpl.class,
        OffboardingWorkflowImpl.class,
        DeletionWorkflowImpl.class,
        CallOffWorkflowImpl.class,
        PinHandoverWorkflowImpl.class,
        AvailabilityWorkflowImpl.class);
    workflows.registerWorkflowImplementationTypes(
        RosterWorkflowImpl.class,
        EmployeeWorkflowImpl.class,
        SiteWorkflowImpl.class,
        DepartmentWorkflowImpl.class,
        TemplateWorkflowImpl.class,
        WebUsersWorkflowImpl.class,
        DoctorWorkflowImpl.class);
    workflows.registerWorkflowImplementationTypes(
        StaffListWorkflowImpl.class, StaffMemberWorkflowImpl.class, WebhooksWorkflowImpl.class);
    workflows.registerWorkflowImplementationTypes(
        DailyDigestWorkflowImpl.class, DigestWorkflowImpl.class, UncleanWorkflowImpl.class);
    workflows.registerWorkflowImplementationTypes(
        ChangeWorkflowImpl.class, TransferWorkflowImpl.class, RestorationWorkflowImpl.class);
    workflows.registerActivitiesImplementations(
        pin, planning, alterationPlanning, approvals, digests);
    workflows.registerWorkflowImplementationTypes(PosUserIdsWorkflowImpl.class);
    workflows.registerActivitiesImplementations(accessRules, posUserIds, configurationDoctor);
    factory
        .newWorker(TaskQueues.backoffice(own), paced(configuration, configuration.backofficePace()))
        .registerActivitiesImplementations(
            backoffice,
            backofficeReading,
            employeeChanges,
            accessNames,
            webUsers,
            backofficeDoctor);
    factory
        .newWorker(TaskQueues.staffApi(own), paced(configuration, configuration.staffApiPace()))
        .registerActivitiesImplementations(
            staffApi, staffReading, staffNames, staffChanges, webhooks, staffApiDoctor);
    notifications.ifPresent(
        bodies ->
            factory
                .newWorker(TaskQueues.notifications(own), paced(configuration, NOTICES))
                .registerActivitiesImplementations(bodies));
    return factory;
  }

  private static WorkerOptions.Builder options(WorkerConfiguration configuration) {
    return WorkerOptions.newBuilder()
        .setDeploymentOptions(
            WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(configuration.versioned())
                .setVersion(new WorkerDeploymentVersion(Build.DEPLOYMENT, Build.id(configuration)))
                // The SDK takes a behaviour only where versions count.
                .setDefaultVersioningBehavior(
                    configuration.versioned()
                        ? VersioningBehavior.AUTO_UPGRADE
                        : VersioningBehavior.UNSPECIFIED)
                .build())
        .setUsingVirtualThreads(VIRTUAL_THREADS)
        // Activities that still run during the drain are alive; without this they are given up.
        .setAllowActivityHeartbeatDuringShutdown(true);
  }

  private static WorkerOptions paced(WorkerConfiguration configuration, Pace pace) {
    return options(configuration)
        .setMaxConcurrentActivityExecutionSize(pace.concurrent())
        .setMaxWorkerActivitiesPerSecond(pace.perSecond())
        .build();
  }
}
