package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has a staff account already is given exactly the plan, and never a second account. */
class StaffGrantTest {

  private final TestTemporal temporal = new TestTemporal();
  private final String run = temporal.onboarding(1);

  @BeforeEach
  void leaversAreRemembered() {
    ProcessPolicy policy = temporal.planning.policy;
    temporal.planning.policy =
        new ProcessPolicy(
            policy.approvers(),
            policy.operators(),
            policy.offboardingNeedsApproval(),
            policy.approvalExpiresAfter(),
            policy.lookAgainAfter(),
            policy.pinReadableFor(),
            policy.pinReadableAgainFor(),
            Duration.ofDays(365));
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void amendmentAfterTheMemberWasMadeChangesItToTheNewPlan() {
    temporal.staffApi.failures.finalBefore("assignStaffSites", FailureTypes.NOT_APPLIED);
    parkAndAmend(Map.of("email", "jane.roe@example.com", "lastName", "Roe"));

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
    Member jane = onlyMember();
    assertThat(jane.email()).isEqualTo("jane.roe@example.com");
    assertThat(jane.lastName()).isEqualTo("Roe");
    assertThat(jane.siteIds()).containsExactly(922L);
    assertThat(temporal.staffApi.calls)
        .containsOnlyOnce("createStaffMember")
        .containsOnlyOnce("assignStaffSites");
    assertThat(temporal.journal.count("staffRecords.changeStaffMember")).isOne();
  }

  @Test
  void planOfARunThatWroteAlreadySaysWhatIsAdjustedAndCreatesNothing() {
    temporal.staffApi.failures.finalBefore("assignStaffSites", FailureTypes.NOT_APPLIED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.untilParked(run);
    temporal.backoffice.templateGrants = List.of(22, 23);
    amend(Map.of("permissionTemplate", "Manager"));
    long member = onlyMember().id();
    int employee = temporal.backoffice.employees.values().iterator().next().id();

    List<String> plan =
        temporal
            .until(
                run,
                status ->
                    status.awaiting().stream()
                        .anyMatch(open -> open.kind().equals(OpenRequest.APPROVAL)))
            .awaiting()
            .get(0)
            .detail();

    assertThat(plan)
        .anyMatch(
            line ->
                line.startsWith(
                    "Backoffice: adjust employee "
                        + employee
                        + ", which this hire has written to, to Jane Doe"))
        .contains("PIN: the one that was sealed for this hire")
        .anyMatch(line -> line.startsWith("Wage: another row from 2026-05-01, unless it was"))
        .anyMatch(
            line ->
                line.startsWith(
                    "Staff API: adjust staff member "
                        + member
                        + ", which this hire has written to, to "))
        .noneMatch(line -> line.contains("create") || line.contains("invite"));
    temporal.approve(run);
    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.DONE);
  }

  @Test
  void memberOfACreateThatWasNotKnownToHaveEndedIsFoundByItsCode() {
    temporal.staffApi.failures.finalAfterActing("createStaffMember", FailureTypes.NOT_APPLIED);
    parkAndAmend(Map.of("email", "jane.roe@example.com"));

    temporal.result(run, OnboardingResult.class);

    assertThat(onlyMember().email()).isEqualTo("jane.roe@example.com");
    assertThat(onlyMember().siteIds()).containsExactly(922L);
    assertThat(temporal.staffApi.calls).containsOnlyOnce("createStaffMember");
  }

  @Test
  void memberThatWasNeverMadeIsMadeOnceForTheNewPlan() {
    temporal.staffApi.failures.finalBefore("createStaffMember", FailureTypes.NOT_OURS);
    parkAndAmend(Map.of("email", "jane.roe@example.com"));

    temporal.result(run, OnboardingResult.class);

    assertThat(onlyMember().email()).isEqualTo("jane.roe@example.com");
    assertThat(temporal.journal.count("staffRecords.changeStaffMember")).isZero();
  }

  @Test
  void accessThatSomebodyTookMeanwhileIsNotGivenBackByAnAmendment() {
    temporal.staffApi.failures.finalBefore("assignStaffSites", FailureTypes.NOT_APPLIED);
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.untilParked(run);
    Member made = onlyMember();
    temporal.staffApi.members.put(
        made.id(), new Member(made.id(), made.code(), made.email(), false));

    amend(Map.of("phone", "6155550000"));

    assertThat(temporal.untilParked(run).awaiting().get(0).detail()).contains("a field");
    assertThat(onlyMember().access()).isFalse();

    temporal.staffApi.members.put(made.id(), made);
    temporal.answer(run, "retry");
    temporal.result(run, OnboardingResult.class);
    assertThat(onlyMember().phone()).isEqualTo("6155550000");
  }

  @Test
  void withdrawnAmendedHireEndsWithoutAccess() {
    temporal.staffApi.failures.finalBefore("assignStaffSites", FailureTypes.NOT_APPLIED);
    temporal.staffRecords.failures.finalAfterActing("changeStaffMember", FailureTypes.NOT_APPLIED);
    parkAndAmend(Map.of("email", "jane.roe@example.com"));
    temporal.until(run, status -> status.stage().equals("parked") && changed());

    temporal.withdraw(run);

    assertThat(temporal.result(run, OnboardingResult.class).outcome())
        .isEqualTo(OnboardingResult.WITHDRAWN);
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.staffApi.calls.stream().filter("revokeStaffMember"::equals)).hasSize(1);
  }

  @Test
  void whoComesBackIsGivenExactlyTheNewPlanAndNoSecondAccount() {
    Member first = leftAgain();
    temporal.backoffice.siteName = "Harbor";
    temporal.hand(rehire());
    String again = temporal.onboarding(3);
    assertThat(temporal.untilAsked(again).detail().toString())
        .contains("staff member " + first.id());
    temporal.approve(again);

    OnboardingResult result = temporal.result(again, OnboardingResult.class);

    assertThat(result.outcome()).isEqualTo(OnboardingResult.DONE);
    assertThat(result.staffId()).contains(first.id());
    Member now = onlyMember();
    assertThat(now.email()).isEqualTo("jane.back@example.com");
    assertThat(now.phone()).isEmpty();
    assertThat(now.siteIds()).containsExactly(922L);
    assertThat(now.permissions()).containsExactly("FinishSale", "PosPermission");
    assertThat(temporal.staffApi.calls).containsOnlyOnce("createStaffMember");
    assertThat(temporal.backoffice.employees).hasSize(1);
    assertThat(temporal.backoffice.active()).isOne();
  }

  @Test
  void rehireThatIsUndoneTakesTheAccessAgain() {
    leftAgain();
    temporal.staffRecords.failures.finalAfterActing(
        "changeStaffMember", FailureTypes.STAFF_API_REFUSED);
    temporal.hand(rehire());
    temporal.approve(temporal.onboarding(3));

    assertThat(temporal.failure(temporal.onboarding(3))).isNotNull();
    assertThat(temporal.staffApi.withAccess()).isZero();
    assertThat(temporal.backoffice.active()).isZero();
  }

  @Test
  void formerMemberThatIsAnothersByNowIsNeitherChangedNorRevoked() {
    Member former = leftAgain();
    temporal.hand(rehire());
    String again = temporal.onboarding(3);
    String asked = temporal.untilAsked(again).id();
    temporal.staffRecords.failures.finalBefore("lookAt", FailureTypes.NOT_OURS);
    temporal.decide(again, asked, "approve");
    temporal.until(again, status -> status.stage().equals("parked"));
    temporal.staffApi.members.put(
        former.id(), new Member(former.id(), former.code(), former.email(), true));

    temporal.withdraw(again);

    temporal.result(again, OnboardingResult.class);
    assertThat(temporal.staffApi.withAccess()).isOne();
    assertThat(temporal.journal.count("staffRecords.changeStaffMember")).isZero();
  }

  private Member leftAgain() {
    temporal.hired();
    Member first = onlyMember();
    temporal.hand(temporal.fire("fired", temporal.now()));
    temporal.result(temporal.offboarding(2), OffboardingResult.class);
    temporal.untilPerson(person -> !person.employed() && person.currentProcess().isEmpty());
    return first;
  }

  private HireEvent rehire() {
    Hire jane = temporal.hireToday("unused").hire();
    return new HireEvent(
        "rehired",
        temporal.now().plusMillis(1),
        TestTemporal.JANE,
        new Hire(
            jane.firstName(),
            jane.lastName(),
            Optional.empty(),
            Optional.of("jane.back@example.com"),
            jane.posUserId(),
            jane.wageRate(),
            jane.startDate(),
            jane.sites(),
            jane.permissionTemplate(),
            List.of(),
            Optional.empty()));
  }

  private boolean changed() {
    return temporal.journal.count("staffRecords.changeStaffMember") > 0;
  }

  /** Amended to another site too, which is a label to the planning that is used here. */
  private void parkAndAmend(Map<String, Object> fields) {
    temporal.hand(temporal.hireToday("e1"));
    temporal.approve(run);
    temporal.untilParked(run);
    temporal.backoffice.siteName = "Harbor";
    amend(fields);
  }

  private void amend(Map<String, Object> fields) {
    Map<String, Object> amendment = new HashMap<>(fields);
    amendment.put("by", "maria");
    assertThat(temporal.workflow(run).update("amend", DecisionAnswer.class, amendment).accepted())
        .isTrue();
  }

  private Member onlyMember() {
    assertThat(temporal.staffApi.members).hasSize(1);
    return temporal.staffApi.members.values().iterator().next();
  }
}
