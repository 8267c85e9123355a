package dev.lanyard.starter.follow;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;

/** Is told what happens while an event or a process is followed, in order, on one thread. */
public interface Watcher {

  /** What the person made of the event. */
  default void event(EventRecord record) {}

  /** The process that the event led to. */
  default void process(String workflowId) {}

  /** A step began, changed its state or its note. */
  default void step(StepStatus step) {}

  /**
   * The run waits for people.
   *
   * @return whether to go on following; else the outcome is that it waits
   */
  default boolean request(String workflowId, OpenRequest request, RunStatus status) {
    return true;
  }

  /** The run as it stands, after its steps and requests were told; true when that is enough. */
  default boolean enough(RunStatus status) {
    return false;
  }

  /** Something that is not the run's: no worker answers, an earlier process has to settle. */
  default void notice(String text) {}
}
