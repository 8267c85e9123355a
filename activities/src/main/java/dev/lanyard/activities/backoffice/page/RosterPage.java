package dev.lanyard.activities.backoffice.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The roster (section 12). It does not show employees without a site that the bot may see, so a
 * missing row proves nothing (section 12.2).
 */
public final class RosterPage {

  private static final String PAGE = "roster";
  private static final String TABLE = "#main-column table.table-employees-list";
  private static final String FILTER_SITES =
      "#frm-employee-list-search select[name=\"sites[]\"] option";
  private static final Pattern COMMA = Pattern.compile(",");

  private final Markup page;
  private final List<RosterRow> rows;
  private final Map<Integer, String> siteCodes;

  private RosterPage(Markup page, List<RosterRow> rows, Map<Integer, String> siteCodes) {
    this.page = page;
    this.rows = List.copyOf(rows);
    this.siteCodes = siteCodes;
  }

  public static RosterPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    List<RosterRow> rows =
        page.whole(TABLE).select("tbody > tr").stream()
            .filter(row -> row.selectFirst("td[colspan]") == null)
            .map(row -> row(page.within(row), row))
            .toList();
    return new RosterPage(page, rows, siteCodes(page));
  }

  private static RosterRow row(Markup cells, Element row) {
    return new RosterRow(
        cells.linkedId(row),
        Markup.name(cells.one("td.employees-col-first-name")),
        Markup.name(cells.one("td.employees-col-last-name")),
        cells.one("td.employees-col-pos-user-id").text().strip(),
        codes(cells.one("td.employees-col-sites").text()),
        cells.one("td.employees-col-template").text().strip(),
        cells.one("td.employees-col-departments").select("li").eachText(),
        Markup.digits(cells.one("td.employees-col-phone").text()),
        cells.one("td.employees-col-active").selectFirst("i.fa-check") != null);
  }

  private static List<String> codes(String text) {
    return COMMA.splitAsStream(text).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  private static Map<Integer, String> siteCodes(Markup page) {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (Element option : page.all(FILTER_SITES)) {
      if (!option.attr("value").isBlank()) {
        codes.put(page.number(option.attr("value"), "a site's value"), option.text().strip());
      }
    }
    return codes;
  }

  public List<RosterRow> rows() {
    return rows;
  }

  /** Exact compare, since the filter may be a prefix one. */
  public Optional<RosterRow> row(int posUserId) {
    List<RosterRow> found =
        rows.stream().filter(row -> row.posUserId().equals(Integer.toString(posUserId))).toList();
    if (found.size() > 1) {
      throw page.changed("POS user ID " + posUserId + " has " + found.size() + " rows");
    }
    return found.stream().findFirst();
  }

  /** Short codes by site id, from the filter; empty when the filter does not list them. */
  public Map<Integer, String> siteCodes() {
    return siteCodes;
  }
}
