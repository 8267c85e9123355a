package dev.lanyard.workflows.doctor;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both systems at once, each on its own queue, and the worker's own configuration. */
public final class DoctorWorkflowImpl implements DoctorWorkflow {

  private static final String CONFIGURATION_TOO = "the configuration is examined too";

  /**
   * For one system. An examination stops asking by itself before that; the rest is for a worker
   * that dies meanwhile (guessed).
   */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public DoctorReport examine(DoctorRequest request) {
    if (request == null
        || request.comparedEmployees() < 0
        || request.comparedEmployees() > DoctorRequest.MOST_COMPARED) {
      throw ApplicationFailure.newNonRetryableFailure(
          "comparedEmployees must be 0 to " + DoctorRequest.MOST_COMPARED,
          FailureTypes.INPUT_REFUSED);
    }
    BackofficeExamination backoffice = ActivityStubs.backofficeExamination(PATIENCE);
    StaffApiExamination staffApi = ActivityStubs.staffApiExamination(PATIENCE);
    Promise<ExaminedSystem> first = Async.function(backoffice::examine, request);
    Promise<ExaminedSystem> second = Async.function(staffApi::examine, request);
    Optional<Promise<ExaminedSystem>> third = Optional.empty();
    if (Workflow.getVersion(CONFIGURATION_TOO, Workflow.DEFAULT_VERSION, 1) >= 1) {
      ConfigurationExamination configuration = ActivityStubs.configurationExamination(PATIENCE);
      third = Optional.of(Async.function(configuration::examine, request));
    }
    List<ExaminedSystem> systems = new ArrayList<>();
    systems.add(ended(ExaminedSystem.BACKOFFICE, first));
    systems.add(ended(ExaminedSystem.STAFF_API, second));
    third.ifPresent(own -> systems.add(ended(ExaminedSystem.CONFIGURATION, own)));
    return new DoctorReport(systems);
  }

  /** What one system's examination died of is that system's finding. */
  private static ExaminedSystem ended(String system, Promise<ExaminedSystem> examination) {
    try {
      return examination.get();
    } catch (ActivityFailure e) {
      if (e.getCause() instanceof CanceledFailure) {
        throw e;
      }
      Check check =
          new Check(
              "examination",
              "",
              CheckResult.FAILED,
              "The examination did not end: " + words(e),
              "Look at this run in Temporal UI and at the worker's log, then ask again.");
      return new ExaminedSystem(system, "", List.of(check), List.of(), List.of());
    }
  }

  private static String words(ActivityFailure e) {
    return e.getCause() instanceof ApplicationFailure failure
        ? failure.getType() + ": " + failure.getOriginalMessage()
        : "no worker carried it through within " + PATIENCE.toMinutes() + " minutes";
  }
}
