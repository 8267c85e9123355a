package dev.lanyard.activities.backoffice.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The roster (section 12). It does not show employees without a site that the bot may see, so a
 * missing row proves nothing (section 12.2).
 */
public final class RosterPage {

  private static final String PAGE = "roster";
  private static final String TABLE = "#main-column table.table-employees-list";
  private static final String FILTER = "#frm-employee-list-search";
  private static final String FILTER_SITES = "select[name=\"sites[]\"] option";

  /** The last one holds the links (section 12.1). */
  private static final int COLUMNS = 10;

  private static final String PAGER = "#main-column nav#pager-employees a[href]";
  private static final String NEXT = "pager-employees-next";

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
    List<RosterRow> rows = new ArrayList<>();
    for (Element body : Markup.inside(page.whole(TABLE))) {
      if (body.normalName().equals("tbody")) {
        for (Element row : Markup.inside(body)) {
          List<Element> cells = Markup.inside(row);
          if (isSomebody(cells)) {
            rows.add(row(page, row, cells));
          }
        }
      }
    }
    return new RosterPage(page, rows, siteCodes(page));
  }

  /**
   * Reads a roster of any length, row by row.
   *
   * @param each gets every row; see {@link LongList#read}
   * @return the page without its rows; {@link #parse} says whether it is whole
   */
  public static Document read(InputStream utf8, String path, Consumer<RosterRow> each)
      throws IOException {
    return LongList.read(
        utf8,
        path,
        Markup.compiled(TABLE + " > tbody > tr"),
        row -> {
          List<Element> cells = Markup.inside(row);
          if (isSomebody(cells)) {
            each.accept(row(Markup.of(row.ownerDocument(), PAGE), row, cells));
          }
        });
  }

  /** "None found" is told in one cell across the table (section 12.1). */
  private static boolean isSomebody(List<Element> cells) {
    return cells.size() != 1 || !cells.get(0).hasAttr("colspan");
  }

  private static RosterRow row(Markup page, Element row, List<Element> cells) {
    Element firstName = cell(page, cells, 0, "employees-col-first-name");
    Element lastName = cell(page, cells, 1, "employees-col-last-name");
    Element sites = cell(page, cells, 2, "employees-col-sites");
    Element template = cell(page, cells, 3, "employees-col-template");
    Element posUserId = cell(page, cells, 4, "employees-col-pos-user-id");
    Element departments = cell(page, cells, 5, "employees-col-departments");
    Element phone = cell(page, cells, 6, "employees-col-phone");
    Element wageType = cell(page, cells, 7, "employees-col-wage-type");
    Element active = cell(page, cells, 8, "employees-col-active");
    return new RosterRow(
        page.linkedId(cells.size() == COLUMNS ? cells.get(COLUMNS - 1) : row),
        Markup.name(firstName),
        Markup.name(lastName),
        Markup.text(posUserId),
        codes(Markup.text(sites)),
        Markup.text(template),
        texts(Markup.below(departments, "li")),
        Markup.digits(Markup.text(phone)),
        Markup.below(active, "i").stream().anyMatch(icon -> icon.hasClass("fa-check")),
        Markup.text(wageType));
  }

  /**
   * The cell of this class, looked for at its usual place first (section 12.1).
   *
   * @param usual its place in the row, from 0
   */
  private static Element cell(Markup page, List<Element> cells, int usual, String name) {
    if (usual < cells.size() && Markup.isOfClass(cells.get(usual), name)) {
      return cells.get(usual);
    }
    return cells.stream()
        .filter(cell -> cell.hasClass(name))
        .findFirst()
        .orElseThrow(() -> page.changed("td." + name + " is missing"));
  }

  private static List<String> texts(List<Element> elements) {
    List<String> texts = new ArrayList<>(elements.size());
    for (Element element : elements) {
      texts.add(Markup.text(element));
    }
    return texts;
  }

  private static List<String> codes(String text) {
    List<String> codes = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      String code = text.substring(from, to).strip();
      if (!code.isEmpty()) {
        codes.add(code);
      }
      from = to + 1;
    }
    return codes;
  }

  private static Map<Integer, String> siteCodes(Markup page) {
    Map<Integer, String> codes = new LinkedHashMap<>();
    // The filter stands before the table, so the rows need not be searched for it.
    Element filter = page.root().selectFirst(Markup.compiled(FILTER));
    if (filter == null) {
      return codes;
    }
    for (Element option : page.within(filter).all(FILTER_SITES)) {
      if (!option.attr("value").isBlank()) {
        codes.put(page.number(option.attr("value"), "a site's value"), option.text().strip());
      }
    }
    return codes;
  }

  /** Addresses as the pager spells them, any of which may be of any shape (section 12.3). */
  public List<String> pagerLinks() {
    return page.all(PAGER).stream().map(link -> link.attr("href")).toList();
  }

  /**
   * Where the pager's own "next" leads; empty on the last page.
   *
   * @throws PageTruncated when the page ended before its pager could have come
   */
  public Optional<String> nextLink() {
    Optional<String> next =
        page.all(PAGER).stream()
            .filter(link -> link.id().equals(NEXT))
            .map(link -> link.attr("href"))
            .findFirst();
    if (next.isEmpty()) {
      page.whole("#main-column");
    }
    return next;
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
