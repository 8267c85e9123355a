package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.secrets.SigningKeyFile;
import dev.lanyard.secrets.SigningKeyPair;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy file, signed and unsigned decisions, silence: what becomes of them at the sandbox. */
class ApprovalsOnSandboxTest {

  private static final String RUN = WorkflowIds.onboarding(JANE, 1);
  private static final int PROTECTED = 70003;

  @TempDir Path folder;

  private final Map<String, SigningKeyPair> keys = new HashMap<>();
  private Path policy;
  private SkippedDays days;

  @BeforeEach
  void start() throws Exception {
    for (String id : List.of("maria", "paul", "dora", "nina", "jane", "stranger")) {
      keys.put(id, SigningKeyFile.create(folder.resolve(id)));
    }
    policy = Files.writeString(folder.resolve("approvals.conf"), policy(PROTECTED));
    days = new SkippedDays(Map.of("LANYARD_APPROVALS_POLICY_FILE", policy.toString()));
  }

  @AfterEach
  void end() {
    days.close();
  }

  private String policy(int protectedId) {
    return """
        people {
          maria { groups = [managers], deputy = dora, key = "%s" }
          paul  { groups = [managers], key = "%s" }
          jane  { groups = [managers], employee-number = hr-10442, key = "%s" }
          dora  { groups = [shift-leads], key = "%s" }
          nina  { groups = [directors], key = "%s" }
        }
        protected { pos-user-ids = [%d] }
        rules = [
          { name = hires, when { kind = onboard }
            approvals = 2, groups = [managers], four-eyes = true, signed = true
            remind-after = 1d, escalate-after = 2d, escalate-to = directors
            expires-after = 7d, on-expiry = reject }
          { name = ends, when { kind = terminate }, groups = [managers]
            escalate-after = 1d, escalate-to = directors, expires-after = 2d, on-expiry = escalate }
          { name = "the rest", groups = [managers], signed = true, expires-after = 14d }
        ]
        """
        .formatted(
            keys.get("maria").publicKey(),
            keys.get("paul").publicKey(),
            keys.get("jane").publicKey(),
            keys.get("dora").publicKey(),
            keys.get("nina").publicKey(),
            protectedId);
  }

  @Test
  void onlyTwoEntitledSignaturesOfThisVeryPlanOpenAccess() {
    List<JsonNode> before = days.everybody();
    LocalDate firstDay = days.today().plusDays(20);
    OpenRequest asked = hiredBy("maria", firstDay);

    refused(bare(asked, "paul"), "this request takes signed decisions only");
    refused(signed(claims("earlier-1", asked, "approve", "paul"), "paul"), "no open request");
    refused(
        signed(claims(asked.id(), asked, "approve", "paul"), "stranger"),
        "not signed with the key enrolled for paul");
    refused(signed(asked, "dora"), "dora is not in managers");
    refused(signed(asked, "jane"), "nobody decides about themselves");
    refused(signed(asked, "maria"), "maria asked for it; four eyes are needed");
    refused(signed(inAnotherRun(asked), "paul"), "the token is for another run");
    refused(signed(ofAnotherPlan(asked), "paul"), "the token is for another plan");
    refused(signed(expired(asked), "paul"), "the token has expired");
    refused(
        answer(
            new Decision(
                asked.id(),
                "approve",
                "paul",
                "",
                Optional.of(token(claims(asked.id(), asked, "reject", "paul"), "paul")))),
        "the token was signed for another choice");
    Decision first = decision(claims(asked.id(), asked, "approve", "paul"), "paul");
    assertThat(answer(first).reason()).isEqualTo("accepted, 1 of 2");
    refused(answer(first), "this token was used before");
    refused(signed(asked, "paul"), "paul decided before; another person is needed");
    days.world.workflow(RUN).signal("decide", "approve!");
    List<DecisionRecord> listed =
        days.world.until(RUN, status -> status.decisions().size() == 14).decisions();
    assertThat(listed).filteredOn(DecisionRecord::accepted).hasSize(1);
    assertThat(listed).noneMatch(one -> one.reason().isBlank());

    days.skip(Duration.ofHours(25));
    assertThat(terms()).satisfies(terms -> assertThat(terms.reminders()).isEqualTo(1));
    refused(signed(asked, "nina"), "nina is not in managers");
    days.skip(Duration.ofHours(24));
    assertThat(terms()).satisfies(terms -> assertThat(terms.escalated()).isTrue());
    assertThat(days.everybody()).isEqualTo(before);
    // The deputy of a member, not the group that it escalated to.
    assertThat(signed(asked, "dora").accepted()).isTrue();

    days.world.until(RUN, status -> status.stage().equals(Stages.WAITING_FOR_DATE));
    refused(signed(asked, "nina"), "no open request has this id");
    days.skipTo(opens(firstDay).minusSeconds(60));
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEmpty();
    days.skipTo(opens(firstDay).plusSeconds(1));
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.active(12345)).isTrue();
    assertThat(days.hasStaffAccess(JANE)).isTrue();
  }

  @Test
  void aDateThatIsMovedNeedsAnApprovalOfItsOwnWhichTheMessageMayBring() {
    LocalDate firstDay = days.today().plusDays(30);
    OpenRequest asked = hiredBy("maria", firstDay);
    assertThat(signed(asked, "paul").accepted()).isTrue();
    days.skip(Duration.ofHours(49));
    assertThat(signed(asked, "nina").accepted()).isTrue();
    days.world.until(RUN, status -> status.stage().equals(Stages.WAITING_FOR_DATE));

    LocalDate sooner = firstDay.minusDays(20);
    days.world.workflow(RUN).signal("amend", Map.of("by", "maria", "startDate", sooner.toString()));
    OpenRequest move = days.world.asked(RUN);
    assertThat(move.detail()).contains("Start date: " + sooner);
    refused(bare(move, "paul"), "signed decisions only");
    assertThat(answer(decision(claims(move.id(), move, "reject", "paul"), "paul")).accepted())
        .isTrue();
    days.skipTo(opens(sooner).plusSeconds(60));
    assertThat(days.writes()).isEmpty();

    LocalDate next = firstDay.minusDays(10);
    HireAmendment amendment = HireAmendment.startingOn(next, "paul", "");
    DecisionClaims claims =
        claims("reschedule", amendment.digest("reschedule"), "approve", "paul", RUN);
    days.world.workflow(RUN).signal("amend", amendment.withToken(token(claims, "stranger")));
    OpenRequest unproven = days.world.asked(RUN);
    assertThat(
            answer(decision(claims(unproven.id(), unproven, "reject", "maria"), "maria"))
                .accepted())
        .isTrue();
    assertThat(days.step(RUN, "effective date").note()).contains(opens(firstDay).toString());

    DecisionAnswer moved =
        days.world
            .workflow(RUN)
            .update("amend", DecisionAnswer.class, amendment.withToken(token(claims, "paul")));
    assertThat(moved.accepted()).as(moved.reason()).isTrue();
    days.skipTo(opens(next).minusSeconds(60));
    assertThat(days.writes()).isEmpty();
    days.skipTo(opens(next).plusSeconds(1));
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.active(12345)).isTrue();
  }

  @Test
  void silenceEndsAHireAndNeverATermination() {
    List<JsonNode> before = days.everybody();
    OpenRequest asked = hiredBy("maria", LocalDate.of(2026, 5, 1));
    EmployeeNumber leaver = EmployeeNumber.of("pos-70004");
    LocalDate lastDay = days.today().plusDays(1);
    days.fire(
        leaver,
        new Termination(
            Optional.of(PosUserId.of(70004)), Optional.empty(), Optional.of(lastDay), false));
    String end = WorkflowIds.offboarding(leaver, 1);
    days.world.asked(end);

    days.skip(Duration.ofDays(6));
    assertThat(days.world.asked(RUN).id()).isEqualTo(asked.id());
    days.skip(Duration.ofDays(2));

    OnboardingResult hire = days.world.told(RUN, OnboardingResult.class);
    assertThat(hire.outcome()).isEqualTo("rejected");
    assertThat(hire.reason()).isEqualTo("nobody approved within 7 days");
    OpenRequest escalated = days.world.asked(end);
    assertThat(escalated.terms().orElseThrow().escalated()).isTrue();
    assertThat(days.now()).isAfter(lastDay.plusDays(2).atStartOfDay(SkippedDays.ZONE).toInstant());
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEmpty();

    DecisionAnswer approved =
        days.world
            .workflow(end)
            .update(
                "decide",
                DecisionAnswer.class,
                new Decision(escalated.id(), "approve", "nina", ""));
    assertThat(approved.accepted()).as(approved.reason()).isTrue();
    assertThat(days.world.told(leaver, end, OffboardingResult.class).backoffice())
        .isEqualTo("disabled");
    assertThat(days.active(70004)).isFalse();
  }

  @Test
  void somebodyOnTheProtectedListStaysUntilTheEntryIsTakenOff() throws Exception {
    List<JsonNode> before = days.everybody();
    EmployeeNumber owner = EmployeeNumber.of("pos-" + PROTECTED);
    days.fire(
        owner,
        new Termination(
            Optional.of(PosUserId.of(PROTECTED)), Optional.empty(), Optional.empty(), true));
    String run = WorkflowIds.offboarding(owner, 1);
    OpenRequest parked = days.world.asked(run);
    assertThat(parked.kind()).isEqualTo(OpenRequest.PARKED);
    days.skip(Duration.ofDays(30));
    days.world.answer(run, parked, "retry");
    OpenRequest again = days.world.asked(run, parked.id());
    assertThat(again.detail().toString()).contains("protected");
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEmpty();

    // Of another length too: two files of one second are told apart by it.
    Files.writeString(policy, policy(123456));
    days.world.answer(run, again, "retry");

    assertThat(days.world.told(owner, run, OffboardingResult.class).backoffice())
        .isEqualTo("disabled");
    assertThat(days.active(PROTECTED)).isFalse();
  }

  private OpenRequest hiredBy(String requester, LocalDate firstDay) {
    days.hand(
        new HireEvent(
            "hired", days.now(), JANE, SkippedDays.jane(firstDay), Optional.of(requester)));
    return days.world.asked(RUN);
  }

  private RequestTerms terms() {
    return days.world.asked(RUN).terms().orElseThrow();
  }

  private static Instant opens(LocalDate firstDay) {
    return firstDay.atStartOfDay(SkippedDays.ZONE).toInstant();
  }

  private static void refused(DecisionAnswer answer, String why) {
    assertThat(answer.accepted()).as(why).isFalse();
    assertThat(answer.reason()).contains(why);
  }

  private DecisionAnswer answer(Decision decision) {
    return days.world.workflow(RUN).update("decide", DecisionAnswer.class, decision);
  }

  private DecisionAnswer bare(OpenRequest asked, String by) {
    return answer(new Decision(asked.id(), "approve", by, ""));
  }

  private DecisionAnswer signed(OpenRequest asked, String by) {
    return signed(claims(asked.id(), asked, "approve", by), by);
  }

  private DecisionAnswer signed(DecisionClaims claims, String key) {
    return answer(decision(claims, key));
  }

  private Decision decision(DecisionClaims claims, String key) {
    return new Decision(
        claims.requestId(),
        claims.choice(),
        claims.approver(),
        "",
        Optional.of(token(claims, key)));
  }

  private String token(DecisionClaims claims, String key) {
    return keys.get(key).sign(claims.toFields());
  }

  private DecisionClaims claims(String requestId, OpenRequest asked, String choice, String by) {
    return claims(requestId, asked.terms().orElseThrow().digest(), choice, by, RUN);
  }

  /** The worker's clock is the one on the wall, whatever day the server has. */
  private DecisionClaims claims(
      String requestId, String digest, String choice, String by, String workflowId) {
    Instant now = Instant.now();
    return new DecisionClaims(
        days.world.client.getOptions().getNamespace(),
        workflowId,
        days.world.workflow(workflowId).describe().getExecution().getRunId(),
        requestId,
        digest,
        choice,
        by,
        now,
        now.plus(Duration.ofMinutes(10)),
        UUID.randomUUID().toString());
  }

  private DecisionClaims inAnotherRun(OpenRequest asked) {
    DecisionClaims own = claims(asked.id(), asked, "approve", "paul");
    return new DecisionClaims(
        own.namespace(),
        own.workflowId(),
        UUID.randomUUID().toString(),
        own.requestId(),
        own.digest(),
        own.choice(),
        own.approver(),
        own.issuedAt(),
        own.expiresAt(),
        own.id());
  }

  private DecisionClaims ofAnotherPlan(OpenRequest asked) {
    return claims(asked.id(), "0".repeat(64), "approve", "paul", RUN);
  }

  private DecisionClaims expired(OpenRequest asked) {
    DecisionClaims own = claims(asked.id(), asked, "approve", "paul");
    Instant before = own.issuedAt().minus(Duration.ofHours(2));
    return new DecisionClaims(
        own.namespace(),
        own.workflowId(),
        own.runId(),
        own.requestId(),
        own.digest(),
        own.choice(),
        own.approver(),
        before,
        before.plus(Duration.ofHours(1)),
        own.id());
  }
}
