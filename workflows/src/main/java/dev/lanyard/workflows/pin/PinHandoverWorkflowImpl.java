package dev.lanyard.workflows.pin;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first key wins; every other one is refused and recorded. */
public final class PinHandoverWorkflowImpl implements PinHandoverWorkflow {

  /** Those who were turned away: enough to see that somebody tried (guessed). */
  private static final int REFUSED_KEPT = 50;

  private static final int WORDS_KEPT = 200;

  private final PinHandoverInput input;
  private final List<String> refused = new ArrayList<>();
  private String firstKey;
  private Optional<String> collectedBy = Optional.empty();
  private Optional<Instant> collectedAt = Optional.empty();
  private String closed;

  @WorkflowInit
  public PinHandoverWorkflowImpl(PinHandoverInput input) {
    this.input = input;
  }

  @Override
  public PinHandoverStatus handOver(PinHandoverInput sameInput) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    show("waits to be collected");
    Workflow.await(input.readableFor(), () -> closed != null || collectedAt.isPresent());
    if (closed == null && collectedAt.isPresent()) {
      Workflow.await(input.readableAgainFor(), () -> closed != null);
    }
    if (closed == null) {
      closed = collectedAt.isPresent() ? "it was collected" : "nobody came in time";
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
    return status();
  }

  @Override
  public RevealAnswer reveal(RevealRequest request) {
    if (closed != null) {
      return refuse(request, "the hand-over is over: " + closed);
    }
    if (firstKey != null && !firstKey.equals(request.publicKey())) {
      return refuse(request, "another key asked first");
    }
    boolean first = firstKey == null;
    firstKey = request.publicKey();
    try {
      String answer =
          ActivityStubs.pins()
              .sealForRecipient(
                  new ResealPin(input.employeeNumber(), input.pin(), request.publicKey()));
      if (collectedAt.isEmpty()) {
        collectedBy = Optional.of(kept(request.by()));
        collectedAt = Optional.of(Instant.ofEpochMilli(Workflow.currentTimeMillis()));
        show("collected by " + collectedBy.get());
      }
      return new RevealAnswer(Optional.of(answer), "");
    } catch (ActivityFailure failure) {
      if (first && collectedAt.isEmpty()) {
        firstKey = null; // Nothing was given away, so that another key may still be the first.
      }
      String reason =
          failure.getCause() instanceof ApplicationFailure cause
              ? cause.getType() + ": " + cause.getOriginalMessage()
              : "the worker could not seal it";
      return refuse(request, reason);
    }
  }

  @Override
  public void validateReveal(RevealRequest request) {
    if (request == null || request.publicKey() == null || request.publicKey().isBlank()) {
      throw new IllegalArgumentException("a request needs the publicKey that the answer is for");
    }
    if (request.publicKey().length() > 4096) {
      throw new IllegalArgumentException("publicKey is longer than any key that is known here");
    }
  }

  @Override
  public void close(String reason) {
    if (closed == null) {
      closed = reason == null || reason.isBlank() ? "closed" : kept(reason);
      show(closed);
    }
  }

  @Override
  public PinHandoverStatus status() {
    return new PinHandoverStatus(collectedBy, collectedAt, refused);
  }

  private RevealAnswer refuse(RevealRequest request, String reason) {
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    refused.add(now + " " + kept(request.by()) + ": " + reason);
    if (refused.size() > REFUSED_KEPT) {
      refused.remove(0);
    }
    show("somebody was refused");
    return new RevealAnswer(Optional.empty(), reason);
  }

  private void show(String what) {
    Workflow.setCurrentDetails(
        "PIN of "
            + input.employeeNumber()
            + ": "
            + what.replaceAll("[^A-Za-z0-9 .:_-]", " ")
            + ". Refused so far: "
            + refused.size());
  }

  private static String kept(String words) {
    String known = words == null ? "" : words;
    return known.length() <= WORDS_KEPT ? known : known.substring(0, WORDS_KEPT);
  }
}
