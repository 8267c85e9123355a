package dev.lanyard.workflows.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which digest is asked for. Stands in plain text in a schedule: names nobody.
 *
 * @param kind {@code digest} (who starts and leaves at the sites of the zone) or {@code unclean}
 *     (whose last run did not end cleanly, wherever it was)
 * @param zone such as {@code America/Chicago}
 * @param day in that zone; empty: today
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DigestInput(String kind, String zone, Optional<LocalDate> day) {

  public DigestInput {
    day = day == null ? Optional.empty() : day;
  }
}
