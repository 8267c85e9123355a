package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.transfer.TransferResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transfer or a change that is corrected before anything of it was written. */
class AlterationAmendmentTest {

  private static final String BEGUN =
      "it was carried out, or is being written already; hand in another event for the rest";

  private final TestTemporal temporal = new TestTemporal();
  private final String transfer = WorkflowIds.transfer(TestTemporal.JANE, 2);
  private final String change = WorkflowIds.change(TestTemporal.JANE, 2);

  @BeforeEach
  void hire() {
    temporal.hired();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void mistypedSiteIsAmendedWhileTheTransferIsParkedAndItGoesOnByItself() {
    hand(to("Habor", null, null));
    OpenRequest parked = temporal.untilParked(transfer).awaiting().get(0);
    assertThat(parked.detail())
        .contains("There is no site Habor", "Or correct it: ./lanyard amend hr-10442");

    assertThat(amend(transfer, sites("Harbor")))
        .isEqualTo(new DecisionAnswer(true, "amended: sites"));
    assertThat(temporal.until(transfer, AlterationAmendmentTest::asksForApproval)).isNotNull();
    temporal.approve(transfer);

    assertThat(temporal.result(transfer, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(siteIds()).containsExactly(102);
    assertThat(member().siteIds()).containsExactly(922L);
  }

  @Test
  void amendedAccessIsAnotherRequestAndTheOldOnesAnswerCountsNoMore() {
    hand(to("Harbor", new BigDecimal("18.25"), null));
    OpenRequest first = temporal.untilAsked(transfer);

    assertThat(amend(transfer, Map.of("wageRate", "19.00")).accepted()).isTrue();

    OpenRequest second =
        temporal
            .until(
                transfer,
                status ->
                    status.awaiting().stream().anyMatch(open -> !open.id().equals(first.id())))
            .awaiting()
            .get(0);
    assertThat(second.detail().toString()).contains("Wage: 19.00 USD an hour");
    temporal.decide(transfer, first.id(), "approve");
    temporal.until(transfer, status -> status.decisions().size() == 2);
    assertThat(temporal.journal.count("records.recordWage")).isZero();
    temporal.decide(transfer, second.id(), "approve");

    TransferResult result = temporal.result(transfer, TransferResult.class);
    assertThat(result.outcome()).isEqualTo("done");
    assertThat(result.amendedTo().orElseThrow().wageRate()).contains(new BigDecimal("19.00"));
    assertThat(temporal.status(transfer).decisions())
        .anyMatch(told -> told.requestId().equals(first.id()) && !told.accepted());
    assertThat(temporal.records.wages.get(employee().id()).get(0).hourlyRate())
        .contains(new BigDecimal("19.00"));
  }

  @Test
  void dayIsBroughtForwardWhileItWaitsAndTheApprovalOfTheSameAccessStands() {
    temporal.approvals.rules.put(AccessRequest.RESCHEDULE, freely());
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(40));
    LocalDate day = today().plusDays(20);
    hand(to("Harbor", null, day));
    temporal.approve(transfer);
    temporal.until(transfer, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    assertThat(amend(transfer, Map.of("from", today().toString())).accepted()).isTrue();

    assertThat(temporal.result(transfer, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(temporal.now()).isBefore(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(temporal.approvals.checked).as("of the hire, and of the transfer").hasSize(2);
    assertThat(siteIds()).containsExactly(102);
  }

  @Test
  void dayMovesOnlyWhenThePolicyLetsIt() {
    temporal.planning.policy = temporal.planning.policy.withBeginsBefore(Duration.ofDays(40));
    LocalDate day = today().plusDays(20);
    hand(to("Harbor", null, day));
    temporal.approve(transfer);
    temporal.until(transfer, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    temporal
        .workflow(transfer)
        .signal("amend", Map.of("by", "somebody", "from", today().toString()));
    OpenRequest asked = temporal.untilAsked(transfer);
    assertThat(asked.detail()).containsExactly("Changes: from", "From: " + today());
    temporal.decide(transfer, asked.id(), "reject");

    assertThat(temporal.until(transfer, status -> status.decisions().size() == 3).decisions())
        .anyMatch(told -> told.choice().equals("amend") && !told.accepted());
    assertThat(temporal.result(transfer, TransferResult.class).amendedTo()).isEmpty();
    assertThat(temporal.now()).isAfterOrEqualTo(day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void loanForLongerIsApprovedAnewAndEndsOnTheAmendedDay() {
    temporal.approvals.rules.put(AccessRequest.RESCHEDULE, freely());
    hand(loan(today().plusDays(5)));
    OpenRequest first = temporal.untilAsked(transfer);
    LocalDate until = today().plusDays(30);

    amend(transfer, Map.of("until", until.toString()));

    OpenRequest second =
        temporal
            .until(
                transfer,
                status ->
                    status.awaiting().stream().anyMatch(open -> !open.id().equals(first.id())))
            .awaiting()
            .get(0);
    assertThat(second.detail()).contains("Until " + until + "; then everything is as it is now");
    assertThat(second.terms().orElseThrow().digest())
        .isNotEqualTo(first.terms().orElseThrow().digest());
    temporal.decide(transfer, second.id(), "approve");
    temporal.result(transfer, TransferResult.class);
    assertThat(
            temporal
                .untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty())
                .planned()
                .get(0)
                .at())
        .isEqualTo(until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    temporal.skip(Duration.ofDays(32));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    assertThat(temporal.result(end, TransferResult.class).outcome()).isEqualTo("done");
    assertThat(siteIds()).containsExactly(101);
  }

  @Test
  void nothingIsAmendedOnceAnythingIsWritten() {
    temporal.records.failures.finalBefore("changeEmployee", FailureTypes.PAGE_CHANGED);
    hand(to("Harbor", null, null));
    temporal.approve(transfer);
    OpenRequest parked = temporal.untilParked(transfer).awaiting().get(0);
    assertThat(parked.detail()).noneMatch(line -> line.contains("amend"));

    assertThat(amend(transfer, sites("Uptown"))).isEqualTo(new DecisionAnswer(false, BEGUN));

    temporal.answer(transfer, "retry");
    assertThat(temporal.result(transfer, TransferResult.class).amendedTo()).isEmpty();
    assertThat(siteIds()).containsExactly(102);
  }

  @Test
  void endOfALoanIsNotAmendedAndTheRemedyIsNamed() {
    hand(loan(today().plusDays(5)));
    temporal.approve(transfer);
    temporal.result(transfer, TransferResult.class);
    temporal.untilPerson(p -> p.planned().size() == 1 && p.currentProcess().isEmpty());
    temporal.records.failures.finalBefore("changeEmployee", FailureTypes.PAGE_CHANGED);
    temporal.skip(Duration.ofDays(7));
    String end = WorkflowIds.transfer(TestTemporal.JANE, 3);
    temporal.untilParked(end);

    DecisionAnswer answer = amend(end, Map.of("until", today().plusDays(90).toString()));

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.reason())
        .startsWith("the end of a loan is not amended")
        .contains("./lanyard transfer");
    temporal.answer(end, "retry");
    temporal.result(end, TransferResult.class);
    assertThat(siteIds()).containsExactly(101);
  }

  @Test
  void whatBreaksTheRulesChangesNothingAndIsListedWithEveryProblem() {
    hand(loan(today().plusDays(5)));
    temporal.untilAsked(transfer);

    DecisionAnswer answer =
        amend(transfer, Map.of("wageRate", "19.00", "departments", List.of("<b>")));

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.reason()).contains("departments", "wageRate does not go together with until");
    assertThat(amend(transfer, sites("Harbor")).reason()).contains("nothing in it");
    temporal.workflow(transfer).signal("amend", "not an object");
    temporal.until(transfer, status -> status.decisions().size() == 3);
    temporal.approve(transfer);
    assertThat(temporal.result(transfer, TransferResult.class).outcome()).isEqualTo("done");
  }

  @Test
  void changeIsAmendedWhileItIsParked() {
    hand(person(Optional.empty(), Optional.of("")));
    assertThat(temporal.untilParked(change).problems()).extracting("code").contains("NO_EMAIL");

    assertThat(amend(change, Map.of("email", "jane@example.com", "phone", "6155550000")))
        .isEqualTo(new DecisionAnswer(true, "amended: phone, email"));

    assertThat(temporal.result(change, ChangeResult.class).outcome()).isEqualTo("done");
    assertThat(member().email()).isEqualTo("jane@example.com");
    assertThat(employee().plan().phone()).contains("6155550000");
  }

  @Test
  void changeThatIsAmendedThereAndBackIsStillAskedAbout() {
    temporal.approvals.rules.put(
        AccessRequest.CHANGE, ApprovalRule.oneOf("a test", "managers", Optional.empty()));
    hand(person(Optional.of("Example"), Optional.empty()));
    temporal.untilAsked(change);

    amend(change, Map.of("lastName", "Sample"));
    amend(change, Map.of("lastName", "Example"));
    temporal.until(
        change,
        status ->
            status.awaiting().stream()
                .anyMatch(open -> open.detail().toString().contains("last name Example")));
    assertThat(temporal.journal.calls())
        .doesNotContain("records.changeEmployee", "staffRecords.changeStaffMember");
    temporal.approve(change);

    assertThat(temporal.result(change, ChangeResult.class).outcome()).isEqualTo("done");
    assertThat(employee().plan().lastName()).isEqualTo("Example");
  }

  private static boolean asksForApproval(RunStatus status) {
    return status.awaiting().stream().anyMatch(open -> open.kind().equals(OpenRequest.APPROVAL));
  }

  private static Map<String, Object> sites(String name) {
    return Map.of("sites", Map.of("names", List.of(name)));
  }

  private static Transfer to(String site, BigDecimal wageRate, LocalDate from) {
    return new Transfer(
        Optional.of(SiteChoice.of(List.of(site))),
        List.of(),
        Optional.empty(),
        Optional.ofNullable(wageRate),
        Optional.ofNullable(from),
        Optional.empty());
  }

  private static Transfer loan(LocalDate until) {
    return new Transfer(
        Optional.of(SiteChoice.of(List.of("Harbor"))),
        List.of(),
        null,
        null,
        null,
        Optional.of(until));
  }

  private static PersonChange person(Optional<String> lastName, Optional<String> email) {
    return new PersonChange(null, lastName, null, email, null, null, null, null);
  }

  private void hand(Transfer wanted) {
    temporal.hand(new TransferEvent("e2", temporal.now(), TestTemporal.JANE, wanted));
  }

  private void hand(PersonChange wanted) {
    temporal.hand(new ChangeEvent("e2", temporal.now(), TestTemporal.JANE, wanted));
  }

  private DecisionAnswer amend(String workflowId, Map<String, Object> fields) {
    Map<String, Object> amendment = new HashMap<>(fields);
    amendment.put("by", "maria");
    return temporal.workflow(workflowId).update("amend", DecisionAnswer.class, amendment);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(temporal.now(), ZoneOffset.UTC);
  }

  private Employee employee() {
    return temporal.backoffice.at(TestTemporal.JANES_POS_USER_ID).orElseThrow();
  }

  private List<Integer> siteIds() {
    return employee().plan().target().sites().sites().stream().map(SiteRef::id).toList();
  }

  private Member member() {
    return temporal.staffApi.byCode(TestTemporal.JANE).orElseThrow();
  }

  private static ApprovalRule freely() {
    return new ApprovalRule(
        "a test",
        Optional.empty(),
        true,
        0,
        List.of(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ApprovalRule.REJECT);
  }
}
