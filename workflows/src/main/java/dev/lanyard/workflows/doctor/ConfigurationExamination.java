package dev.lanyard.workflows.doctor;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Looks at the worker's own rules: {@code ./lanyard doctor}. Never writes. */
@ActivityInterface
public interface ConfigurationExamination {

  /** Whether what stands in the worker's files is what it goes by. */
  @ActivityMethod(name = "examine configuration")
  ExaminedSystem examine(DoctorRequest request);
}
