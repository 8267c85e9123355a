package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.Signals;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.FinalFailure;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * What both systems show before anything is taken, so that exactly this can be given back. Looking
 * never holds a revocation up for long: what cannot be read by then is not known.
 */
final class Before {

  private static final Logger LOG = Workflow.getLogger(Before.class);

  /** Four requests take a few seconds at worst; somebody was fired on the spot (guessed). */
  private static final Duration AT_ONCE = Duration.ofSeconds(20);

  /** Of what was planned: an outage of a minute must not cost the undo (guessed). */
  private static final Duration PLANNED = Duration.ofMinutes(2);

  private final Progress progress;
  private final OffboardingInput input;
  private final ProcessPolicy policy;
  private Optional<AccessSnapshot> handedOver = Optional.empty();
  private Optional<EmployeeSnapshot> employee = Optional.empty();
  private Optional<StaffAccess> staff = Optional.empty();
  private boolean employeeKnown;
  private boolean staffKnown;

  Before(OffboardingInput input, Progress progress, ProcessPolicy policy) {
    this.input = input;
    this.progress = progress;
    this.policy = policy;
  }

  /** Backoffice has no such record. */
  void noEmployee() {
    employeeKnown = true;
    handOver();
  }

  /**
   * Returns when the record was read, or could not be within a short time.
   *
   * @param atOnce somebody wants the access gone now
   */
  void readEmployee(EmployeeQuestion question, boolean atOnce) {
    String step = "read employee";
    progress.begin(step);
    try {
      EmployeeAnswer answer =
          ActivityStubs.backofficeReadingWithin(atOnce ? AT_ONCE : PLANNED).readEmployee(question);
      employee = answer.employee();
      employeeKnown = true;
      progress.done(step, employee.isPresent() ? "kept for an undo" : "not found");
      handOver();
    } catch (ActivityFailure failure) {
      String type = FinalFailure.of(failure).type();
      progress.failed(step, type);
      lost("the Backoffice record could not be read in time (" + type + ")");
    }
  }

  /** A record was disabled that the look before had not found, or not shown as active. */
  void employeeDisabled(boolean written) {
    if (written && employeeKnown && employee.filter(EmployeeSnapshot::active).isEmpty()) {
      employeeKnown = false;
      lost("the Backoffice record became active after it was read");
      handOver();
    }
  }

  /** The newest look before the revocation counts. */
  void staff(StaffMemberLocated located) {
    staff = located.access();
    staffKnown = located.access().isPresent() || !located.hasAccess();
    handOver();
  }

  /** A member was revoked that the look before had shown without access. */
  void staffRevoked(boolean written) {
    if (written && staff.filter(StaffAccess::any).isEmpty()) {
      staffKnown = false;
      lost("the staff member's access was not read before it was taken");
      handOver();
    }
  }

  /** To the person's run, as far as it asked for it and whenever it is another one. */
  private void handOver() {
    if (input.key().isEmpty() || snapshot().equals(handedOver)) {
      return;
    }
    handedOver = snapshot();
    ExitSnapshot told =
        new ExitSnapshot(
            input.key().get(), handedOver, input.leave() ? Duration.ZERO : policy.gracePeriod());
    boolean delivered =
        Signals.delivered(
            () ->
                Workflow.newUntypedExternalWorkflowStub(WorkflowIds.person(input.employeeNumber()))
                    .signal(ExitSnapshot.SIGNAL, told));
    if (!delivered) {
      LOG.debug("the person's run is gone; the result is all that there is");
    }
  }

  private void lost(String why) {
    progress.warn(
        new Finding(
            input.leave() ? "NO_RETURN" : "NO_UNDO",
            "before",
            "What was taken cannot be given back as it was: "
                + why
                + ". Hire the person again instead."));
  }

  /** Whether all that was taken is known. */
  boolean known() {
    return employeeKnown && staffKnown;
  }

  /** Empty when a part of it is not known. */
  Optional<AccessSnapshot> snapshot() {
    return known() ? Optional.of(new AccessSnapshot(employee, staff)) : Optional.empty();
  }
}
