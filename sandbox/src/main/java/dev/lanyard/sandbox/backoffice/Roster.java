package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.backoffice.RosterSwitches.EmptyRoster;
import dev.lanyard.sandbox.backoffice.RosterSwitches.FilterCombination;
import dev.lanyard.sandbox.backoffice.RosterSwitches.LimitAboveCeiling;
import dev.lanyard.sandbox.backoffice.RosterSwitches.PosUserIdFilter;
import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The employee list: filters, order and pages on the server (section 12). */
final class Roster {
  private static final int ROWS = 25; // section 12.3, live

  /** Links before and behind the page; guessed, eight pages in all were captured. */
  private static final int PAGER = 10;

  /** The white space that brings a row to about 4 KB (section 15). */
  private static final String PAD = ("\n" + " ".repeat(79)).repeat(7);

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("MMM dd, uuuu HH:mm:ss zzz", Locale.US);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SiteTree visible;
  private final Catalogue catalogue;
  private final BackofficeSwitches switches;
  private final RosterSwitches reading;
  private final Fields query;
  private final Set<Long> sites;
  private final String active;
  private final boolean byLastName;
  private final boolean descending;
  private final List<Predicate<Profile>> filters;
  private final DateTimeFormatter local;

  Roster(SiteTree visible, Catalogue catalogue, BackofficeSwitches switches, Fields query) {
    this.visible = visible;
    this.catalogue = catalogue;
    this.switches = switches;
    this.reading = switches.roster();
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
    this.filters = filters();
    this.local = LOCAL.withZone(switches.page().tenantZone());
  }

  /**
   * @param path the page's number, counted from 1; 0 when the address has none; a page past the end
   *     is empty
   */
  Part content(Stream<Employee> everyone, int path, Alerts alerts) {
    List<Employee> found = everyone.filter(this::matches).sorted(order()).toList();
    int page = Math.max(1, path);
    int rows = rowsAPage(path);
    int pages = Math.max(1, (found.size() + rows - 1) / rows);
    int from = (int) Math.min((page - 1L) * rows, found.size());
    List<Employee> shown = found.subList(from, (int) Math.min((long) from + rows, found.size()));
    // Rows are made while they are sent: the whole roster never stands in memory as text.
    Iterable<Map<String, Object>> lines = () -> shown.stream().map(this::row).iterator();
    Map<String, Object> values = alerts.values();
    values.putAll(
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
            Map.entry("rows", lines),
            Map.entry("hasTable", !bare(shown, EmptyRoster.NO_TABLE)),
            Map.entry("pad", switches.page().bulkyNavigation() ? PAD : ""),
            Map.entry("isEmpty", bare(shown, EmptyRoster.ROW)),
            Map.entry("hasPager", pages > 1 || page > 1),
            Map.entry(
                "pages",
                IntStream.rangeClosed(Math.max(1, page - PAGER), Math.min(pages, page + PAGER))
                    .mapToObj(n -> link(n, page))
                    .toList()),
            Map.entry("next", page < pages ? here(page + 1) : "")));
    return Layout.part("roster", values);
  }

  private boolean bare(List<Employee> shown, EmptyRoster shows) {
    return shown.isEmpty() && reading.emptyRoster() == shows;
  }

  private int rowsAPage(int path) {
    String limit = query.text("limit");
    if (!limit.matches("[1-9][0-9]{0,6}") || (path > 0 && !reading.limitWithPages())) {
      return ROWS;
    }
    int asked = Integer.parseInt(limit);
    if (reading.limitCeiling() == 0 || asked <= reading.limitCeiling()) {
      return asked;
    }
    return reading.limitAboveCeiling() == LimitAboveCeiling.CAPPED ? reading.limitCeiling() : ROWS;
  }

  private boolean matches(Employee employee) {
    return (active.equals("all") || employee.active() == active.equals("active"))
        && (filters.isEmpty()
            || (reading.filterCombination() == FilterCombination.OR
                ? filters.stream().anyMatch(filter -> filter.test(employee.profile()))
                : filters.stream().allMatch(filter -> filter.test(employee.profile()))))
        && isAtOneOfTheSites(employee.access());
  }

  /** No site, no row: section 12.2. */
  private boolean isAtOneOfTheSites(Access access) {
    if (access.isNowhere()) {
      return reading.sitelessVisible();
    }
    Access resolved = access.resolved(visible);
    for (long site : sites) {
      if (resolved.includes(site)) {
        return true;
      }
    }
    return false;
  }

  private List<Predicate<Profile>> filters() {
    List<Predicate<Profile>> filters = new ArrayList<>();
    String first = query.text("first_name");
    if (!first.isEmpty()) {
      filters.add(profile -> nameMatches(profile.firstName(), first));
    }
    String last = query.text("last_name");
    if (!last.isEmpty()) {
      filters.add(profile -> nameMatches(profile.lastName(), last));
    }
    String posUserId = query.text("posUserId");
    if (!posUserId.isEmpty()) {
      filters.add(
          profile -> {
            String held = Long.toString(profile.posUserId());
            return reading.posUserIdFilter() == PosUserIdFilter.PREFIX
                ? held.startsWith(posUserId)
                : held.equals(posUserId);
          });
    }
    return filters;
  }

  private boolean nameMatches(String name, String asked) {
    return switch (reading.nameFilter()) {
      case PREFIX -> name.regionMatches(true, 0, asked, 0, asked.length());
      case PREFIX_WITH_CASE -> name.startsWith(asked);
      case CONTAINS -> name.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT));
    };
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
    Access access = employee.access().resolved(visible);
    return Map.ofEntries(
        Map.entry("id", employee.id()),
        Map.entry("firstName", profile.firstName()),
        Map.entry("lastName", profile.lastName()),
        Map.entry(
            "siteCodes",
            visible.sites().stream()
                .filter(site -> access.includes(site.id()))
                .map(SiteTree.Site::shortCode)
                .collect(Collectors.joining(",\n     "))),
        Map.entry("accessName", catalogue.accessName(employee.grants(), switches.employee())),
        Map.entry("posUserId", profile.posUserId()),
        Map.entry("departments", catalogue.labels(profile.departments())),
        Map.entry("hasPhone", !profile.phone().isEmpty()),
        Map.entry("phone", profile.phone()),
        Map.entry(
            "wageType",
            employee
                .latestWage()
                .map(wage -> wage.hourly() ? "Hourly" : switches.wage().salaryType())
                .orElse("")),
        Map.entry("active", employee.active()),
        Map.entry("inactiveIcon", reading.inactiveIcon()),
        Map.entry("dateReplace", local.format(employee.activeChanged())),
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
