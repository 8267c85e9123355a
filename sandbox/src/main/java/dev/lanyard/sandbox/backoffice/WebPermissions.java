package dev.lanyard.sandbox.backoffice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The 105 tokens and five templates of the user permission page (section 13.3); mostly invented.
 */
final class WebPermissions {
  private static final List<String> SUBJECTS =
      List.of(
          "employee",
          "user",
          "site",
          "report",
          "customer",
          "item",
          "discount",
          "giftcard",
          "account",
          "washbook",
          "timesheet",
          "compensation",
          "department",
          "permission",
          "inventory",
          "vendor",
          "tax",
          "terminal",
          "schedule",
          "bulletin",
          "export");
  private static final List<String> ACTIONS = List.of("read", "write", "delete", "list", "audit");

  /** Template options by id, in page order; names as captured. */
  record Template(int id, String name, List<String> tokens) {}

  private WebPermissions() {}

  static List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    for (String subject : SUBJECTS) {
      for (String action : ACTIONS) {
        tokens.add(subject + "." + action);
      }
    }
    return tokens;
  }

  static List<Template> templates() {
    Map<Integer, String> names = new LinkedHashMap<>();
    names.put(1, "Administrator");
    names.put(42, "General Manager");
    names.put(3, "General User");
    names.put(2, "Manager");
    names.put(43, "Shift Leader");
    List<String> all = tokens();
    Map<Integer, Integer> sizes = Map.of(1, all.size(), 42, 80, 2, 60, 43, 30, 3, 5);
    return names.entrySet().stream()
        .map(
            entry ->
                new Template(
                    entry.getKey(), entry.getValue(), all.subList(0, sizes.get(entry.getKey()))))
        .toList();
  }
}
