package dev.lanyard.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pairs of a create form, as accepted live (protocol section 7.2), with values to change. */
final class Jane {
  private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

  private Jane() {}

  static Jane doe() {
    return new Jane()
        .and("employee[firstName]", "Jane")
        .and("employee[lastName]", "Doe")
        .and("employee[phone]", "6155551234")
        .and("employee[email]", "jane.doe@example.com")
        .and("employee[startDate]", "05/01/2026")
        .and("employee[departments][]", "3")
        .and("posCredential[POSLoginID]", "12345")
        .and("posCredential[POSLoginPassword]", "48213")
        .and("wage[isHourly]", "1")
        .and("wage[regularRate]", "15.50")
        .and("wage[overtimeRate]", "23.25")
        .and("wage[isOvertimeEligible]", "1")
        .and("wage[siteId]", "101");
  }

  /** With browser-style pairs for site 101 alone (section 6.5). */
  static Jane atWash37135() {
    return doe()
        .and("employee[disabledRegions][]", "2")
        .and("employee[disabledDistricts][]", "11")
        .and("employee[sites][101][siteId]", "101");
  }

  Jane and(String name, String value) {
    pairs.add(Map.entry(name, value));
    return this;
  }

  Jane with(String name, String value) {
    return without(name).and(name, value);
  }

  Jane without(String name) {
    pairs.removeIf(pair -> pair.getKey().equals(name));
    return this;
  }

  List<Map.Entry<String, String>> pairs() {
    return List.copyOf(pairs);
  }
}
