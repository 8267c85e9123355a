package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.CompensationPage;
import java.time.LocalDate;

/** On which days Backoffice lets another wage of somebody begin (section 11.3). */
final class WageDay {

  private WageDay() {}

  /** The wanted day, or the nearest that Backoffice takes instead. */
  static LocalDate taken(LocalDate wanted, CompensationPage page) {
    LocalDate earliest = page.earliest();
    return page.history().isEmpty() || wanted.isBefore(earliest) ? earliest : wanted;
  }

  /** Why not on the wanted day, and on which. */
  static String refusal(int employeeId, LocalDate wanted, CompensationPage page) {
    LocalDate earliest = page.earliest();
    return "The wage of employee "
        + employeeId
        + " cannot begin on "
        + wanted
        + ": Backoffice takes "
        + (page.history().isEmpty()
            ? "a first wage on " + earliest + " only"
            : "none before " + earliest)
        + ".";
  }
}
