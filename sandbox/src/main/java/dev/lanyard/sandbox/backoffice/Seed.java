package dev.lanyard.sandbox.backoffice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Invented people. The same tree, number and seed give the same people. POS user ID 12345 and the
 * e-mail jane.doe@example.com stay free.
 */
final class Seed {
  private static final List<String> FIRST =
      List.of(
          "Alex", "Blair", "Casey", "Dana", "Emery", "Frankie", "Gray", "Harper", "Indigo", "Jo",
          "Kit", "Lee", "Morgan", "Noel", "Oakley", "Parker", "Quinn", "Riley", "Sam", "Taylor");
  private static final List<String> LAST =
      List.of(
          "Example",
          "Sample",
          "Placeholder",
          "Fixture",
          "Tester",
          "Specimen",
          "Mockley",
          "Dummer",
          "O'Sample",
          "Notreal",
          "Invent",
          "Fictive",
          "Madeup");
  private static final List<String> TEMPLATES =
      List.of("General User", "General User", "Cashier", "Shift Leader", "CSA", "Manager");

  private static final List<Integer> LINE = List.of(2);
  private static final List<Integer> GREETER = List.of(3);

  private final SiteTree tree;
  private final Catalogue catalogue = Catalogue.seeded();
  private final Random random;

  // One object for equal values: 50,000 people share a handful.
  private final Map<Set<Long>, Access> accesses = new HashMap<>();
  private final Map<String, PosGrants> grants = new HashMap<>();

  private Seed(SiteTree tree, long seed) {
    this.tree = tree;
    this.random = new Random(seed);
  }

  static Records.Content content(SiteTree tree, int employees, long seed) {
    Seed source = new Seed(tree, seed);
    List<Employee> people = new ArrayList<>();
    for (int index = 0; index < employees; index++) {
      people.add(source.employee(index));
    }
    return new Records.Content(tree, source.catalogue, people, users(people));
  }

  private Employee employee(int index) {
    boolean active = index % 6 != 5; // a few are disabled
    LocalDate start = LocalDate.of(2023, 1, 9).plusDays(random.nextInt(900));
    Access access =
        index == 0
            ? Access.EVERYWHERE
            : accesses.computeIfAbsent(sites(index % 4 == 3 ? 3 : 1), Access::only);
    String kind = index % 7 == 4 ? "Custom" : TEMPLATES.get(index % TEMPLATES.size());
    PosGrants held =
        grants.computeIfAbsent(
            kind,
            name ->
                catalogue
                    .template(name)
                    .map(PosGrants::of)
                    .orElseGet(() -> new PosGrants(Set.of(22, 25), Set.of(), null)));
    return new Employee(
        401 + index,
        341 + index,
        profile(index, start),
        active,
        instant(active ? start : start.plusDays(200)),
        access,
        held,
        List.of(wage(start)));
  }

  private Profile profile(int index, LocalDate start) {
    String first = FIRST.get(random.nextInt(FIRST.size()));
    String last = LAST.get((index + random.nextInt(3)) % LAST.size());
    String email =
        index % 2 == 0
            ? (first + "." + last.replace("'", "") + (401 + index) + "@example.test")
            : "";
    return new Profile(
        index % 5 == 2 ? first + " " : first, // the roster keeps blanks
        index % 8 == 6 ? " " + last : last,
        phone(index),
        index % 4 == 0 ? email : email.toLowerCase(Locale.ROOT), // mixed case, as captured
        index % 3 == 1 ? LINE : GREETER,
        start,
        70_001L + index,
        10_000L + random.nextInt(90_000),
        "",
        "",
        index % 3 == 0 ? "ADP" + (9000 + index) : "");
  }

  private static String phone(int index) {
    int number = 100 + index;
    String area = Integer.toString(555 + number / 10_000);
    String last = Integer.toString(10_000 + number % 10_000).substring(1);
    return switch (index % 4) {
      case 0 -> "(" + area + ") 010-" + last;
      case 1 -> area + "-010-" + last;
      case 2 -> area + "010" + last;
      default -> "";
    };
  }

  private Set<Long> sites(int count) {
    Set<Long> chosen = new TreeSet<>();
    while (chosen.size() < count) {
      chosen.add(tree.sites().get(random.nextInt(tree.sites().size())).id());
    }
    return chosen;
  }

  private Wage wage(LocalDate start) {
    BigDecimal rate = BigDecimal.valueOf(1400L + 25L * random.nextInt(30), 2);
    return new Wage(
        true,
        rate,
        true,
        rate.multiply(new BigDecimal("1.5")).setScale(2, RoundingMode.HALF_EVEN),
        null,
        start,
        null);
  }

  private static Instant instant(LocalDate date) {
    return date.atTime(LocalTime.of(13, 30, 10)).toInstant(ZoneOffset.UTC);
  }

  private static List<WebUser> users(List<Employee> people) {
    Set<String> everything = new TreeSet<>(WebPermissions.tokens());
    List<WebUser> users = new ArrayList<>();
    users.add(
        new WebUser(
            3_310_001,
            "lanyard.bot",
            "lanyard.bot@example.test",
            "Lanyard",
            "Bot",
            "",
            null,
            true,
            Access.EVERYWHERE,
            everything));
    if (!people.isEmpty()) {
      Employee linked = people.get(0);
      users.add(
          new WebUser(
              3_310_002,
              "first.manager",
              linked.profile().email(),
              linked.profile().firstName(),
              linked.profile().lastName(),
              linked.profile().phone(),
              linked.id(),
              true,
              Access.EVERYWHERE,
              new TreeSet<>(WebPermissions.templates().get(3).tokens())));
    }
    return users;
  }
}
