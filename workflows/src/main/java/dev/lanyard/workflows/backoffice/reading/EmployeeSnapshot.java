package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that Backoffice shows of one employee, as it stood at one moment, without the PIN:
 * what a later restore goes by. The pages were read one after the other, and each was checked to be
 * this employee's; an edit by somebody else in between can still show in some and not in others.
 *
 * @param readAt when the last page had come
 * @param employeeId the internal id of URLs
 * @param profile the text fields of the edit page
 * @param sites by id and long name, ascending, possibly none, and only those that the bot may see;
 *     absent on a flat tenant whose boxes do not say what they mean (section 6.6)
 * @param rosterShowsSameSites whether the roster's Sites column, which no form writes, agrees;
 *     absent when it cannot be compared: no row, all sites, or codes that cannot be joined
 * @param departments ascending by id
 * @param roster absent when the roster does not show the employee (section 12.2)
 * @param permissions absent when Backoffice does not show the page
 * @param wages absent when Backoffice does not show the page
 * @param notLookedAt what is not in here although it belongs to the employee, in words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeSnapshot(
    Instant readAt,
    int employeeId,
    PosUserId posUserId,
    boolean active,
    StoredProfile profile,
    Optional<SiteGrant> sites,
    Optional<Boolean> rosterShowsSameSites,
    List<DepartmentRef> departments,
    Optional<RosterEntry> roster,
    Optional<PermissionState> permissions,
    Optional<WageHistory> wages,
    List<String> notLookedAt) {

  public EmployeeSnapshot {
    sites = sites == null ? Optional.empty() : sites;
    rosterShowsSameSites = rosterShowsSameSites == null ? Optional.empty() : rosterShowsSameSites;
    departments = departments == null ? List.of() : List.copyOf(departments);
    roster = roster == null ? Optional.empty() : roster;
    permissions = permissions == null ? Optional.empty() : permissions;
    wages = wages == null ? Optional.empty() : wages;
    notLookedAt = notLookedAt == null ? List.of() : List.copyOf(notLookedAt);
  }

  @Override
  public String toString() {
    return "EmployeeSnapshot[" + employeeId + ", [redacted]]";
  }
}
