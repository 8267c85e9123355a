package dev.lanyard.worker;

import dagger.Module;
import dagger.Provides;
import dev.lanyard.activities.attempt.TemporalAttempts;
import dev.lanyard.activities.backoffice.BackofficeActivitiesImpl;
import dev.lanyard.activities.backoffice.BackofficeReadingActivitiesImpl;
import dev.lanyard.activities.backoffice.EmployeeChangeActivitiesImpl;
import dev.lanyard.activities.backoffice.WebUserActivitiesImpl;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.doctor.BackofficeDoctor;
import dev.lanyard.activities.pin.PinActivitiesImpl;
import dev.lanyard.activities.planning.PlanningActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffApiActivitiesImpl;
import dev.lanyard.activities.staffapi.StaffApiDoctor;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.access.PlanningActivities;
import dev.lanyard.workflows.backoffice.BackofficeActivities;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.webuser.WebUserActivities;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.staffapi.StaffApiActivities;
import java.security.SecureRandom;
import javax.inject.Singleton;

/** The bodies behind the contracts. */
@Module
interface ActivityModule {

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
        client,
        configuration.backoffice(),
        keys.pinOpener(),
        new TemporalAttempts(configuration.backoffice().httpTimeout()));
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
        new TemporalAttempts(configuration.backoffice().httpTimeout()),
        new SecureRandom());
  }

  @Provides
  @Singleton
  static EmployeeChangeActivities employeeChanges(
      BackofficeClient client, WorkerConfiguration configuration, Keys keys) {
    return new EmployeeChangeActivitiesImpl(
        client,
        configuration.backoffice(),
        keys.pinOpener(),
        new TemporalAttempts(configuration.backoffice().httpTimeout()));
  }

  @Provides
  @Singleton
  static StaffApiActivities staffApi(WorkerConfiguration configuration) {
    return StaffApiActivitiesImpl.create(
        configuration.staffApi(), new TemporalAttempts(configuration.staffApi().httpTimeout()));
  }

  @Provides
  @Singleton
  static BackofficeDoctor backofficeDoctor(
      BackofficeClient client, WorkerConfiguration configuration) {
    return new BackofficeDoctor(client, configuration.backoffice());
  }

  @Provides
  @Singleton
  static StaffApiDoctor staffApiDoctor(WorkerConfiguration configuration) {
    return StaffApiDoctor.create(
        configuration.staffApi(), configuration.backoffice().expectedSites());
  }

  @Provides
  @Singleton
  static PinActivities pin(Keys keys) {
    return new PinActivitiesImpl(keys.pinSealer(), keys.pinOpener(), new SecureRandom());
  }

  @Provides
  @Singleton
  static PlanningActivities planning(WorkerConfiguration configuration, Keys keys) {
    return new PlanningActivitiesImpl(configuration.planning(), keys.digest());
  }
}
