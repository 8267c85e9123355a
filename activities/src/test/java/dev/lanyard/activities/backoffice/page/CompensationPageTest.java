package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.form.FormPair;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompensationPageTest {

  private static CompensationPage page(String html) {
    return CompensationPage.parse(Markup.document(html, "/employee/compensation/501"));
  }

  private static CompensationPage page() {
    return page(PageFixture.html("compensation"));
  }

  @Test
  void theHistoryIsNewestFirstAndASalaryStaysAsItIsShown() {
    assertThat(page().employeeId()).isEqualTo(501);
    assertThat(page().history())
        .containsExactly(
            new WageRecord(
                Optional.of(new BigDecimal("1014.75")),
                Optional.empty(),
                true,
                Optional.of(new BigDecimal("1522.13")),
                LocalDate.of(2025, 7, 7),
                Optional.empty()),
            new WageRecord(
                Optional.empty(),
                Optional.of("$41,000.00 a year"),
                false,
                Optional.empty(),
                LocalDate.of(2025, 1, 2),
                Optional.of(LocalDate.of(2025, 7, 7))));
    assertThat(page().newest()).hasValueSatisfying(wage -> assertThat(wage.current()).isTrue());
    assertThat(page().newest().orElseThrow().toString()).doesNotContain("14.75");
    assertThat(page().earliest()).isEqualTo(LocalDate.of(2025, 7, 8));
    assertThat(page().wageSites()).isEqualTo(Map.of(101, "HARB"));
    assertThat(page().alerts()).isEmpty();
  }

  @Test
  void theOrderOfTheRowsIsNotTrusted() {
    String html = PageFixture.html("compensation");
    int second = html.indexOf("<tr><td", html.indexOf("<tr><td") + 1);
    int end = html.indexOf("</tbody>");
    int first = html.indexOf("<tr><td");
    String swapped =
        html.substring(0, first)
            + html.substring(second, end)
            + html.substring(first, second)
            + html.substring(end);
    assertThat(page(swapped).history()).isEqualTo(page().history());
  }

  @Test
  void theBlankFormIsWhatABrowserWouldSend() {
    assertThat(page().blank().pairs())
        .containsExactly(
            new FormPair("employeeId", "501"),
            new FormPair("wage[effectiveDate]", "04/13/2026"),
            new FormPair("wage[isHourly]", "1"),
            new FormPair("wage[regularRate]", ""),
            new FormPair("wage[salaryRate]", ""),
            new FormPair("wage[hoursPerWeek]", ""),
            new FormPair("wage[ignoreSalarySchedule]", "1"),
            new FormPair("wage[scheduleDay][0][startTime]", ""),
            new FormPair("wage[scheduleDay][0][endTime]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<tr><td colspan=\"6\"><h3>No wages found.</h3></td></tr>"})
  void somebodyWithoutWagesHasAnEmptyHistory(String rows) {
    String html =
        PageFixture.html("compensation")
            .replaceAll("(?s)<tbody>.*</tbody>", "<tbody>" + rows + "</tbody>");
    assertThat(page(html).history()).isEmpty();
    assertThat(page(html).newest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/employee/compensation/update | /employee/wages | form[action",
        "table-employee-compensation-history | wages | table.table-employee-compensation-history",
        "name=\"wage[effectiveDate]\" | name=\"wage[from]\" | wage[effectiveDate]",
        "name=\"wage[regularRate]\" | name=\"wage[rate]\" | wage[regularRate]",
        "name=\"wage[isOvertimeEligible]\" | name=\"x\" | wage[isOvertimeEligible]",
        "employee-compensation-col-wage\" | wage\" | employee-compensation-col-wage is missing",
        "$1,014.75/hr | $1,014.75/week | is not money",
        "fa-check | fa-question | neither yes nor no",
        "07/07/2025</td> | 2025-07-07</td> | is not a date",
      })
  void aPageThatLostSomethingSaysWhat(String from, String to, String named) {
    String html = PageFixture.html("compensation").replace(from, to);
    assertThatThrownBy(() -> page(html))
        .isInstanceOf(PageChanged.class)
        .hasMessageContaining("(/employee/compensation/501)")
        .hasMessageContaining(named);
  }

  @Test
  void withoutTheEarliestDateThePageIsReadableAndNoWageCanBePlanned() {
    CompensationPage page =
        page(PageFixture.html("compensation").replace("data-pickadate-min=\"07/08/2025\"", ""));
    assertThat(page.history()).hasSize(2);
    assertThatThrownBy(page::earliest)
        .isInstanceOf(PageChanged.class)
        .hasMessageContaining("data-pickadate-min of wage[effectiveDate] is not a date");
  }

  @Test
  void aPageThatEndsInsideTheHistoryIsTruncated() {
    String html = PageFixture.html("compensation");
    assertThatThrownBy(() -> page(html.substring(0, html.indexOf("Salary</td>"))))
        .isInstanceOf(PageTruncated.class);
  }
}
