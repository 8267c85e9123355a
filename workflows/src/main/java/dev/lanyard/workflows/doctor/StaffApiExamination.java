package dev.lanyard.workflows.doctor;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Looks at the staff API as a whole: {@code ./lanyard doctor}. Never writes. */
@ActivityInterface
public interface StaffApiExamination {

  /** What is wrong stands in the checks, an outage too: it fails only when the worker dies. */
  @ActivityMethod(name = "examine staff API")
  ExaminedSystem examine(DoctorRequest request);
}
