package dev.lanyard.workflows.person;

import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.offboarding.ExitSnapshot;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One person's owner: orders the events and runs one process at a time. */
@WorkflowInterface
public interface PersonWorkflow {

  /** The name of the signal that carries an event, for the starter's signal-with-start. */
  String EVENT_SIGNAL = "hr event";

  @WorkflowMethod
  void live(PersonState state);

  /**
   * An {@link dev.lanyard.workflows.hr.HrEvent}; taken raw, so that an unreadable one is listed,
   * not lost.
   */
  @SignalMethod(
      name = EVENT_SIGNAL,
      description = "What HR decided about this person, from the intake")
  void hrEvent(RawValue event);

  /** An {@link ExitSnapshot}; from anybody but the offboarding that is under way it is ignored. */
  @SignalMethod(
      name = ExitSnapshot.SIGNAL,
      description = "From this person's offboarding: what it takes")
  void exitSnapshot(RawValue snapshot);

  /**
   * Asks to take what was accepted for a later day off again: {@code
   * {"id":"…","by":"…","reason":"…"}}, the id as {@link PersonStatus#planned} has it. It takes
   * effect once the policy is satisfied.
   */
  @UpdateMethod(
      name = "call off",
      description = "Take a planned event off: {\"id\":\"…\",\"by\":\"your name\"}")
  DecisionAnswer callOff(CallOff request);

  @QueryMethod(name = "status", description = "Links, current process, what became of each event")
  PersonStatus status();
}
