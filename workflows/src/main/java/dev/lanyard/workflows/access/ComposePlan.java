package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.staffapi.StaffTarget;
import java.util.Optional;

/** Make one plan of a hire and of what its names resolved to. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComposePlan(
    EmployeeNumber employeeNumber,
    Hire hire,
    BackofficeTarget backoffice,
    Optional<StaffTarget> staffApi) {

  public ComposePlan {
    staffApi = staffApi == null ? Optional.empty() : staffApi;
  }
}
