package dev.lanyard.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured is what it says it is. */
class PagesToValuesTest {

  private final PagesToValues measured = new PagesToValues();

  @Test
  void theRosterBecomesOneRowForEachEmployee() throws Exception {
    PagesToValues.Roster roster = new PagesToValues.Roster();
    roster.employees = 500;
    roster.fetch();
    assertThat(measured.rosterToValues(roster)).hasSize(500);
    assertThat(measured.rosterBare(roster).select("tbody tr")).hasSizeGreaterThanOrEqualTo(500);
  }

  @Test
  void theEditPageBecomesItsForm() throws Exception {
    PagesToValues.Edit edit = new PagesToValues.Edit();
    edit.fetch();
    assertThat(measured.editToFormEntries(edit).value("employee[id]")).hasValue("401");
    assertThat(measured.editBare(edit).title()).contains("Edit");
  }

  @Test
  void theBlankFormBecomesItsSites() throws Exception {
    PagesToValues.Create create = new PagesToValues.Create();
    create.fetch();
    assertThat(measured.createToSitesTree(create).sites()).hasSizeGreaterThan(1);
    assertThat(measured.createBare(create).title()).contains("Create");
  }
}
