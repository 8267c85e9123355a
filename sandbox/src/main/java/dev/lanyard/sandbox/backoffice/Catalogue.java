package dev.lanyard.sandbox.backoffice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tenant's administrators keep: departments, POS permissions and POS templates. It can
 * change while a client holds an old copy of it.
 *
 * @param templates by id
 */
record Catalogue(
    List<Department> departments, List<PosPermission> permissions, List<PosTemplate> templates) {

  Catalogue {
    departments = List.copyOf(departments);
    permissions = List.copyOf(permissions);
    templates = List.copyOf(templates);
  }

  /** As captured (sections 9.2 and 10). */
  static Catalogue seeded() {
    return new Catalogue(
        List.of(
            new Department(1, "Cashier"),
            new Department(2, "Line"),
            new Department(3, "Greeter"),
            new Department(4, "Management")),
        PosPermission.captured(),
        PosTemplate.captured());
  }

  /** As selects carry them: by label, so that ids are unordered (section 7.1). */
  List<Department> departmentsByLabel() {
    return departments.stream().sorted(Comparator.comparing(Department::label)).toList();
  }

  /** Nothing for an unknown id: PHP drops a choice that is none. */
  Optional<Department> department(String id) {
    return departments.stream()
        .filter(department -> Integer.toString(department.id()).equals(id))
        .findFirst();
  }

  List<String> labels(List<Integer> ids) {
    return ids.stream()
        .map(id -> department(Integer.toString(id)))
        .flatMap(Optional::stream)
        .map(Department::label)
        .toList();
  }

  Optional<PosTemplate> template(Integer id) {
    return templates.stream().filter(template -> id != null && template.id() == id).findFirst();
  }

  Optional<PosTemplate> template(String name) {
    return templates.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  Set<Integer> permissionIds() {
    Set<Integer> ids = new TreeSet<>();
    permissions.forEach(permission -> ids.add(permission.id()));
    return ids;
  }

  /** The roster's Access column: a template's name, {@code Custom} or {@code None} (12.1). */
  String accessName(PosGrants held, EmployeeSwitches switches) {
    if (held.grants().isEmpty()) {
      return "None";
    }
    List<PosTemplate> candidates = new ArrayList<>();
    if (switches.accessNamesChosenTemplate()) {
      template(held.chosenTemplate()).ifPresent(candidates::add);
    }
    candidates.addAll(templates);
    return candidates.stream()
        .filter(template -> template.matches(held, switches.accessIgnoresOverrides()))
        .findFirst()
        .map(PosTemplate::name)
        .orElse("Custom");
  }

  Catalogue with(Department changed) {
    List<Department> next = new ArrayList<>(departments);
    next.removeIf(department -> department.id() == changed.id());
    next.add(changed);
    return new Catalogue(next, permissions, templates);
  }

  Catalogue with(PosPermission added) {
    List<PosPermission> next = new ArrayList<>(permissions);
    next.removeIf(permission -> permission.id() == added.id());
    next.add(added);
    next.sort(Comparator.comparingInt(PosPermission::id));
    return new Catalogue(departments, next, templates);
  }

  Catalogue with(PosTemplate changed) {
    List<PosTemplate> next = new ArrayList<>(templates);
    next.removeIf(template -> template.id() == changed.id());
    next.add(changed);
    next.sort(Comparator.comparingInt(PosTemplate::id));
    return new Catalogue(departments, permissions, next);
  }

  Catalogue withoutTemplate(int id) {
    List<PosTemplate> next = new ArrayList<>(templates);
    next.removeIf(template -> template.id() == id);
    return new Catalogue(departments, permissions, next);
  }
}
