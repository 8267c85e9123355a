package dev.lanyard.workflows.reservation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.hr.PosUserIdRange;

/**
 * @param holder the workflow id of the run that waits
 * @param used of the range, as the roster showed it a moment ago
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReserveId(String holder, PosUserIdRange range, UsedPosUserIds used) {

  public ReserveId {
    used = used == null ? new UsedPosUserIds(null) : used;
  }
}
