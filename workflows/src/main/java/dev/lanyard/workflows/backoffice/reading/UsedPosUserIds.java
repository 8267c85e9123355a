package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserIdRange;
import java.util.List;

/**
 * Which POS user IDs of a range the roster shows, those of disabled employees included.
 *
 * @param spans ascending, without gaps inside: a range in use is mostly one of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UsedPosUserIds(List<PosUserIdRange> spans) {

  public UsedPosUserIds {
    spans = spans == null ? List.of() : List.copyOf(spans);
  }
}
