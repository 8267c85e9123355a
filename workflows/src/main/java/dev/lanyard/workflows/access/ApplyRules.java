package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import java.util.Optional;

/**
 * Complete this hire.
 *
 * @param hire as it was handed in and amended
 * @param returns the person had a record before and keeps its POS user ID, whatever the role's
 *     range
 * @param model what Backoffice showed of the one whom {@link Hire#like} names
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApplyRules(
    EmployeeNumber employeeNumber, Hire hire, boolean returns, Optional<EmployeeAnswer> model) {

  public ApplyRules {
    model = model == null ? Optional.empty() : model;
  }
}
