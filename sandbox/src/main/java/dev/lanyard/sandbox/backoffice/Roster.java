package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The employee list: filters, order and pages on the server (section 12). */
final class Roster {
  private static final int ROWS = 25; // section 12.3, live

  /** The tenant's zone is unknown; the captured rows were in Eastern time. */
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("MMM dd, uuuu HH:mm:ss zzz", Locale.US).withZone(ZONE);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SiteTree visible;
  private final BackofficeSwitches switches;
  private final Fields query;
  private final Set<Long> sites;
  private final String active;
  private final boolean byLastName;
  private final boolean descending;

  Roster(SiteTree visible, BackofficeSwitches switches, Fields query) {
    this.visible = visible;
    this.switches = switches;
    this.query = query;
    Set<String> asked = new HashSet<>(query.list("sites"));
    this.sites =
        visible.sites().stream()
            .map(SiteTree.Site::id)
            .filter(id -> asked.isEmpty() || asked.contains(Long.toString(id)))
            .collect(Collectors.toSet());
    String status = query.text("active");
    this.active = Set.of("all", "inactive").contains(status) ? status : "active";
    this.byLastName = query.text("sort_type").equals("last_name");
    this.descending = query.text("sort_dir").equals("-1");
  }

  /**
   * @param page counted from 1; a page past the end is empty
   */
  String content(Stream<Employee> everyone, int page) {
    List<Employee> found = everyone.filter(this::matches).sorted(order()).toList();
    int rows = rowsAPage();
    int pages = Math.max(1, (found.size() + rows - 1) / rows);
    long from = (page - 1L) * rows;
    List<Employee> shown = found.stream().skip(from).limit(rows).toList();
    return Layout.fill(
        "roster",
        Map.ofEntries(
            Map.entry("sortType", byLastName ? "last_name" : "first_name"),
            Map.entry("sortDir", descending ? "-1" : "1"),
            Map.entry("sites", visible.sites().stream().map(this::siteOption).toList()),
            Map.entry("firstName", query.text("first_name")),
            Map.entry("lastName", query.text("last_name")),
            Map.entry("posUserId", query.text("posUserId")),
            Map.entry(
                "statuses",
                Stream.of("all", "active", "inactive")
                    .map(status -> Map.of("value", status, "selected", status.equals(active)))
                    .toList()),
            Map.entry("sortFirst", href(1, "first_name", descending)),
            Map.entry("sortLast", href(1, "last_name", descending)),
            Map.entry("rows", shown.stream().map(this::row).toList()),
            Map.entry("isEmpty", shown.isEmpty()),
            Map.entry("hasPager", pages > 1 || page > 1),
            Map.entry(
                "pages", IntStream.rangeClosed(1, pages).mapToObj(n -> link(n, page)).toList()),
            Map.entry("next", page < pages ? here(page + 1) : "")));
  }

  private int rowsAPage() {
    String limit = query.text("limit");
    return limit.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(limit) : ROWS;
  }

  private boolean matches(Employee employee) {
    Profile profile = employee.profile();
    String posUserId = query.text("posUserId");
    return (active.equals("all") || employee.active() == active.equals("active"))
        && sites.stream().anyMatch(employee.access()::includes) // no site, no row: section 12.2
        && startsWith(profile.firstName(), query.text("first_name"))
        && startsWith(profile.lastName(), query.text("last_name"))
        && (posUserId.isEmpty() || posUserId.equals(Long.toString(profile.posUserId())));
  }

  private static boolean startsWith(String name, String prefix) {
    return name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  private Comparator<Employee> order() {
    Comparator<Employee> byFirst =
        Comparator.comparing(
            employee -> employee.profile().firstName(), String.CASE_INSENSITIVE_ORDER);
    Comparator<Employee> byLast =
        Comparator.comparing(
            employee -> employee.profile().lastName(), String.CASE_INSENSITIVE_ORDER);
    Comparator<Employee> order =
        (byLastName ? byLast.thenComparing(byFirst) : byFirst.thenComparing(byLast))
            .thenComparingLong(Employee::id);
    return descending ? order.reversed() : order;
  }

  private Map<String, Object> siteOption(SiteTree.Site site) {
    return Map.of(
        "siteId", site.id(),
        "shortCode", site.shortCode(),
        "selected", sites.contains(site.id()));
  }

  private Map<String, Object> row(Employee employee) {
    Profile profile = employee.profile();
    return Map.ofEntries(
        Map.entry("id", employee.id()),
        Map.entry("firstName", profile.firstName()),
        Map.entry("lastName", profile.lastName()),
        Map.entry(
            "siteCodes",
            visible.sites().stream()
                .filter(site -> employee.access().includes(site.id()))
                .map(SiteTree.Site::shortCode)
                .collect(Collectors.joining(",\n     "))),
        Map.entry("accessName", employee.grants().accessName(switches.accessNamesChosenTemplate())),
        Map.entry("posUserId", profile.posUserId()),
        Map.entry("departments", profile.departments().stream().map(Department::label).toList()),
        Map.entry("hasPhone", !profile.phone().isEmpty()),
        Map.entry("phone", profile.phone()),
        Map.entry(
            "wageType",
            employee.latestWage().map(wage -> wage.hourly() ? "Hourly" : "Salary").orElse("")),
        Map.entry("active", employee.active()),
        Map.entry("dateReplace", LOCAL.format(employee.activeChanged())),
        Map.entry("dateUtc", UTC.format(employee.activeChanged())));
  }

  private Map<String, Object> link(int number, int current) {
    return Map.of("number", number, "href", here(number), "current", number == current);
  }

  private String here(int page) {
    return href(page, byLastName ? "last_name" : "first_name", descending);
  }

  /** As the captured pager spells it: the page in the path, every site in the query (12.3). */
  private String href(int page, String sortType, boolean down) {
    List<String> pairs = new ArrayList<>();
    pairs.add("sort_type=" + sortType);
    pairs.add("sort_dir=" + (down ? "-1" : "1"));
    pairs.add("active=" + active);
    int index = 0;
    for (SiteTree.Site site : visible.sites()) {
      if (sites.contains(site.id())) {
        pairs.add("sites%5B" + index++ + "%5D=" + site.id());
      }
    }
    for (String name : List.of("first_name", "last_name", "posUserId", "limit")) {
      if (!query.text(name).isEmpty()) {
        pairs.add(name + "=" + URLEncoder.encode(query.text(name), StandardCharsets.UTF_8));
      }
    }
    return "/employee/" + page + "?" + String.join("&", pairs);
  }
}
