package dev.lanyard.workflows.person;

import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Where a person stands once all that was taken is carried out, and until when.
 *
 * @param endsAt when a planned termination ends the access, on the clocks of the sites
 */
record Prospect(Standing standing, Optional<LocalDateTime> endsAt) {

  /** With no end in sight. */
  static Prospect of(Standing standing) {
    return new Prospect(standing, Optional.empty());
  }

  /** The same, ending then, unless it ends earlier anyway. */
  Prospect endingAt(LocalDateTime end) {
    return endsAt.filter(known -> !known.isAfter(end)).isPresent()
        ? this
        : new Prospect(standing, Optional.of(end));
  }

  /** Where it leads when this is carried out too, at once. */
  Prospect after(HrEvent event) {
    return event instanceof TerminationEvent
        ? of(Standing.GONE)
        : new Prospect(Standing.after(event, standing), endsAt);
  }

  /** Whether the event makes sense for somebody who stands there. */
  Optional<String> objectionTo(HrEvent event) {
    if (endsAt.isEmpty() || event instanceof TerminationEvent || event instanceof UndoEvent) {
      return EventLedger.objectionTo(event, standing);
    }
    if (event instanceof HireEvent) {
      return Optional.of(
          "the access is planned to end, " + words() + "; hire after that, or call the end off");
    }
    boolean tooLate =
        event.firstDay().filter(day -> !day.atStartOfDay().isBefore(endsAt.get())).isPresent();
    return tooLate
        ? Optional.of(
            "it takes effect after the access has ended, " + words() + "; call the end off first")
        : EventLedger.objectionTo(event, standing);
  }

  private String words() {
    return "at " + endsAt.orElseThrow().toString().replace('T', ' ');
  }
}
