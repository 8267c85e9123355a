package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/** Which of these are free in Backoffice? At least one is asked. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AvailabilityQuestion(
    Optional<PosUserId> posUserId, Optional<String> email, Optional<String> phone) {

  public AvailabilityQuestion {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    email = email == null ? Optional.empty() : email;
    phone = phone == null ? Optional.empty() : phone;
  }

  @Override
  public String toString() {
    return "AvailabilityQuestion[[redacted]]";
  }
}
