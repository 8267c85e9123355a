package dev.lanyard.workflows.doctor;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Looks at Backoffice as a whole: {@code ./lanyard doctor}. Never writes. */
@ActivityInterface
public interface BackofficeExamination {

  /**
   * Logs in at most once and reads each kind of page. What is wrong stands in the checks, an outage
   * and a rejected login too: it fails only when the worker dies.
   */
  @ActivityMethod(name = "examine Backoffice")
  ExaminedSystem examine(DoctorRequest request);
}
