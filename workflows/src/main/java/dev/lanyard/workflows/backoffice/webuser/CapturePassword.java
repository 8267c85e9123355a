package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.Optional;

/** Draw a password for a new web user, or take the caller's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CapturePassword(EmployeeNumber employeeNumber, Optional<SealedPassword> chosen) {

  public CapturePassword {
    chosen = chosen == null ? Optional.empty() : chosen;
  }
}
