package dev.lanyard.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a permission POST (protocol section 9.3). */
final class PermissionMatrix {
  private PermissionMatrix() {}

  static List<Map.Entry<String, String>> granting(String employee, String template, int... ids) {
    List<Integer> granted = Arrays.stream(ids).boxed().collect(Collectors.toList());
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    pairs.add(Map.entry("employeeId", employee));
    pairs.add(Map.entry("templateId", template));
    pairs.add(Map.entry("hasActionApprovalAuthority", "0"));
    for (int id = 1; id <= 34; id++) {
      pairs.add(Map.entry("permissions[" + id + "][id]", Integer.toString(id)));
      pairs.add(Map.entry("permissions[" + id + "][label]", "label " + id));
      pairs.add(Map.entry("permissions[" + id + "][description]", ""));
      if (granted.contains(id)) {
        pairs.add(Map.entry("permissions[" + id + "][hasGrantAccess]", "1"));
      }
    }
    return pairs;
  }
}
