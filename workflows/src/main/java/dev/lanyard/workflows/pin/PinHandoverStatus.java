package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a PIN was collected, by whom, and who was turned away. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PinHandoverStatus(
    Optional<String> collectedBy, Optional<Instant> collectedAt, List<String> refused) {

  public PinHandoverStatus {
    collectedBy = collectedBy == null ? Optional.empty() : collectedBy;
    collectedAt = collectedAt == null ? Optional.empty() : collectedAt;
    refused = refused == null ? List.of() : List.copyOf(refused);
  }

  @Override
  public String toString() {
    return "PinHandoverStatus[" + collectedAt + ", [redacted]]";
  }
}
