package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The wage block of the create and compensation forms (section 11.2). */
record WageForm(
    boolean hourly, String rate, boolean eligible, String overtimeRate, Optional<Long> siteId) {
  /** min 0, max 999999999.99, step 0.01. */
  private static final Pattern MONEY = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

  static WageForm submitted(Fields form, SiteTree tree) {
    boolean hourly = !form.text("wage[isHourly]").equals("0");
    return new WageForm(
        hourly,
        form.text(hourly ? "wage[regularRate]" : "wage[salaryRate]"),
        hourly && form.has("wage[isOvertimeEligible]"),
        form.text("wage[overtimeRate]"),
        tree.sites().stream()
            .map(SiteTree.Site::id)
            .filter(id -> form.text("wage[siteId]").equals(Long.toString(id)))
            .findFirst());
  }

  /** Texts never captured; shaped like those of section 4.2. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!MONEY.matcher(rate).matches()) {
      problems.add("Wage must be a number which is no less than 0.");
    }
    if (eligible && !MONEY.matcher(overtimeRate).matches()) {
      problems.add("Overtime Rate must be a number which is no less than 0.");
    }
    return problems;
  }

  /** Only after {@link #problems()} found none. */
  Wage starting(LocalDate effective) {
    return new Wage(
        hourly,
        new BigDecimal(rate),
        eligible,
        eligible ? new BigDecimal(overtimeRate) : null,
        siteId.orElse(null),
        effective,
        null);
  }
}
