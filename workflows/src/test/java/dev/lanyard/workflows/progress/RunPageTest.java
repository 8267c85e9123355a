package dev.lanyard.workflows.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.BegunGrant;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunPageTest {

  private static final EmployeeNumber NUMBER = EmployeeNumber.of("hr-10442");
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  /** Would be a heading, a table cell, a formula, a link, HTML and a second line. */
  private static final String HOSTILE = "x\n# y | `z` $1$ [a](b) <img src=q>";

  private static final String HARMLESS =
      "x \\# y \\| \\`z\\` \\$1\\$ \\[a\\]\\(b\\) \\<img src=q\\>";

  @Test
  void emptyRunShowsHeadlineAndStageOnly() {
    RunStatus status =
        new RunStatus("onboarding", NUMBER, Stages.CHECKING, null, null, null, null, null, null);
    assertThat(RunPage.render("Jane Doe", status)).isEqualTo("**Jane Doe**  \nStage: **checking**");
  }

  @Test
  void foreignTextMakesNoMarkupAnywhere() {
    StepStatus step = new StepStatus("verify", StepStatus.DONE, NOON, Optional.empty(), HOSTILE);
    Finding finding = new Finding("CODE", "field", HOSTILE);
    OpenRequest request =
        new OpenRequest(
            "run-1",
            OpenRequest.APPROVAL,
            HOSTILE,
            List.of(HOSTILE),
            HOSTILE,
            List.of("approve"),
            NOON,
            Optional.of(NOON));
    RunStatus status =
        new RunStatus(
            "onboarding",
            NUMBER,
            Stages.AWAITING_APPROVAL,
            List.of(step),
            List.of(request),
            List.of(finding),
            List.of(finding),
            List.of(),
            Optional.of(plan(HOSTILE)));
    String page = RunPage.render(HOSTILE, status);
    assertThat(page)
        .contains(
            "**" + HARMLESS + "**  \n",
            "> **Awaiting " + HARMLESS + "** " + HARMLESS + "  \n",
            "> - " + HARMLESS + "\n",
            "**Problems**\n\n- " + HARMLESS + "\n",
            "**Warnings**\n\n- " + HARMLESS + "\n",
            "| verify | done | " + NOON + " | " + HARMLESS + " |\n",
            "create " + HARMLESS + " Doe")
        .doesNotContain("# y |", "$1$", "[a]", "`z`", "\n#", "\n\\#")
        .doesNotContainPattern("(?<!\\\\)<img");
  }

  @Test
  void openRequestSaysWhatToSendAndUntilWhen() {
    OpenRequest request =
        new OpenRequest(
            "run-1",
            OpenRequest.APPROVAL,
            "Grant this access?",
            List.of(),
            "managers",
            List.of("approve", "reject"),
            NOON,
            Optional.of(NOON));
    RunStatus status =
        new RunStatus(
            "onboarding", NUMBER, "x", null, List.of(request), null, null, null, Optional.empty());
    assertThat(RunPage.render("Jane Doe", status))
        .contains(
            "> `{\"requestId\":\"run-1\",\"choice\":\"approve\",\"by\":\"your name\"}`",
            "> `{\"requestId\":\"run-1\",\"choice\":\"reject\",\"by\":\"your name\"}`",
            "> Until 2026-05-01T12:00:00Z.");
  }

  @Test
  void requestThatNeedsSignaturesShowsTheCommandAndNoSignal() {
    OpenRequest request =
        new OpenRequest(
            "run-1",
            OpenRequest.APPROVAL,
            "Grant this access?",
            List.of(),
            "managers",
            List.of("approve"),
            NOON,
            Optional.empty(),
            Optional.of(
                new RequestTerms(
                    "a rule", 2, List.of("managers"), true, true, List.of("paul"), "d", 1, false)));
    RunStatus status =
        new RunStatus(
            "onboarding", NUMBER, "x", null, List.of(request), null, null, null, Optional.empty());
    assertThat(RunPage.render("Jane Doe", status))
        .contains(
            "Needs 2 of managers, signed, not the requester; so far: paul; reminded 1 time",
            "> `./lanyard approve hr-10442 --request run-1 --sign`")
        .doesNotContain("signal");
  }

  @Test
  void stepThatEndedShowsItsEnd() {
    StepStatus step =
        new StepStatus("verify", StepStatus.DONE, NOON, Optional.of(NOON.plusSeconds(60)), "");
    RunStatus status =
        new RunStatus("onboarding", NUMBER, "x", List.of(step), null, null, null, null, null);
    assertThat(RunPage.render("Jane Doe", status))
        .contains("| verify | done | 2026-05-01T12:01:00Z |  |");
  }

  @Test
  void planIsToldLineByLine() {
    assertThat(PlanText.lines(plan("Jane")))
        .containsExactly(
            "Backoffice: create Jane Doe, POS user ID 1042, from 2026-05-01",
            "Backoffice sites: Franklin, Nolensville",
            "Backoffice permissions: Greeter (2 granted, 1 with approval)",
            "Backoffice departments: Greeter, Loader",
            "Wage: 15.50 USD an hour, overtime 23.25 USD, at Franklin",
            "Staff API: create, and invite jane@example.com",
            "Staff API sites: Franklin Wash",
            "Staff API permissions: wash.read, wash.write",
            "Access opens: 2026-05-01T05:00:00Z (America/Chicago)");
  }

  @Test
  void whatAHireSaysBesidesIsTheApproversToSee() {
    AccessPlan plan = plan("Jane");
    BackofficePlan usual = plan.backoffice();
    BackofficePlan more =
        new BackofficePlan(
            usual.posUserId(),
            usual.firstName(),
            usual.lastName(),
            usual.phone(),
            usual.email(),
            usual.startDate(),
            usual.wageRate(),
            new BigDecimal("0.00"),
            usual.target(),
            Optional.of("Dana Example"),
            Optional.of("6155559876"),
            true);
    assertThat(PlanText.lines(new AccessPlan(NUMBER, more, null, plan.effectiveAt(), "UTC", "d")))
        .contains("Wage: 15.50 USD an hour, not eligible for overtime, at Franklin")
        .contains("Emergency contact: Dana Example, 6155559876");
  }

  @Test
  void planOfSomebodyWhoWasHereBeforeSaysWhatBecomesOfTheRecord() {
    AccessPlan plan = plan("Jane");
    BackofficeTarget target = plan.backoffice().target();
    BackofficePlan usual = plan.backoffice();
    BackofficePlan former =
        new BackofficePlan(
            usual.posUserId(),
            usual.firstName(),
            usual.lastName(),
            usual.phone(),
            usual.email(),
            usual.startDate(),
            usual.wageRate(),
            usual.overtimeRate(),
            new BackofficeTarget(
                target.sites(),
                target.wageSite(),
                target.departments(),
                target.template(),
                Optional.of(413)));

    assertThat(PlanText.lines(new AccessPlan(NUMBER, former, null, plan.effectiveAt(), "UTC", "d")))
        .contains(
            "Backoffice: make employee 413 active again as Jane Doe, POS user ID 1042, from"
                + " 2026-05-01",
            "PIN: a new one; the former one opens nothing any more",
            "Wage: a new row from 2026-05-01, 15.50 USD an hour, overtime 23.25 USD, at Franklin");
  }

  @Test
  void planOfAHireThatWroteAlreadyMakesAndInvitesNobodyAgain() {
    AccessPlan plan = plan("Jane").after(new BegunGrant(Optional.of(413), true, Optional.of(454L)));

    assertThat(PlanText.lines(plan))
        .contains(
            "Backoffice: adjust employee 413, which this hire has written to, to Jane Doe, POS"
                + " user ID 1042, from 2026-05-01",
            "PIN: the one that was sealed for this hire",
            "Wage: another row from 2026-05-01, unless it was recorded already: 15.50 USD an hour,"
                + " overtime 23.25 USD, at Franklin",
            "Staff API: adjust staff member 454, which this hire has written to, to"
                + " jane@example.com")
        .noneMatch(line -> line.contains("create") || line.contains("invite"));
    assertThat(PlanText.lines(plan.after(new BegunGrant(Optional.of(413), false, null))))
        .contains(
            "Backoffice: make active, and adjust, employee 413, which this hire has written to, to"
                + " Jane Doe, POS user ID 1042, from 2026-05-01",
            "Staff API: create, and invite jane@example.com");
  }

  @Test
  void planWithoutAStaffAccountSaysSo() {
    AccessPlan plan = plan("Jane");
    AccessPlan without =
        new AccessPlan(NUMBER, plan.backoffice(), null, plan.effectiveAt(), "UTC", "d");
    assertThat(PlanText.lines(without))
        .contains("Staff API: not applicable for this role")
        .noneMatch(line -> line.contains("invite"));
  }

  @Test
  void everySiteIsTheApproversToSee() {
    assertThat(new SiteGrant(true, List.of(new SiteRef(1, "Franklin"))).describe())
        .isEqualTo("all sites, later ones included");
  }

  private static AccessPlan plan(String firstName) {
    BackofficeTarget target =
        new BackofficeTarget(
            new SiteGrant(
                false, List.of(new SiteRef(1, "Franklin"), new SiteRef(2, "Nolensville"))),
            new SiteRef(1, "Franklin"),
            List.of(new DepartmentRef(1, "Greeter"), new DepartmentRef(2, "Loader")),
            new TemplateRef(3, "Greeter", List.of(10, 11), List.of(11)));
    BackofficePlan backoffice =
        new BackofficePlan(
            PosUserId.of(1042),
            firstName,
            "Doe",
            Optional.of("6155551234"),
            Optional.of("jane@example.com"),
            LocalDate.of(2026, 5, 1),
            new BigDecimal("15.50"),
            new BigDecimal("23.25"),
            target);
    StaffPlan staff =
        new StaffPlan(
            firstName,
            "Doe",
            "jane@example.com",
            Optional.empty(),
            new StaffTarget(
                List.of(new StaffSite(7L, "Franklin Wash")), List.of("wash.read", "wash.write")));
    return new AccessPlan(
        NUMBER,
        backoffice,
        Optional.of(staff),
        Instant.parse("2026-05-01T05:00:00Z"),
        "America/Chicago",
        "digest-1");
  }
}
