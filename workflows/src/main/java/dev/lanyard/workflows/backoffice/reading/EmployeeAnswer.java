package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * @param employee empty when nobody was found, which is no proof that there is nobody
 * @param caveat what the look cannot see, in words; empty when somebody was found
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeAnswer(Optional<EmployeeSnapshot> employee, String caveat) {

  public EmployeeAnswer {
    employee = employee == null ? Optional.empty() : employee;
    caveat = caveat == null ? "" : caveat;
  }
}
