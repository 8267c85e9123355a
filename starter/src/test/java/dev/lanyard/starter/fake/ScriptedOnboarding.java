package dev.lanyard.starter.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireAmendment;
import dev.lanyard.workflows.onboarding.OnboardingInput;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingWorkflow;
import dev.lanyard.workflows.pin.PinHandoverInput;
import dev.lanyard.workflows.pin.PinHandoverWorkflow;
import dev.lanyard.workflows.pin.SealedPin;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * An onboarding that touches nothing: it asks for approval, then ends as a site's name says ({@link
 * #FAILS}, {@link #PARKS}, anything else is done).
 */
public final class ScriptedOnboarding implements OnboardingWorkflow {

  public static final String FAILS = "Site that refuses";
  public static final String PARKS = "Site that parks";
  public static final String SIGNED = "Site that wants two signatures";

  private final OnboardingInput input;
  private final Progress progress;
  private final Requests requests;
  private boolean withdrawn;

  @WorkflowInit
  public ScriptedOnboarding(OnboardingInput input) {
    this.input = input;
    progress = new Progress("onboarding", input.employeeNumber());
    requests = new Requests(progress);
  }

  @Override
  public OnboardingResult onboard(OnboardingInput same) {
    if (input.hire().derives()) {
      return ended(OnboardingResult.REJECTED, "no rules here");
    }
    progress.begin("pre-flight check");
    AccessPlan plan = plan();
    progress.plan(plan);
    progress.done("pre-flight check", "nothing in the way");
    if (input.dryRun()) {
      return planned();
    }
    if (input.hire().sites().names().contains(PARKS)) {
      ask(OpenRequest.PARKED, "create employee is parked", List.of("retry", "withdraw"));
    }
    progress.stage(Stages.AWAITING_APPROVAL);
    Optional<Decision> decision =
        input.hire().sites().names().contains(SIGNED)
            ? SignedAsking.ask(requests, plan.digest())
            : ask(
                OpenRequest.APPROVAL, "May this person have access?", List.of("approve", "reject"));
    if (withdrawn) {
      return ended(OnboardingResult.WITHDRAWN, "withdrawn");
    }
    if (decision.filter(given -> given.choice().equals("approve")).isEmpty()) {
      return ended(OnboardingResult.REJECTED, "rejected by " + decision.orElseThrow().by());
    }
    progress.begin("create employee");
    if (input.hire().sites().names().contains(FAILS)) {
      progress.failed("create employee", "BACKOFFICE_REFUSED");
      throw ApplicationFailure.newNonRetryableFailure(
          "Everything was undone: no",
          FailureTypes.ONBOARDING_UNDONE,
          ended(OnboardingResult.UNDONE, "BACKOFFICE_REFUSED: no"));
    }
    progress.done("create employee", "employee 4711");
    openHandover();
    progress.stage(Stages.DONE);
    return ended(OnboardingResult.DONE, "");
  }

  private OnboardingResult planned() {
    return new OnboardingResult(
        OnboardingResult.PLANNED,
        input.hire().posUserId(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        input.hire().sites().names().contains(PARKS)
            ? List.of(PARKS + " is in the way")
            : List.of());
  }

  private Optional<Decision> ask(String kind, String question, List<String> choices) {
    return requests.ask(
        kind, question, List.of(), "managers", choices, Optional.empty(), () -> withdrawn);
  }

  private void openHandover() {
    PinHandoverWorkflow handover =
        Workflow.newChildWorkflowStub(
            PinHandoverWorkflow.class,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId("pin/" + input.employeeNumber())
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .build());
    Async.function(
            handover::handOver,
            new PinHandoverInput(
                input.employeeNumber(),
                input.hire().pin().orElse(new SealedPin("none")),
                Duration.ofDays(1),
                Duration.ofHours(1)))
        .handle((status, failure) -> null);
    Workflow.getWorkflowExecution(handover).get();
  }

  private AccessPlan plan() {
    Hire hire = input.hire();
    return new AccessPlan(
        input.employeeNumber(),
        new BackofficePlan(
            hire.posUserId(),
            hire.firstName(),
            hire.lastName(),
            hire.phone(),
            hire.email(),
            hire.startDate(),
            hire.wageRate(),
            hire.wageRate(),
            new BackofficeTarget(
                new SiteGrant(hire.sites().all(), List.of(new SiteRef(1, "Wash 37135"))),
                new SiteRef(1, "Wash 37135"),
                List.of(),
                new TemplateRef(7, hire.permissionTemplate(), List.of(1, 2), List.of()))),
        Optional.empty(),
        hire.startDate().atStartOfDay().toInstant(ZoneOffset.UTC),
        "UTC",
        "digest-1");
  }

  private OnboardingResult ended(String outcome, String reason) {
    return new OnboardingResult(
        outcome,
        input.hire().posUserId(),
        Optional.of(4711),
        Optional.of(99L),
        Optional.of("Wash 37135"),
        List.of("Wash 37135"),
        List.of("phone is shared"),
        reason);
  }

  @Override
  public void decide(RawValue decision) {
    requests.decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return requests.decide(decision);
  }

  @Override
  public void validateDecideNow(Decision decision) {
    Requests.requireWellFormed(decision);
  }

  @Override
  public void amend(RawValue amendment) {
    // What it asks for stays as it is.
  }

  @Override
  public DecisionAnswer amendNow(HireAmendment amendment) {
    return new DecisionAnswer(
        true, "amended: " + String.join(", ", amendment.changedIn(input.hire())));
  }

  @Override
  public void validateAmendNow(HireAmendment amendment) {}

  @Override
  public void withdraw(Withdrawal asked) {
    withdrawn = true;
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}
