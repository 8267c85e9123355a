package dev.lanyard.activities.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.digest.DigestInput;
import dev.lanyard.workflows.digest.UncleanQuestion;
import dev.lanyard.workflows.digest.UncleanRun;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestActivitiesImplTest {

  private static final String CHICAGO = "America/Chicago";
  private static final String NEW_YORK = "America/New_York";

  /** Late in the evening of the last of April in Chicago, past midnight in New York. */
  private static final Instant NOW = Instant.parse("2026-05-01T04:30:00Z");

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private final ListedRuns runs = new ListedRuns();
  private final DigestActivitiesImpl digests =
      new DigestActivitiesImpl(
          runs,
          new DigestSettings(
              "lanyard",
              Map.of("Wash 37135", "harbor"),
              "managers",
              "operators",
              Map.of("Wash 37135", ZoneId.of(CHICAGO)),
              ZoneId.of(NEW_YORK),
              Duration.ofDays(7)),
          Clock.fixed(NOW, ZoneOffset.UTC));

  private Run put(String id, String ended, Duration before, String stage, String... sites) {
    Run run =
        new Run(
            id,
            "run-of-" + id,
            "OnboardingWorkflow",
            ended,
            NOW.minus(before),
            ended.equals(Run.RUNNING) ? Optional.empty() : Optional.of(NOW.minus(before)),
            stage,
            "",
            Optional.empty(),
            List.of(sites));
    runs.all.add(run);
    return run;
  }

  private void effective(Run run, Instant at, String awaiting) {
    runs.all.remove(run);
    runs.all.add(
        new Run(
            run.workflowId(),
            run.runId(),
            run.type(),
            run.ended(),
            run.startedAt(),
            run.closedAt(),
            run.stage(),
            awaiting,
            Optional.of(at),
            run.sites()));
  }

  private void answers(Run run, String stage, OpenRequest... awaiting) {
    runs.answers.put(
        run.workflowId(),
        new RunStatus(
            run.process(),
            EmployeeNumber.of(run.employeeNumber()),
            stage,
            List.of(),
            List.of(awaiting),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  private List<Notice> digest(String kind, String zone) {
    return digests.compose(new DigestInput(kind, zone, Optional.of(DAY))).notices();
  }

  @Test
  void theDayIsThatOfTheZone() {
    assertThat(digests.onItsDay(new DigestInput("digest", CHICAGO, Optional.empty())).day())
        .contains(LocalDate.of(2026, 4, 30));
    assertThat(digests.onItsDay(new DigestInput("digest", NEW_YORK, Optional.empty())).day())
        .contains(DAY);
  }

  @Test
  void aSitesGroupIsToldWhoStartsWhoLeavesAndWhoseMoveItIs() {
    Run ready = put("onboarding/hr-1/1", Run.RUNNING, Duration.ofDays(1), "x", "Wash 37135");
    effective(ready, Instant.parse("2026-05-04T05:00:00Z"), "");
    answers(ready, Stages.WAITING_FOR_DATE);
    Run asked = put("onboarding/hr-2/1", Run.RUNNING, Duration.ofDays(1), "x", "Wash 37135");
    effective(asked, Instant.parse("2026-05-02T05:00:00Z"), "managers");
    answers(
        asked,
        Stages.AWAITING_APPROVAL,
        new OpenRequest(
            "r-1",
            OpenRequest.APPROVAL,
            "May Jane Doe have this access?",
            List.of(),
            "managers",
            List.of(),
            NOW,
            Optional.empty()));
    put("onboarding/hr-3/1", "completed", Duration.ofDays(300), "done", "Wash 37135");
    Run leaver = put("offboarding/hr-3/2", Run.RUNNING, Duration.ofDays(1), "waiting-for-date");
    effective(leaver, Instant.parse("2026-05-03T05:00:00Z"), "");
    Run far = put("onboarding/hr-4/1", Run.RUNNING, Duration.ofDays(1), "x", "Wash 37135");
    effective(far, Instant.parse("2026-06-01T05:00:00Z"), "");

    assertThat(digest("digest", CHICAGO))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.group()).isEqualTo("harbor");
              assertThat(notice.noticeId()).isEqualTo("Wash 37135/2026-05-01");
              assertThat(notice.workflowId()).isEqualTo("digest/2026-05-01");
              assertThat(notice.question())
                  .isEqualTo("Wash 37135, 2026-05-01: what comes within 7 days");
              assertThat(notice.detail())
                  .containsExactly(
                      "starts 2026-05-02: hr-2 - NOT READY, waits for managers: May Jane Doe have"
                          + " this access?",
                      "leaves 2026-05-03: hr-3 - ready (the run itself did not answer)",
                      "starts 2026-05-04: hr-1 - ready");
            });
    assertThat(digest("digest", NEW_YORK)).isEmpty();
  }

  private static PlannedEvent planned(String what, String at, String begins) {
    return new PlannedEvent(
        what + "-1", what, Instant.parse(at), Instant.parse(begins), Optional.empty());
  }

  @Test
  void whatPeoplesOwnRunsKeepForLaterIsTold() {
    for (String number : List.of("hr-5", "hr-6", "hr-7")) {
      put("onboarding/" + number + "/1", "completed", Duration.ofDays(90), "done", "Wash 37135");
    }
    runs.agendas.put(
        "hr-5",
        List.of(
            planned("transfer", "2026-05-06T05:00:00Z", "2026-05-04T05:00:00Z"),
            planned("end of a loan", "2026-05-07T05:00:00Z", "2026-05-07T05:00:00Z"),
            planned("return", "2026-07-01T05:00:00Z", "2026-06-29T05:00:00Z")));
    runs.agendas.put(
        "hr-6", List.of(planned("leave", "2026-05-05T05:00:00Z", "2026-05-03T05:00:00Z")));
    runs.agendas.put(
        "hr-7", List.of(planned("return", "2026-05-03T05:00:00Z", "2026-05-01T05:00:00Z")));
    runs.agendas.put("hr-8", List.of());
    Run moves = put("transfer/hr-9/2", Run.RUNNING, Duration.ofDays(1), "x", "Wash 37135");
    effective(moves, Instant.parse("2026-05-04T05:00:00Z"), "managers");
    put("dry-run/hr-9", Run.RUNNING, Duration.ofDays(1), "x", "Wash 37135");

    assertThat(digest("digest", CHICAGO))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.detail())
                    .containsExactly(
                        "comes back 2026-05-03: hr-7 - not begun, its check and approval begin"
                            + " 2026-05-01",
                        "moves 2026-05-04: hr-9 - NOT READY, waits for managers (the run itself"
                            + " did not answer)",
                        "goes on leave 2026-05-05: hr-6 - not begun, its check and approval begin"
                            + " 2026-05-03",
                        "moves 2026-05-06: hr-5 - not begun, its check and approval begin"
                            + " 2026-05-04",
                        "end of a loan 2026-05-07: hr-5 - ready, goes by itself"));
    assertThat(digest("digest", NEW_YORK)).isEmpty();
  }

  @Test
  void planOfSomebodyWithoutAKnownSiteIsTheApproversMatter() {
    runs.agendas.put(
        "hr-5", List.of(planned("transfer", "2026-05-06T05:00:00Z", "2026-05-04T05:00:00Z")));

    assertThat(digest("digest", NEW_YORK))
        .singleElement()
        .satisfies(notice -> assertThat(notice.group()).isEqualTo("managers"));
  }

  @Test
  void morePeopleThanAreAskedIsSaid() {
    for (int i = 0; i <= SiteDigests.PEOPLE_ASKED; i++) {
      runs.agendas.put("hr-" + i, List.of());
    }

    assertThat(digest("digest", NEW_YORK))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.detail())
                    .singleElement()
                    .asString()
                    .contains("more people than the 5000"));
  }

  @Test
  void whoseSiteIsNotKnownYetIsTheApproversMatterInTheDefaultZone() {
    answers(put("onboarding/hr-1/1", Run.RUNNING, Duration.ofDays(1), "parked"), Stages.PARKED);
    assertThat(digest("digest", CHICAGO)).isEmpty();
    assertThat(digest("digest", NEW_YORK))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.group()).isEqualTo("managers");
              assertThat(notice.detail()).containsExactly("starts: hr-1 - under way: parked");
            });
  }

  @Test
  void theLastRunOfAPersonCounts() {
    put("onboarding/hr-1/1", "terminated", Duration.ofDays(2), "");
    put("onboarding/hr-2/1", "failed", Duration.ofDays(3), "");
    put("offboarding/hr-2/2", "completed", Duration.ofDays(1), "");
    put("onboarding/hr-3/1", "failed", Duration.ofDays(3), "");
    put("onboarding/hr-3/2", Run.RUNNING, Duration.ofDays(1), "");
    put("offboarding/hr-4/1", "timed out", Duration.ofDays(40), "");
    put("offboarding/hr-5/1", "failed", Duration.ofDays(4), "");
    runs.failures.put("offboarding/hr-5/1", "PAGE_CHANGED");

    assertThat(digests.unclean(new UncleanQuestion(35)).runs())
        .containsExactly(
            new UncleanRun(
                "onboarding/hr-1/1", "hr-1", "terminated", NOW.minus(Duration.ofDays(2)), ""),
            new UncleanRun(
                "offboarding/hr-5/1",
                "hr-5",
                "failed",
                NOW.minus(Duration.ofDays(4)),
                "PAGE_CHANGED"));
  }

  @Test
  void whatIsKnownToHaveLeftNothingBehindIsClean() {
    put("onboarding/hr-1/1", "failed", Duration.ofDays(1), "");
    runs.failures.put("onboarding/hr-1/1", FailureTypes.ONBOARDING_UNDONE);
    assertThat(digests.unclean(new UncleanQuestion(35)).runs()).isEmpty();
    assertThat(digest("unclean", NEW_YORK)).isEmpty();
  }

  @Test
  void aProcessWhosePersonIsGoneIsListed() {
    put("offboarding/hr-1/1", Run.RUNNING, Duration.ofDays(1), "");
    runs.withoutPerson.add("hr-1");
    assertThat(digest("unclean", NEW_YORK))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.group()).isEqualTo("operators");
              assertThat(notice.question())
                  .isEqualTo("1 person whose last run did not end cleanly");
              assertThat(notice.detail())
                  .containsExactly(
                      "offboarding/hr-1/1 runs, and the run of its person does not: end it, or"
                          + " start the person anew, since 2026-04-30T04:30:00Z");
              assertThat(notice.commands()).containsExactly("./lanyard unclean");
            });
  }

  @Test
  void anInputThatIsNoneIsRefused() {
    for (DigestInput input :
        List.of(
            new DigestInput("digest", "America/Nowhere", Optional.of(DAY)),
            new DigestInput("digest", null, Optional.of(DAY)),
            new DigestInput("weather", CHICAGO, Optional.of(DAY)),
            new DigestInput(null, CHICAGO, Optional.of(DAY)),
            new DigestInput("digest", CHICAGO, Optional.empty()))) {
      assertThatThrownBy(() -> digests.compose(input))
          .isInstanceOfSatisfying(
              ApplicationFailure.class,
              failure -> {
                assertThat(failure.getType()).isEqualTo(FailureTypes.INPUT_REFUSED);
                assertThat(failure.isNonRetryable()).isTrue();
              });
    }
  }
}
