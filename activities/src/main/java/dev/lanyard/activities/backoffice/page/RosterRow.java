package dev.lanyard.activities.backoffice.page;

import java.util.List;

/**
 * One employee in the roster (section 12.1).
 *
 * @param posUserId as written; normally a number
 * @param siteCodes short codes; the independent witness of somebody's sites
 * @param access a template's name, {@code Custom} or {@code None}
 * @param phoneDigits digits only; may be empty
 * @param wageType as written, such as {@code Hourly}; may be empty
 */
public record RosterRow(
    int employeeId,
    String firstName,
    String lastName,
    String posUserId,
    List<String> siteCodes,
    String access,
    List<String> departments,
    String phoneDigits,
    boolean active,
    String wageType) {

  public RosterRow {
    siteCodes = List.copyOf(siteCodes);
    departments = List.copyOf(departments);
  }

  @Override
  public String toString() {
    return "RosterRow[" + employeeId + ", [redacted]]";
  }
}
