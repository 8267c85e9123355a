package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.http.RefusedInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tenant's administrators change while a client holds an older copy: sites, POS templates,
 * POS permissions and departments. An entry whose id is known is changed, otherwise it is added.
 */
final class TenantChange {
  private final Records records;
  private final List<String> problems = new ArrayList<>();

  TenantChange(Records records) {
    this.records = records;
  }

  /**
   * @param id empty for a new entry with the next free id
   * @return the id
   * @throws RefusedInput with every problem; then nothing changed
   */
  long put(String kind, String id, JsonNode change) {
    long known = EmployeeRequests.id(id);
    return switch (kind) {
      case "sites" -> site(known, change);
      case "pos-templates" -> template((int) known, change);
      case "pos-permissions" -> permission((int) known, change);
      case "departments" -> department((int) known, change);
      default -> throw new RefusedInput(List.of(kind + " cannot be changed"));
    };
  }

  void remove(String kind, String id) {
    long known = EmployeeRequests.id(id);
    switch (kind) {
      case "sites" -> {
        if (records.tree().site(known).isEmpty()) {
          throw new RefusedInput(List.of("No site has the id " + id));
        }
        records.store(records.tree().without(Set.of(known)));
        List.copyOf(records.employees())
            .forEach(employee -> records.store(employee.with(employee.access().without(known))));
        List.copyOf(records.users())
            .forEach(
                user -> records.store(user.with(user.access().without(known), user.permissions())));
      }
      case "pos-templates" -> records.store(records.catalogue().withoutTemplate((int) known));
      default -> throw new RefusedInput(List.of(kind + " cannot be removed"));
    }
  }

  private long site(long known, JsonNode change) {
    only(change, List.of("name", "shortCode", "district"));
    SiteTree tree = records.tree();
    SiteTree.Site before = tree.site(known).orElse(null);
    if (known > 0 && before == null) {
      problems.add("No site has the id " + known);
    }
    String name = change.path("name").asText(before == null ? "" : before.name());
    String code = change.path("shortCode").asText(before == null ? "" : before.shortCode());
    required("name", name);
    required("shortCode", code);
    long usual =
        before == null
            ? tree.regions().get(0).districts().get(0).id()
            : tree.districtOf(known).orElseThrow().id();
    long district = change.path("district").asLong(usual);
    if (tree.district(district).isEmpty()) {
      problems.add("district: no district has the id " + district);
    }
    refuse();
    long id = before == null ? tree.ids().stream().max(Long::compare).orElse(100L) + 1 : known;
    SiteTree rest = before == null || district == usual ? tree : tree.without(Set.of(id));
    records.store(rest.with(district, new SiteTree.Site(id, name, code)));
    return id;
  }

  private long template(int known, JsonNode change) {
    only(change, List.of("name", "grants", "overrides"));
    Catalogue catalogue = records.catalogue();
    PosTemplate before = catalogue.template(known).orElse(null);
    if (known > 0 && before == null) {
      problems.add("No POS template has the id " + known);
    }
    String name = change.path("name").asText(before == null ? "" : before.name());
    required("name", name);
    Set<Integer> grants = ids(change, "grants", before == null ? Set.of() : before.grants());
    Set<Integer> overrides =
        ids(change, "overrides", before == null ? Set.of() : before.overrides());
    refuse();
    int id =
        before == null
            ? catalogue.templates().stream().mapToInt(PosTemplate::id).max().orElse(0) + 1
            : known;
    records.store(catalogue.with(new PosTemplate(id, name, grants, overrides)));
    return id;
  }

  private Set<Integer> ids(JsonNode change, String field, Set<Integer> before) {
    if (!change.has(field)) {
      return before;
    }
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode id : change.get(field)) {
      if (!records.catalogue().permissionIds().contains(id.asInt())) {
        problems.add(field + ": no permission has the id " + id);
      }
      ids.add(id.asInt());
    }
    return ids;
  }

  private long permission(int known, JsonNode change) {
    only(change, List.of("label"));
    Catalogue catalogue = records.catalogue();
    required("label", change.path("label").asText());
    if (known > 0 && !catalogue.permissionIds().contains(known)) {
      problems.add("No POS permission has the id " + known);
    }
    refuse();
    int id =
        known > 0
            ? known
            : catalogue.permissionIds().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
    records.store(catalogue.with(new PosPermission(id, change.path("label").asText())));
    return id;
  }

  private long department(int known, JsonNode change) {
    only(change, List.of("name"));
    Catalogue catalogue = records.catalogue();
    required("name", change.path("name").asText());
    if (known > 0 && catalogue.department(Integer.toString(known)).isEmpty()) {
      problems.add("No department has the id " + known);
    }
    refuse();
    int id =
        known > 0
            ? known
            : catalogue.departments().stream().mapToInt(Department::id).max().orElse(0) + 1;
    records.store(catalogue.with(new Department(id, change.path("name").asText())));
    return id;
  }

  private void only(JsonNode change, List<String> keys) {
    change
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                problems.add(key + ": unknown; keys are " + keys);
              }
            });
  }

  private void required(String field, String value) {
    if (value.isBlank()) {
      problems.add(field + ": must not be blank");
    }
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      throw new RefusedInput(problems);
    }
  }
}
