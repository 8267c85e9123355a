package dev.lanyard.starter.fake;

import dev.lanyard.secrets.SignedFields;
import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.attention.AskSchedule;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionCheck;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.attention.Requests;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two different signatures for exactly this run, request and digest, by keys that a test enrolls.
 */
public final class SignedAsking implements DecisionCheck {

  /** By approver; of all runs of a test's process. */
  public static final Map<String, String> ENROLLED = new ConcurrentHashMap<>();

  private final String digest;
  private final List<String> approvedBy = new ArrayList<>();

  private SignedAsking(String digest) {
    this.digest = digest;
  }

  static Optional<Decision> ask(Requests requests, String digest) {
    return requests.ask(
        OpenRequest.APPROVAL,
        "May this person have access?",
        List.of(),
        "managers",
        List.of("approve", "reject"),
        Optional.of(
            new RequestTerms(
                "two signatures",
                2,
                List.of("managers", "directors"),
                false,
                true,
                List.of(),
                digest,
                0,
                false)),
        AskSchedule.NONE,
        Optional.of(new SignedAsking(digest)),
        () -> false);
  }

  @Override
  public Count check(OpenRequest request, Decision decision) {
    return () -> count(request, decision);
  }

  private Counted count(OpenRequest request, Decision decision) {
    Optional<DecisionClaims> claims =
        decision.token().flatMap(SignedFields::unverified).flatMap(DecisionClaims::ofFields);
    boolean fits =
        claims
            .filter(
                said ->
                    ENROLLED.containsKey(said.approver())
                        && SignedFields.verifies(
                            decision.token().orElseThrow(), ENROLLED.get(said.approver()))
                        && said.namespace().equals(Workflow.getInfo().getNamespace())
                        && said.workflowId().equals(Workflow.getInfo().getWorkflowId())
                        && said.runId().equals(Workflow.getInfo().getRunId())
                        && said.requestId().equals(request.id())
                        && said.digest().equals(digest)
                        && said.choice().equals(decision.choice())
                        && said.approver().equals(decision.by()))
            .isPresent();
    if (!fits) {
      return Counted.refused("no signature that fits");
    }
    approvedBy.add(decision.by());
    return new Counted(
        true, approvedBy.size() == 2, "accepted, " + approvedBy.size() + " of 2", decision.by());
  }
}
