package dev.lanyard.workflows.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonPageTest {

  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void pageTellsAccessRecordsWhatIsPlannedAndWhatBecameOfEachEvent() {
    PersonStatus person =
        new PersonStatus(
            JANE,
            new PersonLinks(Optional.of(PosUserId.of(12345)), Optional.of(413), Optional.of(454L)),
            true,
            Optional.empty(),
            Optional.of("onboarding/hr-10442/1"),
            "done",
            0,
            List.of(
                new EventRecord(
                    "e1",
                    "hire",
                    EventRecord.ACCEPTED,
                    "",
                    NOON,
                    Optional.of("onboarding/hr-10442/1")),
                new EventRecord("x|y", "hire", EventRecord.REFUSED, "is hired already", NOON)),
            List.of(new PlannedEvent("exit", "termination", NOON, NOON.minusSeconds(3600))),
            false,
            Optional.empty());

    assertThat(PersonPage.render(person, "").lines())
        .containsExactly(
            "**hr\\-10442 has access**",
            "",
            "POS user ID 12345, employee id 413, staff id 454",
            "",
            "Nothing runs. Last: onboarding/hr\\-10442/1, done",
            "",
            "| planned | takes effect | begins | id |",
            "|---|---|---|---|",
            "| termination | 2026\\-05\\-01T12:00:00Z | 2026\\-05\\-01T11:00:00Z | exit |",
            "",
            "| event | taken | what became of it | run |",
            "|---|---|---|---|",
            "| hire | 2026\\-05\\-01T12:00:00Z | accepted | onboarding/hr\\-10442/1 |",
            "| hire | 2026\\-05\\-01T12:00:00Z | refused: is hired already |  |");
    assertThat(PersonPage.render(person, "runs transfer/hr-10442/2"))
        .contains("Now: runs transfer/hr\\-10442/2")
        .doesNotContain("Nothing runs");
  }

  @Test
  void whoeverIsUnknownHasNoAccessAndNothingElse() {
    PersonStatus nobody =
        new PersonStatus(JANE, PersonLinks.NONE, false, null, null, "", 0, null, null, false, null);

    assertThat(PersonPage.render(nobody, "").lines())
        .containsExactly(
            "**hr\\-10442 has no access**", "", "No record is known.", "", "Nothing runs.");
  }
}
