package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * An employee as the roster shows one (section 12.1), blanks around names taken off.
 *
 * @param employeeId the internal id of URLs
 * @param posUserId as written; normally a number
 * @param siteCodes short codes; in a list of many employees the first ones only
 * @param siteCount how many the roster shows
 * @param access a permission template's name, {@code Custom} or {@code None}
 * @param departments names
 * @param phone digits only; may be empty
 * @param wageType as written, such as {@code Hourly}; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RosterEntry(
    int employeeId,
    String posUserId,
    String firstName,
    String lastName,
    boolean active,
    List<String> siteCodes,
    int siteCount,
    String access,
    List<String> departments,
    String phone,
    String wageType) {

  public RosterEntry {
    siteCodes = siteCodes == null ? List.of() : List.copyOf(siteCodes);
    departments = departments == null ? List.of() : List.copyOf(departments);
  }

  @Override
  public String toString() {
    return "RosterEntry[" + employeeId + ", [redacted]]";
  }
}
