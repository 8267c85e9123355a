package dev.lanyard.workflows.digest;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Looks over all runs, through Temporal's visibility; changes nothing. */
@ActivityInterface
public interface DigestActivities {

  /** The same input with the day that it is now in its zone. Final: {@code INPUT_REFUSED}. */
  @ActivityMethod(name = "read the day")
  DigestInput onItsDay(DigestInput input);

  /**
   * A digest in words. Visibility may be seconds behind; a run that does not answer is told by what
   * visibility knows of it. Final: {@code INPUT_REFUSED}.
   */
  @ActivityMethod(name = "compose digest")
  Digest compose(DigestInput input);

  /** Whose last run did not end cleanly. */
  @ActivityMethod(name = "list unclean ends")
  UncleanRuns unclean(UncleanQuestion question);
}
