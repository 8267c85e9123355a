package dev.lanyard.workflows.reservation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.Optional;

/**
 * @param posUserId absent when every ID of the range is used or reserved
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProposedId(Optional<PosUserId> posUserId) {

  public ProposedId {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
  }
}
