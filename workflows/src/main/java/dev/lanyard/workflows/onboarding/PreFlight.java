package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ComposePlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.access.RuledHire;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.saga.PlanAmended;
import dev.lanyard.workflows.staffapi.StaffFindings;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import io.temporal.workflow.CancellationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Both systems are asked, every problem is shown at once, and the run parks until there is none.
 */
final class PreFlight {

  private static final String BACKOFFICE = "pre-flight check (Backoffice)";
  private static final String STAFF_API = "pre-flight check (staff API)";

  private final OnboardingInput input;
  private final Progress progress;
  private final Asking asking;
  private final ProcessPolicy policy;
  private final AttendedSteps steps;
  private final Consumer<Decision> withdraw;
  private final Amendments amendments;
  private final Grant grant;
  private final HireCompletion completion;
  private List<Finding> toldBefore = List.of();

  PreFlight(
      OnboardingInput input,
      Progress progress,
      Asking asking,
      ProcessPolicy policy,
      AttendedSteps steps,
      Consumer<Decision> withdraw,
      Amendments amendments,
      Grant grant,
      HireCompletion completion) {
    this.input = input;
    this.progress = progress;
    this.asking = asking;
    this.policy = policy;
    this.steps = steps;
    this.withdraw = withdraw;
    this.amendments = amendments;
    this.grant = grant;
    this.completion = completion;
  }

  /**
   * The plan for what is there now; waits for a human while there are problems.
   *
   * @param approved what an earlier one of these was approved for
   */
  AccessPlan plan(Optional<BackofficeTarget> approved) {
    while (true) {
      Look look = look(approved);
      if (look.problems().isEmpty() && look.plan().isPresent()) {
        return look.plan().get();
      }
      park(look.problems());
      completion.forget();
    }
  }

  /**
   * What a look came to.
   *
   * @param plan absent while it cannot be made
   */
  record Look(List<Finding> problems, Optional<AccessPlan> plan) {}

  /** Everything at once that is in the way, and the plan as far as there is one. */
  Look look(Optional<BackofficeTarget> approved) {
    RuledHire ruled = completion.complete(!grant.wroteNothing(), steps);
    if (!ruled.problems().isEmpty()
        && !HireRules.complete(input.employeeNumber(), ruled.hire()).isEmpty()) {
      // Half a hire cannot be asked about.
      progress.findings(ruled.problems(), List.of());
      return new Look(ruled.problems(), Optional.empty());
    }
    BackofficeFindings backoffice = askBackoffice(approved);
    StaffFindings staffApi = askStaffApi(backoffice, ruled);
    List<Finding> problems =
        joined(ruled.problems(), joined(backoffice.problems(), staffApi.problems()));
    if (approved.isEmpty()) {
      toldBefore = backoffice.warnings().stream().filter(PreFlight::toldOnce).toList();
    }
    progress.findings(
        problems,
        joined(
            approved.isEmpty() ? List.of() : toldBefore,
            joined(backoffice.warnings(), staffApi.warnings())));
    boolean plannable = problems.isEmpty() && backoffice.target().isPresent();
    return new Look(
        problems,
        plannable
            ? Optional.of(compose(backoffice.target().get(), staffApi, ruled))
            : Optional.empty());
  }

  private BackofficeFindings askBackoffice(Optional<BackofficeTarget> approved) {
    return steps.run(
        BACKOFFICE,
        () ->
            ActivityStubs.backoffice("Backoffice: " + amendments.hire().fullName())
                .preFlight(
                    new BackofficePreFlight(
                        input.employeeNumber(),
                        amendments.hire(),
                        approved,
                        grant.ownEmployee(),
                        amendments.hire().formerEmployee().or(input::formerEmployee))),
        findings -> count(findings.problems()));
  }

  private StaffFindings askStaffApi(BackofficeFindings backoffice, RuledHire ruled) {
    return steps.run(
        STAFF_API,
        () ->
            ActivityStubs.staffApi("staff API: " + amendments.hire().fullName())
                .preFlight(
                    new StaffPreFlight(
                        input.employeeNumber(),
                        amendments.hire(),
                        backoffice.siteNames(),
                        grant.ownStaffMember(),
                        backoffice.target().flatMap(BackofficeTarget::formerEmployee).isPresent(),
                        Optional.of(ruled.staff()).filter(terms -> ruled.hire().derives()))),
        findings -> findings.applicable() ? count(findings.problems()) : "not applicable");
  }

  private AccessPlan compose(BackofficeTarget target, StaffFindings staffApi, RuledHire ruled) {
    AccessPlan plan =
        ActivityStubs.planning()
            .compose(
                new ComposePlan(
                    input.employeeNumber(), amendments.hire(), target, staffApi.target()))
            .withNotes(ruled.notes())
            .after(grant.begun());
    progress.plan(plan);
    return plan;
  }

  /** Costs the whole roster and is a warning: a look after the approval does not repeat it. */
  private static boolean toldOnce(Finding warning) {
    return warning.code().equals("PHONE_TAKEN");
  }

  /**
   * @throws PlanAmended when an amendment came before an answer
   */
  private void park(List<Finding> problems) {
    int seen = amendments.count();
    Optional<Decision> answer =
        asking.ask(
            "The pre-flight check found " + count(problems) + "; nothing was written.",
            problems.stream().map(Finding::text).toList(),
            policy.operators(),
            List.of(Decision.RETRY, Decision.WITHDRAW),
            () -> amendments.count() != seen);
    if (answer.filter(given -> given.choice().equals(Decision.WITHDRAW)).isPresent()) {
      withdraw.accept(answer.get());
      CancellationScope.throwCanceled();
    }
    amendments.requireNoneSince(seen);
  }

  static String count(List<Finding> problems) {
    return switch (problems.size()) {
      case 0 -> "no problem";
      case 1 -> "1 problem";
      default -> problems.size() + " problems";
    };
  }

  private static List<Finding> joined(List<Finding> first, List<Finding> second) {
    List<Finding> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
