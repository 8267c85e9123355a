package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.http.RefusedInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change that another person makes, as JSON with any of {@code phone}, {@code email}, {@code
 * firstName}, {@code lastName}, {@code adpEmployeeId}, {@code posUserId}, {@code pin}, {@code
 * active}, {@code sites} (ids, or "all"; an empty list makes the siteless record of section 12.2) ,
 * {@code template} (a name, or "None") and {@code wages} (only {@code []}: an employee without
 * wages).
 */
final class EmployeeChange {
  private static final List<String> KEYS =
      List.of(
          "phone",
          "email",
          "firstName",
          "lastName",
          "adpEmployeeId",
          "posUserId",
          "pin",
          "active",
          "sites",
          "template",
          "wages");

  private final Records records;
  private final Clock clock;

  EmployeeChange(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  void apply(long id, JsonNode change) {
    List<String> problems = new ArrayList<>();
    Employee employee = records.employee(id).orElse(null);
    if (employee == null) {
      throw new RefusedInput(List.of("No employee has the id " + id));
    }
    if (change == null || change.isEmpty()) {
      records.store(employee.with(employee.profile().withPhone("555-019-9999")));
      return;
    }
    change
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                problems.add(key + ": unknown; keys are " + KEYS);
              }
            });
    Employee changed = employee.with(profile(employee.profile(), change));
    if (change.has("sites")) {
      changed = changed.with(access(change.get("sites"), problems));
    }
    if (change.has("template")) {
      changed = changed.with(grants(change.get("template").asText(), problems));
    }
    if (change.has("wages")) {
      if (!change.get("wages").isArray() || !change.get("wages").isEmpty()) {
        problems.add("wages: only the empty list");
      }
      changed = changed.with(List.<Wage>of());
    }
    if (change.has("active")) {
      changed = changed.active(change.get("active").asBoolean(), clock.instant());
    }
    if (!problems.isEmpty()) {
      throw new RefusedInput(problems);
    }
    records.store(changed);
  }

  private static Profile profile(Profile before, JsonNode change) {
    return new Profile(
        change.path("firstName").asText(before.firstName()),
        change.path("lastName").asText(before.lastName()),
        change.path("phone").asText(before.phone()),
        change.path("email").asText(before.email()),
        before.departments(),
        before.startDate(),
        change.path("posUserId").asLong(before.posUserId()),
        change.path("pin").asLong(before.pin()),
        before.emergencyName(),
        before.emergencyPhone(),
        change.path("adpEmployeeId").asText(before.adpEmployeeId()));
  }

  private Access access(JsonNode sites, List<String> problems) {
    if (sites.asText().equals("all")) {
      return Access.EVERYWHERE;
    }
    Set<Long> granted = new TreeSet<>();
    for (JsonNode site : sites) {
      if (records.tree().site(site.asLong()).isEmpty()) {
        problems.add("sites: " + site + " is no site id");
      }
      granted.add(site.asLong());
    }
    return Access.only(granted);
  }

  private PosGrants grants(String template, List<String> problems) {
    if (template.equals("None")) {
      return PosGrants.NONE;
    }
    return records
        .catalogue()
        .template(template)
        .map(PosGrants::of)
        .orElseGet(
            () -> {
              problems.add("template: no template has the name " + template);
              return PosGrants.NONE;
            });
  }
}
