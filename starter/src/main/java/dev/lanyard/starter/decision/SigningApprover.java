package dev.lanyard.starter.decision;

import dev.lanyard.secrets.SigningKeyPair;
import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signs what one person decides, for exactly the run and the request that they were shown. */
public final class SigningApprover {

  /** Long enough for a slow worker, short enough that a lost token is worth nothing (guessed). */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final WorkflowClient client;
  private final Clock clock;
  private final String approver;
  private final SigningKeyPair key;

  /**
   * @param approver the id that the policy has
   */
  public SigningApprover(WorkflowClient client, Clock clock, String approver, SigningKeyPair key) {
    this.client = client;
    this.clock = clock;
    this.approver = approver;
    this.key = key;
  }

  /** The decision with its token; for the run that is open now. */
  public Decision decide(String workflowId, OpenRequest request, String choice, String reason) {
    return new Decision(
        request.id(),
        choice,
        approver,
        reason,
        Optional.of(
            token(
                workflowId,
                request.id(),
                request.terms().map(RequestTerms::digest).orElse(""),
                choice)));
  }

  /**
   * For a message that brings its approval along.
   *
   * @param kind of {@link dev.lanyard.workflows.approval.AccessRequest}
   * @param digest of {@link dev.lanyard.workflows.approval.MessageDigests}
   */
  public Decision message(String workflowId, String kind, String digest, String reason) {
    return new Decision(
        kind,
        Decision.APPROVE,
        approver,
        reason,
        Optional.of(token(workflowId, kind, digest, Decision.APPROVE)));
  }

  private String token(String workflowId, String requestId, String digest, String choice) {
    Instant now = clock.instant();
    return key.sign(
        new DecisionClaims(
                client.getOptions().getNamespace(),
                workflowId,
                client.newUntypedWorkflowStub(workflowId).describe().getExecution().getRunId(),
                requestId,
                digest,
                choice,
                approver,
                now,
                now.plus(LIFE),
                UUID.randomUUID().toString())
            .toFields());
  }
}
