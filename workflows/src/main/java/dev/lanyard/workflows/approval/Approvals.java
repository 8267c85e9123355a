package dev.lanyard.workflows.approval;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.approval.ApprovalOutcome.Result;
import dev.lanyard.workflows.attention.AskSchedule;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionCheck;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The one way in which a run asks whether it may. One for each run. */
public final class Approvals {

  /** The change id under which runs ask this way; older ones go on as they began. */
  private static final String CHANGE = "approval-policy";

  /** Under which a parked step says what its answers need. */
  private static final String NEEDS = "parked-needs";

  /** Of a process as a whole. */
  private static final String STEP = "approval";

  private final Progress progress;
  private final Requests requests;
  private final Set<String> usedTokens = new HashSet<>();
  private boolean tellsNeeds;

  public Approvals(Progress progress, Requests requests) {
    this.progress = progress;
    this.requests = requests;
  }

  /** Whether this run asks by the policy; to be asked once, at its beginning. */
  public static boolean apply() {
    return Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /**
   * To be called once, at the run's beginning: asked later, in the middle of several branches, the
   * version would hand the turn to another one.
   */
  public void begin() {
    tellsNeeds = Workflow.getVersion(NEEDS, Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  /**
   * Waits until the policy is satisfied, or cannot be any more. The step {@code approval} tells of
   * it. Somebody on the protected list parks here, until the list is changed or it is rejected.
   * While it waits the run's stage says so; the next one is the caller's to set.
   *
   * @param digest of exactly what is shown; a signature stands for it
   * @param overtaken ends the wait when it becomes true
   */
  public ApprovalOutcome ask(
      AccessRequest request,
      String question,
      List<String> detail,
      String digest,
      BooleanSupplier overtaken) {
    return ask(STEP, request, question, detail, digest, Optional.empty(), overtaken);
  }

  /**
   * For a message that grants, moves a date, amends, skips, compensates, withdraws or undoes: the
   * kind's rule may let it pass by itself, or the message may bring a signed decision that is
   * enough; else it opens a request of its own, and waits. What the message asks for may be done
   * when the outcome is approved, and not otherwise. To be called from the message's handler.
   *
   * @param message the {@link Decision} that the message carries: its {@code requestId} and choice
   *     are the kind, its token was signed for {@code digest}; without one it counts where the rule
   *     takes bare decisions. Empty: the message is no decision
   */
  public ApprovalOutcome guard(
      AccessRequest request,
      String question,
      List<String> detail,
      String digest,
      Optional<Decision> message,
      BooleanSupplier overtaken) {
    return ask(
        "approval of " + request.kind(), request, question, detail, digest, message, overtaken);
  }

  /**
   * Asks what is to become of a parked step. {@code retry} is always taken, since it grants
   * nothing; {@code skip}, {@code withdraw} and {@code compensate} pass the policy.
   *
   * @param about the access that the run is about, of any kind
   */
  public Asking parked(AccessRequest about) {
    return (question, detail, group, choices, overtaken) ->
        requests.ask(
            OpenRequest.PARKED,
            question,
            withNeeds(about, choices, detail),
            group,
            choices,
            Optional.empty(),
            AskSchedule.NONE,
            Optional.of(new ParkedChoices(about, usedTokens)),
            overtaken);
  }

  /** The same with what each choice needs under the policy, so that nobody sends it in vain. */
  private List<String> withNeeds(AccessRequest about, List<String> choices, List<String> detail) {
    List<String> guarded =
        choices.stream().filter(choice -> !ParkedChoices.alwaysTaken(choice)).toList();
    if (!tellsNeeds) {
      return detail;
    }
    List<String> more = new ArrayList<>(detail);
    guarded.forEach(choice -> more.add(choice + ": " + need(about.withKind(choice))));
    return more;
  }

  private static String need(AccessRequest asked) {
    try {
      return ActivityStubs.approvals().assess(asked).describe();
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure stopped) {
        throw stopped;
      }
      return "what it needs could not be looked up";
    }
  }

  private ApprovalOutcome ask(
      String step,
      AccessRequest request,
      String question,
      List<String> detail,
      String digest,
      Optional<Decision> message,
      BooleanSupplier overtaken) {
    while (true) {
      ApprovalRule rule = ActivityStubs.approvals().assess(request);
      if (rule.protectedReason().isPresent()) {
        Optional<ApprovalOutcome> ended = parkProtected(step, request, rule, question, overtaken);
        if (ended.isPresent()) {
          return told(step, ended.get());
        }
      } else if (rule.auto()) {
        progress.begin(step);
        return told(
            step, new ApprovalOutcome(Result.APPROVED, List.of(), "by " + rule.name(), true));
      } else {
        return told(step, vote(step, request, rule, question, detail, digest, message, overtaken));
      }
    }
  }

  private ApprovalOutcome vote(
      String step,
      AccessRequest request,
      ApprovalRule rule,
      String question,
      List<String> detail,
      String digest,
      Optional<Decision> message,
      BooleanSupplier overtaken) {
    if (overtaken.getAsBoolean()) {
      return notNeeded();
    }
    Tally tally = new Tally(request, rule, digest, usedTokens);
    message
        .filter(given -> given.token().isPresent() || !rule.signed())
        .ifPresent(given -> hear(tally, given, request));
    if (tally.isEnough()) {
      progress.begin(step);
      return approved(tally);
    }
    RequestTerms terms = rule.terms(tally.approvedBy(), digest);
    if (step.equals(STEP)) {
      progress.stage(Stages.AWAITING_APPROVAL);
    }
    progress.waiting(step, "asked of " + terms.describe());
    Optional<Decision> decision =
        requests.ask(
            OpenRequest.APPROVAL,
            question,
            detail,
            rule.groups().get(0),
            List.of(Decision.APPROVE, Decision.REJECT),
            Optional.of(terms),
            schedule(rule),
            Optional.of(tally),
            overtaken);
    if (decision.isEmpty()) {
      return nobody(rule, overtaken);
    }
    if (decision.get().choice().equals(Decision.APPROVE)) {
      return approved(tally);
    }
    return new ApprovalOutcome(
        Result.REJECTED, List.of(decision.get().by()), "rejected by " + decision.get().by(), false);
  }

  /** What a message brought along; it counts as its sender's decision, or is listed. */
  private void hear(Tally tally, Decision given, AccessRequest request) {
    Decision decision =
        new Decision(request.kind(), Decision.APPROVE, given.by(), given.reason(), given.token());
    DecisionCheck.Counted counted =
        tally.count(decision, tally.verdict(decision, request.kind(), false));
    progress.decision(
        new DecisionRecord(
            request.kind(),
            Decision.APPROVE,
            counted.approver(),
            counted.accepted(),
            counted.reason(),
            now()));
  }

  /** Empty: the list may have changed, look again. */
  private Optional<ApprovalOutcome> parkProtected(
      String step,
      AccessRequest request,
      ApprovalRule rule,
      String question,
      BooleanSupplier overtaken) {
    progress.begin(step);
    progress.parked(step, "on the protected list");
    Tally tally = new Tally(request, rule, "", usedTokens);
    Optional<Decision> decision =
        requests.ask(
            OpenRequest.PARKED,
            question,
            List.of(
                rule.protectedReason().orElseThrow(),
                "Take the entry off the policy's list and start the worker anew, then retry; or"
                    + " reject."),
            rule.groups().get(0),
            List.of(Decision.RETRY, Decision.REJECT),
            Optional.empty(),
            AskSchedule.NONE,
            Optional.of(
                (open, given) ->
                    given.choice().equals(Decision.RETRY)
                        ? () -> new DecisionCheck.Counted(true, true, "accepted", given.by())
                        : tally.check(open, given)),
            // Nothing makes the end of such an access so urgent that nobody has to look.
            request.kind().equals(AccessRequest.TERMINATE) ? () -> false : overtaken);
    if (decision.isEmpty()) {
      return Optional.of(notNeeded());
    }
    if (decision.get().choice().equals(Decision.RETRY)) {
      return Optional.empty();
    }
    String by = decision.get().by();
    return Optional.of(
        new ApprovalOutcome(
            Result.REJECTED, List.of(by), "rejected by " + by + ": on the protected list", false));
  }

  private static AskSchedule schedule(ApprovalRule rule) {
    return new AskSchedule(
        rule.remindAfter(),
        rule.escalateAfter(),
        rule.escalatedTo(),
        rule.expiresAfter(),
        rule.onExpiry().equals(ApprovalRule.ESCALATE));
  }

  private static ApprovalOutcome approved(Tally tally) {
    return new ApprovalOutcome(
        Result.APPROVED,
        tally.approvedBy(),
        "given by " + String.join(" and ", tally.approvedBy()),
        false);
  }

  private static ApprovalOutcome notNeeded() {
    return new ApprovalOutcome(Result.OVERTAKEN, List.of(), "no longer needed", false);
  }

  private static ApprovalOutcome nobody(ApprovalRule rule, BooleanSupplier overtaken) {
    return overtaken.getAsBoolean()
        ? notNeeded()
        : new ApprovalOutcome(
            Result.EXPIRED,
            List.of(),
            "nobody approved within " + words(rule.expiresAfter().orElseThrow()),
            false);
  }

  private ApprovalOutcome told(String step, ApprovalOutcome outcome) {
    switch (outcome.result()) {
      case APPROVED, OVERTAKEN -> progress.done(step, outcome.reason());
      case REJECTED, EXPIRED -> progress.failed(step, outcome.reason());
    }
    return outcome;
  }

  private static String words(Duration time) {
    return time.toHoursPart() == 0 && time.toDays() > 0
        ? time.toDays() + " days"
        : time.toHours() + " hours";
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
