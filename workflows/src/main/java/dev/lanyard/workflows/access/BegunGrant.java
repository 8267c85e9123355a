package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What a hire has written already when it is planned anew: its records are adjusted to the new
 * plan, and none is made a second time.
 *
 * @param employeeId of the Backoffice record that the hire made, or made active
 * @param active whether that record is active by now
 * @param staffId of the member that the hire made, or gave access
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BegunGrant(Optional<Integer> employeeId, boolean active, Optional<Long> staffId) {

  /** Nothing was written yet. */
  public static final BegunGrant NONE = new BegunGrant(Optional.empty(), false, Optional.empty());

  public BegunGrant {
    employeeId = employeeId == null ? Optional.empty() : employeeId;
    staffId = staffId == null ? Optional.empty() : staffId;
  }
}
