package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * What would become of this event? Its process ends with its plan: nothing is written, reserved or
 * asked, and the person's run takes nothing from it but a line in its list. A type of its own, not
 * a flag of the event, so that a worker that does not know it refuses it instead of carrying it
 * out.
 *
 * @param event of any other type
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DryRunEvent(HrEvent event) implements HrEvent {

  @Override
  public String eventId() {
    return event == null ? null : event.eventId();
  }

  @Override
  public Instant decidedAt() {
    return event == null ? null : event.decidedAt();
  }

  @Override
  public EmployeeNumber employeeNumber() {
    return event == null ? null : event.employeeNumber();
  }
}
