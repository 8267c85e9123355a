package dev.lanyard.workflows.staffapi.look;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/** Whom to show: by id, or by e-mail address (exact, without regard to case). */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberQuestion(Optional<Long> id, Optional<String> email) {

  public StaffMemberQuestion {
    id = id == null ? Optional.empty() : id;
    email = email == null ? Optional.empty() : email;
  }

  @Override
  public String toString() {
    return "StaffMemberQuestion[" + id + ", [redacted]]";
  }
}
