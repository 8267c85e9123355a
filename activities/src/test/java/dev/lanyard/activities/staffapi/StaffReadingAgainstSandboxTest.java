package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.assertFinal;
import static dev.lanyard.activities.staffapi.Fixtures.assertRetried;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffReadingAgainstSandboxTest {

  private RunningSandbox sandbox;
  private StaffReadingActivitiesImpl reading;

  @BeforeEach
  void start() throws IOException {
    sandbox = new RunningSandbox();
    reading = new StaffReadingActivitiesImpl(sandbox.connect(sandbox.settings()));
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(sandbox.writes()).isEmpty();
    sandbox.close();
  }

  @Test
  void everybodyIsListedWithTheAdministrators() {
    StaffList all = reading.list(question(null, false));

    assertThat(all.members()).extracting(StaffList.Row::id).containsExactly(451L, 452L, 453L);
    assertThat(all.members().get(0))
        .isEqualTo(
            new StaffList.Row(
                451,
                "Robin",
                "Owner",
                Optional.of("robin.owner@example.test"),
                Optional.empty(),
                true));
    assertThat(all.members().get(1).admin()).isFalse();
    assertThat(reading.list(question(null, true)).members())
        .extracting(StaffList.Row::id)
        .containsExactly(451L);
  }

  @Test
  void nameIsAFirstALastOrBothAndAStarMeansTheBeginning() {
    for (String name : List.of("robin owner", "Owner", " Robin ", "rob*", "Robin Ow*")) {
      assertThat(reading.list(StaffListQuestion.called(name)).members())
          .as(name)
          .extracting(StaffList.Row::id)
          .containsExactly(451L);
    }
    assertThat(reading.list(StaffListQuestion.called("Rob")).members()).isEmpty();
  }

  @Test
  void siteIsAskedForByNameByIdAndByTheBackofficeName() {
    // Fixtures map Backoffice's Pine Wash to the staff API's Creek Wash.
    sandbox.settings(Map.of("listsLackEmailAndCode", true));
    for (String name : List.of("Canyon Wash", "924")) {
      StaffList at = reading.list(question(name, false));
      assertThat(at.site()).contains("Canyon Wash");
      assertThat(at.members()).extracting(StaffList.Row::id).containsExactly(451L, 453L);
    }
    assertThat(reading.list(question("Pine Wash", false)).site()).contains("Creek Wash");
  }

  @Test
  void unknownSiteIsRefusedBeforeAnybodyIsAskedFor() {
    assertThat(
            assertFinal(FailureTypes.INPUT_REFUSED, () -> reading.list(question("Nowhere", false)))
                .getOriginalMessage())
        .contains("site \"Nowhere\" is none of the staff API's 7 sites");
    assertThat(sandbox.requests()).containsExactly("GET /v1/companies/5678/sites.json 200");
  }

  @Test
  void listOfASiteGoesOnWhereARateLimitHadStoppedIt() {
    sandbox.fault(
        Map.of(
            "system", "staff-api",
            "method", "GET",
            "path", "/v1/companies/5678/staff/453/sites.json",
            "kind", "status",
            "status", 429));

    ApplicationFailure limited =
        assertRetried(
            FailureTypes.RATE_LIMITED, () -> reading.list(question("Canyon Wash", false)));
    sandbox.clock.waited(limited.getNextRetryDelay());
    assertThat(reading.list(question("Canyon Wash", false)).members()).hasSize(2);

    assertThat(sandbox.requests())
        .filteredOn(request -> request.contains("/staff/45") && request.endsWith(" 200"))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void memberIsShownWithSitesPermissionsAndAddresses() {
    StaffMemberView dana = reading.show(byId(452)).members().get(0);

    assertThat(dana.emails()).containsExactly("dana.example@example.test");
    assertThat(dana.sites())
        .containsExactly(new StaffSite(921, "Wash 37135"), new StaffSite(922, "Harbor Wash"));
    assertThat(dana.permissions())
        .contains(new StaffMemberView.Permission("FinishSale", "Finish Sale", "Point of Sale"))
        .hasSize(6);
    assertThat(dana.phone()).contains("+1 555 010 0452");
    assertThat(dana.createdAt()).contains("2025-02-03T15:00:00+00:00");
    assertThat(dana.addresses()).isEmpty();
    assertThat(reading.show(byEmail("DANA.example@Example.test")).members()).containsExactly(dana);
  }

  @Test
  void nobodyIsNobody() {
    assertThat(reading.show(byId(999)).members()).isEmpty();
    assertThat(reading.show(byEmail("nobody@example.com")).members()).isEmpty();
  }

  private static StaffListQuestion question(String site, boolean admins) {
    return new StaffListQuestion(Optional.ofNullable(site), admins);
  }

  private static StaffMemberQuestion byId(long id) {
    return new StaffMemberQuestion(Optional.of(id), Optional.empty());
  }

  private static StaffMemberQuestion byEmail(String email) {
    return new StaffMemberQuestion(Optional.empty(), Optional.of(email));
  }
}
