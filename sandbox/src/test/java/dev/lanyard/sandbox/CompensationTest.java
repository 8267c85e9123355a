package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wages (protocol section 11). */
class CompensationTest {
  private Sandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    browser = Browser.loggedIn(sandbox);
    browser.post("/employee/insert", Jane.atWash37135().pairs());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Browser.Page raise(String rate, String date) throws IOException {
    return browser.post(
        "/employee/compensation/update",
        "employeeId",
        "413",
        "wage[effectiveDate]",
        date,
        "wage[isHourly]",
        "1",
        "wage[regularRate]",
        rate,
        "wage[isOvertimeEligible]",
        "1",
        "wage[overtimeRate]",
        "1600.50");
  }

  private Document history() throws IOException {
    return browser.get("/employee/compensation/413").document();
  }

  @Test
  void firstWageStartsWithTheEmployeeAndTheNextMayStartADayLater() throws IOException {
    Document page = history();
    assertThat(page.expectFirst("h1#page-title").text()).isEqualTo("Compensation for Jane Doe");
    assertThat(page.select(".employee-compensation-col-effective-date").eachText())
        .containsExactly("05/01/2026");
    assertThat(page.expectFirst("#wage-effective-date").attr("data-pickadate-min"))
        .isEqualTo("05/02/2026");
    assertThat(page.select("#employee-compensation-salary-wage-site option").eachAttr("value"))
        .containsExactly("", "101");
  }

  @Test
  void newWageClosesItsPredecessorAndStandsOnTop() throws IOException {
    assertThat(raise("1067.00", "06/01/2026").status()).isEqualTo(302);
    Document page = history();
    assertThat(page.select("td.employee-compensation-col-wage").eachText())
        .containsExactly("$1,067.00/hr", "$15.50/hr");
    assertThat(page.select("td.employee-compensation-col-overtime-rate").eachText())
        .containsExactly("$1,600.50/hr", "$23.25/hr");
    assertThat(page.select("td.employee-compensation-col-end-date"))
        .extracting(Element::text)
        .containsExactly("", "06/01/2026");
    assertThat(page.select("td.employee-compensation-col-overtime-eligible i.fa-check")).hasSize(2);
  }

  @Test
  void wageOnTheDayOfTheLatestIsSilentlyIgnored() throws IOException {
    Browser.Page answer = raise("20.00", "05/01/2026");
    assertThat(answer.location()).isEqualTo("/employee");
    assertThat(history().select("td.employee-compensation-col-wage").eachText())
        .containsExactly("$15.50/hr");
  }

  @Test
  void earlyWageMayBeRefusedInstead() throws IOException {
    browser.postJson("/_sandbox/settings", "{\"earlyWage\":\"reject\"}");
    Browser.Page answer = raise("20.00", "05/01/2026");
    assertThat(answer.location()).startsWith("/employee/compensation/413?actionXfer=");
    assertThat(browser.get(answer.location()).messages()).hasSize(1);
    assertThat(history().select("td.employee-compensation-col-wage")).hasSize(1);
  }

  @Test
  void everyProblemOfAWageIsToldAtOnce() throws IOException {
    Browser.Page answer =
        browser.post(
            "/employee/compensation/update",
            "employeeId",
            "413",
            "wage[regularRate]",
            "-1",
            "wage[isOvertimeEligible]",
            "1");
    assertThat(browser.get(answer.location()).messages())
        .containsExactly(
            "Wage must be a number which is no less than 0.",
            "Overtime Rate must be a number which is no less than 0.",
            "Effective Date must be a valid date.");
  }
}
