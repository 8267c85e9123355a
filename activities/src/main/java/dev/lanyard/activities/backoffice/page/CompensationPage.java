package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.BrowserForm;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One employee's wages: the history, and the form that adds one to it (section 11). */
public final class CompensationPage {

  private static final String PAGE = "compensation page";
  private static final String FORM = "#main-column form[action$=\"/employee/compensation/update\"]";
  private static final String HISTORY = "#main-column table.table-employee-compensation-history";
  private static final String CELL = "td.employee-compensation-col-";
  private static final String EFFECTIVE = "wage[effectiveDate]";
  private static final String EARLIEST = "data-pickadate-min";
  private static final String WAGE_SITE = "wage[siteId]";
  private static final String OVERTIME = "wage[isOvertimeEligible]";
  private static final String OVERTIME_RATE = "wage[overtimeRate]";

  /** Section 11.1: {@code $1,234.56/hr}. */
  private static final Pattern MONEY = Pattern.compile("\\$(\\d{1,3}(?:,?\\d{3})*\\.\\d{2})/hr");

  private final Markup form;
  private final List<WageRecord> history;
  private final List<String> alerts;

  private CompensationPage(Markup form, List<WageRecord> history, List<String> alerts) {
    this.form = form;
    this.history = history;
    this.alerts = alerts;
  }

  public static CompensationPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    Markup form = page.within(page.whole(FORM));
    List.of("employeeId", EFFECTIVE, "wage[isHourly]", "wage[regularRate]", OVERTIME, OVERTIME_RATE)
        .forEach(form::named);
    // What stands there for somebody without wages is unknown: no row, or one across all columns.
    List<WageRecord> history =
        page.whole(HISTORY).select("tbody > tr").stream()
            .filter(row -> row.selectFirst("td[colspan]") == null)
            .map(row -> wage(page.within(row)))
            .sorted(Comparator.comparing(WageRecord::effective).reversed())
            .toList();
    return new CompensationPage(form, history, ServerAlerts.of(document));
  }

  private static WageRecord wage(Markup row) {
    boolean hourly = text(row, "wage-type").equalsIgnoreCase("Hourly");
    boolean eligible = eligible(row);
    return new WageRecord(
        hourly ? Optional.of(money(row, "wage")) : Optional.empty(),
        hourly ? Optional.empty() : Optional.of(text(row, "wage")),
        eligible,
        eligible ? Optional.of(money(row, "overtime-rate")) : Optional.empty(),
        date(row, text(row, "effective-date"), "an effective date"),
        Optional.of(text(row, "end-date"))
            .filter(text -> !text.isEmpty())
            .map(text -> date(row, text, "an end date")));
  }

  private static boolean eligible(Markup row) {
    Element cell = row.one(CELL + "overtime-eligible");
    boolean yes = cell.selectFirst("i.fa-check") != null;
    if (yes == (cell.selectFirst("i.fa-times") != null)) {
      throw row.changed("the icon of " + CELL + "overtime-eligible is neither yes nor no");
    }
    return yes;
  }

  private static BigDecimal money(Markup row, String column) {
    var matcher = MONEY.matcher(text(row, column));
    if (!matcher.matches()) {
      throw row.changed(CELL + column + " is not money like $14.75/hr");
    }
    return new BigDecimal(matcher.group(1).replace(",", ""));
  }

  private static LocalDate date(Markup markup, String text, String what) {
    try {
      return LocalDate.parse(text, EditPage.DATE);
    } catch (DateTimeParseException e) {
      throw markup.changed(what + " is not a date like 04/13/2026");
    }
  }

  private static String text(Markup row, String column) {
    return row.one(CELL + column).text().strip();
  }

  /** The internal id, which is not the POS user ID. */
  public int employeeId() {
    return form.number(form.value("employeeId"), "employeeId");
  }

  /** Newest first; none for somebody without wages. */
  public List<WageRecord> history() {
    return history;
  }

  public Optional<WageRecord> newest() {
    return history.stream().findFirst();
  }

  /**
   * The first date on which another wage may begin: the day after the newest one's, or the start
   * date of somebody without wages (section 11.3).
   */
  public LocalDate earliest() {
    String text = form.named(EFFECTIVE).attr(EARLIEST).strip();
    return date(form, text, EARLIEST + " of " + EFFECTIVE);
  }

  /** Short codes by id of the sites that a salary can be booked on: the employee's own. */
  public Map<Integer, String> wageSites() {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (Element option : form.named(WAGE_SITE).select("option")) {
      if (!option.attr("value").isBlank()) {
        codes.put(form.number(option.attr("value"), "a wage site's value"), option.text().strip());
      }
    }
    return codes;
  }

  /** The blank form as a browser would send it untouched: hourly, no overtime, no rate. */
  public FormEntries blank() {
    return BrowserForm.entries(form.root());
  }

  /**
   * The form for an hourly wage, as its script would leave it: without what belongs to a salary's
   * schedule (section 11.2).
   *
   * @param overtimeRate empty: not eligible, so that both names are left out (section 11.3)
   */
  public FormEntries hourly(
      BigDecimal rate, Optional<BigDecimal> overtimeRate, LocalDate effective) {
    FormEntries entries =
        blank()
            .replace(EFFECTIVE, EditPage.DATE.format(effective))
            .replace("wage[isHourly]", "1")
            .replace("wage[regularRate]", rate.toPlainString())
            .drop(OVERTIME)
            .drop(OVERTIME_RATE)
            .drop(WAGE_SITE);
    return overtimeRate
        .map(
            overtime ->
                entries.replace(OVERTIME, "1").replace(OVERTIME_RATE, overtime.toPlainString()))
        .orElse(entries);
  }

  /**
   * The form for a salary: never captured, so this is what the form's parts suggest (section 11.2).
   *
   * @param schedule labor site and times; each name must be on the page; none: own clock-ins
   */
  public FormEntries salaried(
      BigDecimal amount,
      Optional<BigDecimal> hoursPerWeek,
      FormEntries schedule,
      LocalDate effective) {
    FormEntries entries =
        blank()
            .replace(EFFECTIVE, EditPage.DATE.format(effective))
            .replace("wage[isHourly]", "0")
            .replace("wage[salaryRate]", amount.toPlainString())
            .replace("wage[hoursPerWeek]", hoursPerWeek.map(BigDecimal::toPlainString).orElse(""))
            .replace("wage[ignoreSalarySchedule]", schedule.pairs().isEmpty() ? "1" : "0")
            .drop("wage[regularRate]")
            .drop(OVERTIME)
            .drop(OVERTIME_RATE)
            .drop(WAGE_SITE);
    for (FormPair pair : schedule.pairs()) {
      form.named(pair.name());
      entries = entries.replace(pair.name(), pair.value());
    }
    return entries;
  }

  /** What the server has to complain of; belongs to the session's last write (section 4.1). */
  public List<String> alerts() {
    return alerts;
  }
}
