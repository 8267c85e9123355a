package dev.lanyard.worker;

import dagger.Module;
import dagger.Provides;
import dev.lanyard.activities.approval.ApprovalActivitiesImpl;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.attempt.TemporalAttempts;
import dev.lanyard.activities.backoffice.AccessNameActivitiesImpl;
import dev.lanyard.activities.backoffice.BackofficeActivitiesImpl;
import dev.lanyard.activities.backoffice.BackofficeReadingActivitiesImpl;
import dev.lanyard.activities.backoffice.EmployeeChangeActivitiesImpl;
import dev.lanyard.activities.backoffice.WebUserActivitiesImpl;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.doctor.BackofficeDoctor;
import dev.lanyard.activities.digest.DigestActivitiesImpl;
import dev.lanyard.activities.notification.NotificationActivitiesImpl;
import dev.lanyard.activities.pin.PinActivitiesImpl;
import dev.lanyard.activities.planning.AlterationPlanningImpl;
import dev.lanyard.activities.planning.PlanningActivitiesImpl;
import dev.lanyard.activities.rules.AccessRuleActivitiesImpl;
import dev.lanyard.activities.rules.PosUserIdActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffApi;
import dev.lanyard.activities.staffapi.StaffApiActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffApiDoctor;
import dev.lanyard.activities.staffapi.StaffChangeActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffNameActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffReadingActivitiesImpl;
import dev.lanyard.activities.staffapi.WebhookActivitiesImpl;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
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
import dev.lanyard.workflows.doctor.ConfigurationExamination;
import dev.lanyard.workflows.notification.NotificationActivities;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.reservation.PosUserIdActivities;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import dev.lanyard.workflows.staffapi.StaffChangeActivities;
import dev.lanyard.workflows.staffapi.StaffNameActivities;
import dev.lanyard.workflows.staffapi.look.StaffReadingActivities;
import dev.lanyard.workflows.staffapi.webhook.WebhookActivities;
import io.temporal.client.WorkflowClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Singleton;

/** The bodies behind the contracts. */
@Module
interface ActivityModule {

  private static Attempts backofficeAttempts(WorkerConfiguration configuration) {
    return new TemporalAttempts(configuration.backoffice().httpTimeout());
  }

  private static Attempts staffApiAttempts(WorkerConfiguration configuration) {
    return new TemporalAttempts(configuration.staffApi().httpTimeout());
  }

  @Provides
  @Singleton
  static BackofficeClient backofficeClient(WorkerConfiguration configuration) {
    return configuration.backoffice().connect();
  }

  @Provides
  @Singleton
  static BackofficeActivities backoffice(
      BackofficeClient client, WorkerConfiguration configuration, Keys keys) {
    return new BackofficeActivitiesImpl(
        client, configuration.backoffice(), keys.pinOpener(), backofficeAttempts(configuration));
  }

  @Provides
  @Singleton
  static BackofficeReadingActivities backofficeReading(BackofficeClient client) {
    return new BackofficeReadingActivitiesImpl(client);
  }

  @Provides
  @Singleton
  static WebUserActivities webUsers(
      BackofficeClient client, WorkerConfiguration configuration, Keys keys) {
    return new WebUserActivitiesImpl(
        client,
        configuration.backoffice(),
        keys.passwordSealer(),
        keys.passwordOpener(),
        backofficeAttempts(configuration),
        new SecureRandom());
  }

  @Provides
  @Singleton
  static StaffApi staffApi(WorkerConfiguration configuration, Keys keys) {
    return configuration
        .staffApiAccess()
        .authorization(configuration.staffApi(), keys)
        .map(
            authorization ->
                StaffApi.connect(
                    configuration.staffApi(), authorization, configuration.staffApiLimit()))
        .orElseGet(() -> StaffApi.connect(configuration.staffApi(), configuration.staffApiLimit()));
  }

  @Provides
  @Singleton
  static EmployeeChangeActivities employeeChanges(
      BackofficeClient client, WorkerConfiguration configuration, Keys keys) {
    return new EmployeeChangeActivitiesImpl(
        client, configuration.backoffice(), keys.pinOpener(), backofficeAttempts(configuration));
  }

  @Provides
  @Singleton
  static AccessNameActivities accessNames(
      BackofficeClient client, WorkerConfiguration configuration) {
    return new AccessNameActivitiesImpl(client, configuration.backoffice());
  }

  @Provides
  @Singleton
  static StaffNameActivities staffNames(StaffApi api) {
    return new StaffNameActivitiesImpl(api);
  }

  @Provides
  @Singleton
  static AlterationPlanning alterationPlanning(WorkerConfiguration configuration, Keys keys) {
    return new AlterationPlanningImpl(
        configuration.planning(), keys.digest(), configuration.staffApi().siteMap());
  }

  @Provides
  @Singleton
  static StaffApiActivities staffApiActivities(StaffApi api, WorkerConfiguration configuration) {
    return new StaffApiActivitiesImpl(api, staffApiAttempts(configuration));
  }

  @Provides
  @Singleton
  static StaffChangeActivities staffChanges(StaffApi api, WorkerConfiguration configuration) {
    return new StaffChangeActivitiesImpl(api, staffApiAttempts(configuration));
  }

  @Provides
  @Singleton
  static StaffReadingActivities staffReading(StaffApi api) {
    return new StaffReadingActivitiesImpl(api);
  }

  @Provides
  @Singleton
  static WebhookActivities webhooks(StaffApi api, WorkerConfiguration configuration) {
    return new WebhookActivitiesImpl(api, staffApiAttempts(configuration));
  }

  @Provides
  @Singleton
  static BackofficeDoctor backofficeDoctor(
      BackofficeClient client, WorkerConfiguration configuration) {
    return new BackofficeDoctor(client, configuration.backoffice());
  }

  @Provides
  @Singleton
  static StaffApiDoctor staffApiDoctor(StaffApi api, WorkerConfiguration configuration) {
    return StaffApiDoctor.create(api, configuration.backoffice().expectedSites());
  }

  @Provides
  @Singleton
  static ConfigurationExamination configurationDoctor(WorkerConfiguration configuration) {
    return new ConfigurationDoctor(configuration.rules());
  }

  @Provides
  @Singleton
  static PinActivities pin(Keys keys) {
    return new PinActivitiesImpl(keys.pinSealer(), keys.pinOpener(), new SecureRandom());
  }

  @Provides
  @Singleton
  static ApprovalActivities approvals(WorkerConfiguration configuration) {
    return new ApprovalActivitiesImpl(
        configuration.rules()::approvals,
        Clock.systemUTC(),
        configuration.planning().defaultZone());
  }

  @Provides
  @Singleton
  static AccessRuleActivities accessRules(WorkerConfiguration configuration) {
    return new AccessRuleActivitiesImpl(configuration.rules()::accessRules);
  }

  @Provides
  @Singleton
  static PosUserIdActivities posUserIds() {
    return new PosUserIdActivitiesImpl();
  }

  @Provides
  @Singleton
  static PlanningActivities planning(WorkerConfiguration configuration, Keys keys) {
    return new PlanningActivitiesImpl(configuration.planning(), keys.digest());
  }

  /** Empty where nobody is told anything. */
  @Provides
  @Singleton
  static Optional<NotificationActivities> notifications(WorkerConfiguration configuration) {
    return configuration
        .notifications()
        .map(settings -> new NotificationActivitiesImpl(settings, Clock.systemUTC()));
  }

  @Provides
  @Singleton
  static DigestActivities digests(WorkflowClient client, WorkerConfiguration configuration) {
    return new DigestActivitiesImpl(client, configuration.digests().settings(), Clock.systemUTC());
  }
}
