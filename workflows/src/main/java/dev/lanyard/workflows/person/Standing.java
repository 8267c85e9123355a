package dev.lanyard.workflows.person;

import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.TransferEvent;

/** Whether a person has access, as far as it was asked for and not yet refused. */
enum Standing {
  /** Nobody, or somebody who left. */
  GONE,
  EMPLOYED,
  /** No access for a while; a return gives back exactly what was there before. */
  ON_LEAVE;

  /** Where somebody stands once this was carried out, if it succeeds. */
  static Standing after(HrEvent event, Standing before) {
    if (event instanceof TerminationEvent) {
      return GONE;
    }
    if (event instanceof LeaveEvent) {
      return ON_LEAVE;
    }
    return event instanceof ChangeEvent || event instanceof TransferEvent ? before : EMPLOYED;
  }
}
