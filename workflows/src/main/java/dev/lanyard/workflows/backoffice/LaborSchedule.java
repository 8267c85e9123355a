package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A salary's weekly hours, and the site that they are booked on (section 11.2). */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LaborSchedule(SiteRef site, List<Shift> shifts) {

  public LaborSchedule {
    shifts = shifts == null ? List.of() : List.copyOf(shifts);
  }

  /**
   * @param day 0 for Sunday to 6
   * @param start as the form takes it; its format was never captured
   * @param end the same
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Shift(int day, String start, String end) {}
}
