package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.Mandate;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.saga.PlanAmended;
import io.temporal.workflow.CancellationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What an alteration asks of people: an approval, or what is to become of it where it parks. */
public final class AlterationAsking {

  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final Mandate mandate;
  private final Consumer<Decision> withdraw;
  private final BooleanSupplier refusesWithdrawals;
  private final Amended amended;
  private String rejection = "";
  private AccessRequest about;

  /**
   * @param about what is asked for, as far as it is known by now
   * @param withdraw is told when somebody answers so
   * @param refusesWithdrawals asked when it matters
   */
  AlterationAsking(
      Progress progress,
      Requests requests,
      Approvals approvals,
      Mandate mandate,
      AccessRequest about,
      Consumer<Decision> withdraw,
      BooleanSupplier refusesWithdrawals,
      Amended amended) {
    this.progress = progress;
    this.requests = requests;
    this.approvals = approvals;
    this.mandate = mandate;
    this.withdraw = withdraw;
    this.refusesWithdrawals = refusesWithdrawals;
    this.amended = amended;
    this.about = of(about);
  }

  /** Where answers go. */
  Requests requests() {
    return requests;
  }

  /** What is asked for, as far as it is known: whoever is on the protected list parks. */
  public AccessRequest about() {
    return about;
  }

  public void about(AccessRequest request) {
    about = of(request);
  }

  private AccessRequest of(AccessRequest request) {
    return request.withRequester(mandate.requester());
  }

  /** Why it was not approved; empty when it was, or nobody was asked. */
  String rejection() {
    return rejection;
  }

  /** Of a dry run: adds to its plan what the policy asks for. */
  public void showWhoApproves(AccessRequest request) {
    PlanOutline shown = progress.status().outline().orElseThrow();
    List<String> lines = new ArrayList<>(shown.lines());
    lines.add("Approval: " + ActivityStubs.approvals().assess(of(request)).describe());
    progress.outline(new PlanOutline(shown.digest(), lines));
  }

  /** Steps that park what a human can do something about, and throw on what undoes. */
  public AttendedSteps steps(ProcessPolicy policy) {
    return attended(policy, true);
  }

  /** Steps of which none undoes anything: every final failure parks. */
  public AttendedSteps forwardSteps(ProcessPolicy policy) {
    return attended(policy, false);
  }

  private AttendedSteps attended(ProcessPolicy policy, boolean undoes) {
    return new AttendedSteps(
        progress,
        this::askParked,
        policy.operators(),
        withdrawal(),
        type -> !undoes || !FailureTypes.undoes(type),
        withdraw,
        amended::count,
        amended::requireNone);
  }

  /** Steps of a dry run: none parks, and none asks anybody. */
  public AttendedSteps lookingSteps() {
    return new AttendedSteps(
        progress, this::askParked, "", List.of(), type -> false, decision -> {}, () -> 0);
  }

  /** While undoing nothing can be withdrawn any more, and nothing is skipped. */
  public AttendedSteps undoing(ProcessPolicy policy) {
    return new AttendedSteps(
        progress,
        this::askParked,
        policy.operators(),
        List.of(),
        type -> true,
        decision -> {},
        () -> 0);
  }

  /** What is asked for may have become known since the step began. */
  private Optional<Decision> askParked(
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      BooleanSupplier overtaken) {
    List<String> told = new ArrayList<>(detail);
    amended.offer().ifPresent(told::add);
    return approvals.parked(about).ask(question, told, group, choices, overtaken);
  }

  /**
   * Waits until somebody says to look again; a withdrawal ends the run instead.
   *
   * @throws PlanAmended when an amendment came before an answer
   */
  public void park(String question, List<String> detail, ProcessPolicy policy) {
    String choice = park(question, detail, policy, List.of());
    if (!choice.equals(Decision.RETRY)) {
      throw new IllegalStateException("answered with " + choice);
    }
  }

  /**
   * The same, with further choices; returns what was chosen.
   *
   * @param others besides {@code retry}, and {@code withdraw} where that is possible
   */
  public String park(
      String question, List<String> detail, ProcessPolicy policy, List<String> others) {
    List<String> choices = new ArrayList<>(List.of(Decision.RETRY));
    choices.addAll(withdrawal());
    choices.addAll(others);
    Optional<Decision> answer =
        askParked(question, detail, policy.operators(), choices, amended::isAny);
    if (answer.isEmpty()) {
      amended.requireNone();
    }
    Decision decision =
        answer.orElseThrow(() -> new IllegalStateException("a parked run does not expire"));
    if (decision.choice().equals(Decision.WITHDRAW)) {
      withdraw.accept(decision);
      CancellationScope.throwCanceled();
    }
    return decision.choice();
  }

  /**
   * Shows what was found; parks while there are problems, and returns false to look again.
   *
   * @throws PlanAmended when an amendment came before an answer
   */
  public boolean passes(List<Finding> problems, List<Finding> warnings, ProcessPolicy policy) {
    progress.findings(problems, warnings);
    if (problems.isEmpty()) {
      return true;
    }
    park(
        "The check found "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + "; nothing was written.",
        problems.stream().map(Finding::text).toList(),
        policy);
    return false;
  }

  /**
   * Asks by the policy, bound to the digest; false ends the run as rejected.
   *
   * @param digest of exactly what is shown
   * @throws PlanAmended when an amendment came before an answer
   */
  public boolean approved(
      AccessRequest request, String question, List<String> lines, String digest) {
    ApprovalOutcome outcome = approvals.ask(of(request), question, lines, digest, amended::isAny);
    if (outcome.result() == ApprovalOutcome.Result.OVERTAKEN) {
      throw new PlanAmended();
    }
    rejection = outcome.approved() ? "" : outcome.reason();
    return outcome.approved();
  }

  private List<String> withdrawal() {
    return refusesWithdrawals.getAsBoolean() ? List.of() : List.of(Decision.WITHDRAW);
  }
}
