package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/**
 * Which of these are free in Backoffice? At least one is asked.
 *
 * @param username of a web user
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AvailabilityQuestion(
    Optional<PosUserId> posUserId,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> username) {

  public AvailabilityQuestion {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    email = email == null ? Optional.empty() : email;
    phone = phone == null ? Optional.empty() : phone;
    username = username == null ? Optional.empty() : username;
  }

  /** Without a web user's name. */
  public AvailabilityQuestion(
      Optional<PosUserId> posUserId, Optional<String> email, Optional<String> phone) {
    this(posUserId, email, phone, Optional.empty());
  }

  @Override
  public String toString() {
    return "AvailabilityQuestion[[redacted]]";
  }
}
