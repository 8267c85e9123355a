package dev.lanyard.activities.backoffice.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a roster shows besides its rows (section 12): filters, pager, icons, zones. */
public final class RosterSurvey {

  private static final String FILTER = "#frm-employee-list-search";
  private static final List<String> FILTERS =
      List.of("sort_type", "sort_dir", "sites[]", "first_name", "last_name", "posUserId", "active");
  private static final String ROW = "#main-column table.table-employees-list tbody > tr";
  private static final String WAGE_TYPE = "td.employees-col-wage-type";
  private static final Pattern PAGE = Pattern.compile("/employee/(\\d{1,6})(?:\\?.*)?");
  private static final Pattern ZONE = Pattern.compile(".* ([A-Z]{1,5}|[+-]\\d{2}:?\\d{2})");

  private final Markup page;
  private final RosterPage roster;

  private RosterSurvey(Markup page, RosterPage roster) {
    this.page = page;
    this.roster = roster;
  }

  public static RosterSurvey parse(Document document) {
    Markup page = Markup.of(document, "roster");
    page.whole(FILTER);
    return new RosterSurvey(page, RosterPage.parse(document));
  }

  public RosterPage roster() {
    return roster;
  }

  /** Names of filters that section 12.2 has and this page lacks. */
  public List<String> missingFilters() {
    return FILTERS.stream()
        .filter(name -> page.all(FILTER + " [name=\"" + name + "\"]").isEmpty())
        .toList();
  }

  /** The highest page that the pager leads to; 1 without a pager. */
  public int pages() {
    return page.all("nav#pager-employees a[href]").stream()
        .map(link -> PAGE.matcher(link.attr("href")))
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .max()
        .orElse(1);
  }

  /** The icons' own class names in the column of the active flag, such as {@code fa-check}. */
  public Set<String> activeIcons() {
    return texts(
        ROW + " td.employees-col-active i",
        icon -> icon.classNames().stream().filter(n -> n.startsWith("fa-") && !n.equals("fa-lg")));
  }

  /** Such as {@code Hourly}. */
  public Set<String> wageTypes() {
    return texts(ROW + " " + WAGE_TYPE, cell -> Stream.of(cell.text().strip()));
  }

  /** Somebody whose wage is not by the hour: the internal id. */
  public Optional<Integer> somebodyWithoutHourlyWage() {
    return page.all(ROW + ":has(" + WAGE_TYPE + ")").stream()
        .filter(row -> !row.select(WAGE_TYPE).text().isBlank())
        .filter(row -> !row.select(WAGE_TYPE).text().strip().equalsIgnoreCase("Hourly"))
        .findFirst()
        .map(page::linkedId);
  }

  /** Abbreviations of the zone that times are shown in (section 12.1). */
  public Set<String> zones() {
    return texts(
        ROW + " td.employees-col-active[data-date-replace]",
        cell ->
            Stream.of(ZONE.matcher(cell.attr("data-date-replace").strip()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1)));
  }

  private Set<String> texts(String selector, Function<Element, Stream<String>> of) {
    return page.all(selector).stream()
        .flatMap(of)
        .filter(text -> !text.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
