package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is done to Jane's record in Backoffice, each step with all earlier ones done. */
enum BackofficeOperation implements JanesOperation {
  CREATE_EMPLOYEE("create employee") {
    @Override
    public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
      return Optional.empty();
    }

    @Override
    public void run(Step step) {
      var created = step.activities().createEmployee(step.tenant().createRequest(step.plan()));
      assertThat(created.employeeId()).isPositive();
    }

    @Override
    public void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(texts(now.path("sites"))).isEqualTo(sites(plan));
      assertThat(now.path("allSites").asBoolean()).isFalse();
      assertThat(now.path("grants")).isEmpty();
    }

    @Override
    public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(now.path("active").asBoolean()).isTrue();
      assertThat(now.path("firstName").asText()).isEqualTo(plan.firstName());
      assertThat(now.path("lastName").asText()).isEqualTo(plan.lastName());
      assertThat(now.path("phone").asText()).isEqualTo("6155551234");
      assertThat(now.path("email").asText()).isEqualTo(plan.email().orElseThrow());
      assertThat(now.path("pin").asText()).isEqualTo(SandboxTenant.PIN.digits());
      assertThat(now.path("startDate").asText()).isEqualTo(plan.startDate().toString());
      assertThat(texts(now.path("departments"))).containsExactly("Greeter");
      assertThat(now.path("wages")).hasSize(1);
      assertThat(now.path("wages").path(0).toString()).contains("15.5");
    }
  },

  GRANT_PERMISSION_TEMPLATE("grant permission template") {
    @Override
    public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
      return Optional.of(created(tenant, plan));
    }

    @Override
    public void run(Step step) {
      var granted =
          step.activities()
              .grantPermissionTemplate(
                  new GrantTemplate(step.employeeId().orElseThrow(), step.plan()));
      assertThat(granted.rosterAccess()).isEqualTo("Shift Leader");
    }

    @Override
    public void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      TemplateRef template = plan.target().template();
      Set<Integer> granted = ids(now.path("grants"));
      Set<Integer> unguarded = new TreeSet<>(granted);
      unguarded.removeAll(ids(now.path("overrides")));
      assertThat(template.grants()).containsAll(granted);
      assertThat(unguarded).doesNotContainAnyElementsOf(template.overrides());
      assertThat(without(now, "phone", "grants", "overrides", "template"))
          .isEqualTo(without(before.orElseThrow(), "phone", "grants", "overrides", "template"));
    }

    @Override
    public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(ids(now.path("grants")))
          .isEqualTo(new TreeSet<>(plan.target().template().grants()));
      assertThat(ids(now.path("overrides")))
          .isEqualTo(new TreeSet<>(plan.target().template().overrides()));
    }

    @Override
    public boolean restsBeforeItFails() {
      return true;
    }
  },

  GRANT_RIGHT_AFTER_CREATE("grant permission template, right after the create") {
    @Override
    public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
      return Optional.of(created(tenant, plan));
    }

    @Override
    public void run(Step step) {
      var granted =
          step.activities()
              .grantPermissionTemplate(
                  new GrantTemplate(step.employeeId().orElseThrow(), step.plan(), true));
      assertThat(granted.rosterAccess()).isEqualTo("Shift Leader");
    }

    @Override
    public void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      TemplateRef template = plan.target().template();
      Set<Integer> granted = ids(now.path("grants"));
      Set<Integer> unguarded = new TreeSet<>(granted);
      unguarded.removeAll(ids(now.path("overrides")));
      assertThat(template.grants()).containsAll(granted);
      assertThat(unguarded).doesNotContainAnyElementsOf(template.overrides());
      assertThat(without(now, "phone", "grants", "overrides", "template"))
          .isEqualTo(without(before.orElseThrow(), "phone", "grants", "overrides", "template"));
    }

    @Override
    public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(ids(now.path("grants")))
          .isEqualTo(new TreeSet<>(plan.target().template().grants()));
      assertThat(ids(now.path("overrides")))
          .isEqualTo(new TreeSet<>(plan.target().template().overrides()));
    }

    @Override
    public boolean restsBeforeItFails() {
      return true;
    }
  },

  ASSIGN_SITES("assign sites") {
    @Override
    public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
      int id = created(tenant, plan);
      tenant.call("POST", "employees/" + id, "{\"sites\":[" + otherSite(tenant, plan) + "]}");
      return Optional.of(id);
    }

    @Override
    public void run(Step step) {
      var assigned =
          step.activities()
              .assignSites(
                  new AssignSites(
                      JANE, step.employeeId().orElseThrow(), step.plan(), step.tenant().pin()));
      assertThat(assigned.rosterSites()).hasSize(1);
    }

    @Override
    public void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(now.path("allSites").asBoolean()).isFalse();
      assertThat(texts(now.path("sites")))
          .isIn(texts(before.orElseThrow().path("sites")), sites(plan));
      assertThat(without(now, "phone", "sites"))
          .isEqualTo(without(before.orElseThrow(), "phone", "sites"));
    }

    @Override
    public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(texts(now.path("sites"))).isEqualTo(sites(plan));
    }

    @Override
    public boolean restsBeforeItFails() {
      return true;
    }
  },

  DISABLE_EMPLOYEE("disable employee") {
    @Override
    public Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan) {
      return Optional.of(tenant.createAndGrant(plan).employeeId());
    }

    @Override
    public void run(Step step) {
      DisableEmployee request = Disabling.of(JANES_ID);
      assertThat(step.activities().disableEmployee(request).employeeId())
          .isEqualTo(step.employeeId());
    }

    @Override
    public void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(without(now, "phone", "active"))
          .isEqualTo(without(before.orElseThrow(), "phone", "active"));
    }

    @Override
    public void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now) {
      assertThat(now.path("active").asBoolean()).isFalse();
    }

    @Override
    public boolean repeatsAtOnce() {
      return true;
    }
  };

  private final String label;

  BackofficeOperation(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  static int created(SandboxTenant tenant, BackofficePlan plan) {
    return tenant
        .activities(FakeAttempt.first())
        .createEmployee(tenant.createRequest(plan))
        .employeeId();
  }

  private static int otherSite(SandboxTenant tenant, BackofficePlan plan) {
    for (JsonNode site : tenant.call("GET", "state", null).path("backoffice").path("sites")) {
      if (!sites(plan).contains(site.path("name").asText())) {
        return site.path("id").asInt();
      }
    }
    throw new AssertionError("one site only");
  }

  static List<String> sites(BackofficePlan plan) {
    return plan.target().sites().sites().stream().map(SiteRef::name).toList();
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  static Set<Integer> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asInt)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static JsonNode without(JsonNode record, String... fields) {
    return ((ObjectNode) record.deepCopy()).remove(List.of(fields));
  }
}
