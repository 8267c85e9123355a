package dev.lanyard.sandbox.backoffice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code GET /_sandbox/state} tells about Backoffice. Dates are ISO, sites are long names (all
 * of them where access is "all"), PINs are numbers as the form shows them.
 */
final class View {
  private final Records records;
  private final BackofficeSwitches switches;

  View(Records records, BackofficeSwitches switches) {
    this.records = records;
    this.switches = switches;
  }

  /**
   * @param most how many employees, the newest of them
   */
  Map<String, Object> all(int most) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("tenant", records.tree().flat() ? "flat" : "hierarchical");
    all.put(
        "employees",
        records.employees().stream()
            .skip(Math.max(0, records.employees().size() - most))
            .map(this::employee)
            .toList());
    all.put("employeeCount", records.employees().size());
    all.put("users", records.users().stream().map(this::user).toList());
    all.put("sites", records.tree().sites());
    all.put("departments", records.catalogue().departments());
    all.put("posTemplates", records.catalogue().templates());
    all.put("posPermissions", records.catalogue().permissions());
    return all;
  }

  private Map<String, Object> employee(Employee employee) {
    Profile profile = employee.profile();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", employee.id());
    line.put("firstName", profile.firstName());
    line.put("lastName", profile.lastName());
    line.put("phone", profile.phone());
    line.put("email", profile.email());
    line.put("posUserId", profile.posUserId());
    line.put("pin", profile.pin());
    line.put("active", employee.active());
    line.put("sites", names(employee.access()));
    line.put("allSites", employee.access().all());
    line.put("allDistrictsOfRegions", employee.access().regions());
    line.put("allSitesOfDistricts", employee.access().districts());
    line.put("template", records.catalogue().accessName(employee.grants(), switches.employee()));
    line.put("grants", employee.grants().grants());
    line.put("overrides", employee.grants().overrides());
    line.put("departments", records.catalogue().labels(profile.departments()));
    line.put("startDate", profile.startDate());
    line.put("adpEmployeeId", profile.adpEmployeeId());
    line.put("emergencyContactName", profile.emergencyName());
    line.put("emergencyContactPhone", profile.emergencyPhone());
    line.put("wages", employee.wages());
    return line;
  }

  private Map<String, Object> user(WebUser user) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", user.id());
    line.put("username", user.username());
    line.put("email", user.email());
    line.put("firstName", user.firstName());
    line.put("lastName", user.lastName());
    line.put("employeeId", user.employeeId());
    line.put("active", user.active());
    line.put("sites", names(user.access()));
    line.put("allSites", user.access().all());
    line.put("permissions", user.permissions().size());
    return line;
  }

  private List<String> names(Access access) {
    Access resolved = access.resolved(records.tree());
    return records.tree().sites().stream()
        .filter(site -> resolved.includes(site.id()))
        .map(SiteTree.Site::name)
        .toList();
  }
}
