package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeOperation.without;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.Wage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Changes of Jane, who works already. Each is one write, so at every moment her record is either
 * wholly what it was or wholly what is wanted, but for the phone, which somebody else edits.
 */
enum EmployeeChangeOperation implements JanesOperation {
  CHANGE_FIELDS("change employee: name, phone and e-mail") {
    @Override
    public void run(Step step) {
      change(
          step,
          Fields.of().names("Janet", "Dough").phone(NEW_PHONE).email("janet.dough@example.com"));
    }

    @Override
    void become(ObjectNode jane) {
      jane.put("firstName", "Janet").put("lastName", "Dough").put("phone", NEW_PHONE);
      jane.put("email", "janet.dough@example.com");
    }

    @Override
    public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      super.requireDone(plan, before, now);
      assertThat(now.path("phone").asText()).isEqualTo(NEW_PHONE);
    }
  },

  CHANGE_SITES("change employee: sites") {
    @Override
    public void run(Step step) {
      change(step, Fields.of().sites(102, 203));
    }

    @Override
    void become(ObjectNode jane) {
      jane.putArray("sites").add("Harbor Wash").add("Pine Wash");
    }
  },

  CHANGE_PIN("change PIN") {
    @Override
    public void run(Step step) {
      step.changes()
          .changePin(
              new ChangePin(
                  JANE,
                  step.employeeId().orElseThrow(),
                  JANES_ID,
                  true,
                  Fields.jane().get(),
                  Optional.of(step.tenant().pin()),
                  step.tenant().seal(NEW_PIN, JANE)));
    }

    @Override
    void become(ObjectNode jane) {
      jane.put("pin", Integer.parseInt(NEW_PIN.digits()));
    }
  },

  REACTIVATE("reactivate employee") {
    /** She had all sites once, and nobody approved that now. */
    @Override
    public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
      Optional<Integer> id = super.prepared(tenant, plan);
      tenant.edit(id.orElseThrow(), "{\"active\":false,\"sites\":\"all\"}");
      return id;
    }

    @Override
    public void run(Step step) {
      var reactivated =
          step.changes()
              .reactivateEmployee(
                  new ReactivateEmployee(
                      JANE,
                      step.employeeId().orElseThrow(),
                      JANES_ID,
                      Fields.jane().allSites(101).get(),
                      Fields.jane().sites(203).startDate("2026-09-01").get(),
                      step.tenant().seal(NEW_PIN, JANE)));
      assertThat(reactivated.rosterSites()).hasSize(1);
      assertThat(reactivated.rosterAccess()).isEqualTo("Shift Leader");
    }

    @Override
    void become(ObjectNode jane) {
      jane.put("active", true).put("allSites", false).putArray("sites").add("Pine Wash");
      jane.put("pin", Integer.parseInt(NEW_PIN.digits())).put("startDate", "2026-09-01");
    }
  },

  SET_PERMISSIONS("set permissions") {
    @Override
    public void run(Step step) {
      var template = step.plan().target().template();
      var set =
          step.changes()
              .setPermissions(
                  new SetPermissions(
                      step.employeeId().orElseThrow(),
                      JANES_ID,
                      true,
                      new PermissionGrants(template.grants(), template.overrides()),
                      Optional.empty(),
                      Optional.of(new PermissionGrants(List.of(1, 2, 22), List.of(1)))));
      assertThat(set.rosterAccess()).isEqualTo("Custom");
    }

    @Override
    void become(ObjectNode jane) {
      jane.put("template", "Custom").putArray("grants").add(1).add(2).add(22);
      jane.putArray("overrides").add(1);
    }
  },

  RECORD_WAGE("record wage") {
    @Override
    public void run(Step step) {
      Wage first =
          new Wage(
              Optional.of(new BigDecimal("15.50")),
              Optional.empty(),
              true,
              Optional.of(new BigDecimal("23.25")),
              LocalDate.of(2026, 5, 1),
              Optional.empty());
      var recorded =
          step.changes()
              .recordWage(
                  new RecordWage(
                      step.employeeId().orElseThrow(),
                      JANES_ID,
                      true,
                      Optional.of(first),
                      Optional.of(new BigDecimal("17.25")),
                      Optional.empty(),
                      Optional.empty(),
                      LocalDate.of(2026, 7, 1),
                      false));
      assertThat(recorded.moved()).isFalse();
    }

    @Override
    void become(ObjectNode jane) {
      ArrayNode wages = (ArrayNode) jane.path("wages");
      ObjectNode newest = wages.path(0).deepCopy();
      newest.putNull("siteId"); // an hourly one has none (section 11.2)
      newest.put("rate", 17.25).put("overtimeRate", 25.88).put("effective", "2026-07-01");
      ((ObjectNode) wages.path(0)).put("end", "2026-07-01");
      wages.insert(0, newest);
    }
  };

  private static final Pin NEW_PIN = Pin.of(70707);
  private static final String NEW_PHONE = "6155559876";

  /** What these bring in and no failure may show; the rest is Jane's own. */
  static final List<String> SECRETS =
      List.of("Dough", NEW_PIN.digits(), "9876", "15.5", "23.25", "17.25", "25.88");

  private final String label;

  EmployeeChangeOperation(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
    return Optional.of(tenant.createAndGrant(plan).employeeId());
  }

  @Override
  public boolean restsBeforeItFails() {
    return true;
  }

  /** Makes Jane's record before the change the one after it. */
  abstract void become(ObjectNode jane);

  @Override
  public void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
    JsonNode was = before.orElseThrow();
    assertThat(without(now, "phone")).isIn(without(was, "phone"), without(wanted(was), "phone"));
  }

  @Override
  public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
    JsonNode wanted = wanted(before.orElseThrow());
    assertThat(without(now, "phone")).isEqualTo(without(wanted, "phone"));
  }

  private JsonNode wanted(JsonNode before) {
    ObjectNode jane = before.deepCopy();
    become(jane);
    return jane;
  }

  private static void change(Step step, Fields wanted) {
    step.changes()
        .changeEmployee(
            new ChangeEmployee(
                JANE,
                step.employeeId().orElseThrow(),
                JANES_ID,
                true,
                Fields.jane().get(),
                wanted.get()));
  }
}
