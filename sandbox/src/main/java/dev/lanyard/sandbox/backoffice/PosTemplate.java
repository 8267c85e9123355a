package dev.lanyard.sandbox.backoffice;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A POS permission template: a preset of grants and overrides (section 9.2). */
record PosTemplate(int id, String name, Set<Integer> grants, Set<Integer> overrides) {
  private static final Pattern COMMA = Pattern.compile(",");

  private static final List<PosTemplate> CAPTURED =
      List.of(
          template(1, "Manager", "1-34", ""),
          template(2, "Cashier", "2-34", "2-4,6-9,24,28-34"),
          template(3, "General User", "22", ""),
          template(4, "General Manager", "1-34", ""),
          template(5, "Assistant Manager", "1-27,30-34", ""),
          template(6, "Shift Leader", "2,4,5,10-13,16-18,20,21,23,25,27,30-34", "18,33"),
          template(8, "CSA", "2,4,9-13,16-18,20,21,25,27,30-34", "4,17,18,30,31,33"));

  static List<PosTemplate> captured() {
    return CAPTURED;
  }

  private static PosTemplate template(int id, String name, String grants, String overrides) {
    return new PosTemplate(id, name, ids(grants), ids(overrides));
  }

  /** Reads {@code 2,4,10-13}. */
  private static Set<Integer> ids(String ranges) {
    return COMMA
        .splitAsStream(ranges)
        .filter(range -> !range.isEmpty())
        .flatMapToInt(
            range -> {
              int dash = range.indexOf('-');
              int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
              int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
              return IntStream.rangeClosed(from, to);
            })
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  PosTemplate {
    grants = Collections.unmodifiableSet(new TreeSet<>(grants));
    overrides = Collections.unmodifiableSet(new TreeSet<>(overrides));
  }

  boolean matches(PosGrants granted, boolean ignoringOverrides) {
    return grants.equals(granted.grants())
        && (ignoringOverrides || overrides.equals(granted.overrides()));
  }

  static String list(Set<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
