package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/** Everything that will be written into the staff API for one person; never an administrator. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffPlan(
    String firstName, String lastName, String email, Optional<String> phone, StaffTarget target) {

  public StaffPlan {
    phone = phone == null ? Optional.empty() : phone;
  }

  @Override
  public String toString() {
    return "StaffPlan[[redacted], " + target + "]";
  }
}
