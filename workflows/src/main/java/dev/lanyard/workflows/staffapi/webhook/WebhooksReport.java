package dev.lanyard.workflows.staffapi.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/** Every subscription of the company, and every one that is configured and missing. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebhooksReport(List<Line> lines) {

  public WebhooksReport {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** As configured; nothing was done. */
  public static final String KEPT = "as configured";

  /** After a sync: it was missing, and was subscribed. */
  public static final String CREATED = "created";

  /** After a sync: it differed, and was replaced. */
  public static final String CHANGED = "changed";

  /**
   * After a sync: a second one, one at our address that is not configured, or one that was named.
   */
  public static final String REMOVED = "removed";

  /** Before a sync. */
  public static final String MISSING = "missing";

  /** Before a sync. */
  public static final String DIFFERS = "differs";

  /** Before a sync: would be removed. */
  public static final String SURPLUS = "surplus";

  /** At an address that is not configured: another program's, and left alone. */
  public static final String NOT_OURS = "not ours";

  /**
   * One subscription. Its headers are secrets and are not told.
   *
   * @param id absent while it is missing
   * @param tags the filter; empty: none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Line(
      Optional<Long> id, String topic, String address, List<String> tags, String state) {

    public Line {
      id = id == null ? Optional.empty() : id;
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }
}
