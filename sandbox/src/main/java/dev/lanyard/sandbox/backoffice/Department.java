package dev.lanyard.sandbox.backoffice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tenant's departments (section 10). */
enum Department {
  CASHIER(1, "Cashier"),
  LINE(2, "Line"),
  GREETER(3, "Greeter"),
  MANAGEMENT(4, "Management");

  private final int id;
  private final String label;

  Department(int id, String label) {
    this.id = id;
    this.label = label;
  }

  int id() {
    return id;
  }

  String label() {
    return label;
  }

  /** Nothing for an unknown id: PHP drops a choice that is none. */
  static Optional<Department> of(String id) {
    return Arrays.stream(values())
        .filter(department -> Integer.toString(department.id).equals(id))
        .findFirst();
  }

  /** As selects carry them: by label, so that ids are unordered (section 7.1). */
  static List<Department> byLabel() {
    return Arrays.stream(values()).sorted(Comparator.comparing(Department::label)).toList();
  }
}
