package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dry runs of somebody who has access: the real worker on the sandbox, which writes nothing. */
class DryRunsOnSandboxTest {

  private HiringWorld world;

  @BeforeEach
  void hire() throws Exception {
    world = new HiringWorld("lanyard.policy.grace-period = 7d");
    world.hire(JANE, "hired", HiringWorld.jane());
    String run = WorkflowIds.onboarding(JANE, 1);
    world.decide(run, "approve");
    assertThat(world.result(run, OnboardingResult.class).outcome()).isEqualTo("done");
    world.untilPerson(JANE, person -> person.employed() && person.currentProcess().isEmpty());
    assertThat(world.backoffice.writes()).isNotEmpty();
    world.backoffice.forget();
    world.staffApi.forget();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void transferOffboardingLeaveAndChangeShowTheirPlansAndWriteNothing() {
    assertThat(
            plan(
                new TransferEvent(
                    "t1",
                    Instant.now(),
                    JANE,
                    new Transfer(
                        Optional.of(SiteChoice.of(List.of("Harbor Wash"))),
                        List.of(),
                        Optional.of("Shift Leader"),
                        Optional.of(new BigDecimal("18.25")),
                        Optional.empty(),
                        Optional.empty()))))
        .anyMatch(line -> line.startsWith("Backoffice sites: ") && line.contains("Harbor Wash"))
        .anyMatch(line -> line.startsWith("Wage: ") && line.contains("18.25"))
        .anyMatch(line -> line.startsWith("Approval: needs 1 of "));

    LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    assertThat(
            plan(
                new TerminationEvent(
                    "e2",
                    Instant.now(),
                    JANE,
                    new Termination(Optional.empty(), Optional.empty(), Optional.of(last), false))))
        .anyMatch(line -> line.matches("Backoffice: make employee \\d+ inactive .*12345.*"))
        .contains("Backoffice sites that are closed to it: Wash 37135", "Web users: none found")
        .anyMatch(line -> line.matches("Staff API: take all access of staff member \\d+"))
        .anyMatch(line -> line.startsWith("Access ends: the end of " + last + " in "))
        .contains("Afterwards: it can be undone for 7 days")
        .anyMatch(line -> line.startsWith("Approval: "));

    assertThat(plan(new LeaveEvent("l1", Instant.now(), JANE, new Leave(null, null))))
        .contains("Access ends: at once", "Afterwards: a return gives back exactly this");

    assertThat(
            plan(
                new ChangeEvent(
                    "c1",
                    Instant.now(),
                    JANE,
                    new PersonChange(
                        null, null, Optional.of("6155550000"), null, null, null, null, null))))
        .anyMatch(line -> line.contains("6155550000"));

    assertThat(world.backoffice.writes()).isEmpty();
    assertThat(world.staffApi.writes()).isEmpty();
  }

  private List<String> plan(HrEvent event) {
    int known = world.untilPerson(JANE, person -> true).events().size();
    world.hand(new DryRunEvent(event));
    EventRecord record =
        world.untilPerson(JANE, person -> person.events().size() > known).events().get(known);
    RunStatus status = world.until(WorkflowIds.dryRun(JANE), one -> true);
    assertThat(record.disposition()).as(record.reason()).isEqualTo(EventRecord.DRY_RUN);
    assertThat(record.reason()).as(status.problems().toString()).isEqualTo("no problem");
    assertThat(status.stage()).isEqualTo(Stages.PLANNED);
    return status.outline().orElseThrow().lines();
  }
}
