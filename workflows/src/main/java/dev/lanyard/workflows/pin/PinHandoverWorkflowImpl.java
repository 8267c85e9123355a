package dev.lanyard.workflows.pin;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.TimedWait;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.restoration.RestorationInput;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    requireGrant();
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(input.employeeNumber().value()));
    show("waits to be collected");
    TimedWait.until(
        input.readableFor(), "can be collected", () -> closed != null || collectedAt.isPresent());
    // Who asked in time is still answered.
    Workflow.await(() -> closed != null || firstKey == null || collectedAt.isPresent());
    if (closed == null && collectedAt.isPresent()) {
      TimedWait.until(input.readableAgainFor(), "can be collected again", () -> closed != null);
    }
    if (closed == null) {
      closed = collectedAt.isPresent() ? "it was collected" : "nobody came in time";
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
    return status();
  }

  /**
   * The server attests the parent. Without this, a sealed PIN that was copied from another history
   * could be opened by a run that somebody started by hand.
   */
  private void requireGrant() {
    if (input == null || !HireRules.employeeNumber(input.employeeNumber()).isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "employeeNumber must be " + EmployeeNumber.SHAPE, FailureTypes.INPUT_REFUSED);
    }
    boolean own =
        Stream.of(
                WorkflowIds.onboardings(input.employeeNumber()),
                WorkflowIds.restorations(RestorationInput.UNDO, input.employeeNumber()),
                WorkflowIds.restorations(RestorationInput.RETURN, input.employeeNumber()))
            .anyMatch(
                ids ->
                    Workflow.getInfo()
                        .getParentWorkflowId()
                        .filter(parent -> parent.startsWith(ids))
                        .isPresent());
    if (!own) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Only the person's onboarding, undo or return may hand a PIN over.",
          FailureTypes.NO_CONSENT);
    }
  }

  @Override
  public RevealAnswer reveal(RevealRequest request) {
    Optional<String> objection = objection(request);
    if (objection.isPresent()) {
      return refuse(request, objection.get());
    }
    firstKey = request.publicKey();
    String answer;
    try {
      answer =
          ActivityStubs.pins()
              .sealForRecipient(
                  new ResealPin(input.employeeNumber(), input.pin(), request.publicKey()));
    } catch (ActivityFailure failure) {
      if (collectedAt.isEmpty() && request.publicKey().equals(firstKey)) {
        firstKey = null; // Nothing was given away, so that another key may still be the first.
      }
      return refuse(
          request,
          failure.getCause() instanceof ApplicationFailure cause
              ? cause.getType() + ": " + cause.getOriginalMessage()
              : "the worker could not seal it");
    }
    // Sealing takes its time: the hand-over may have been closed meanwhile.
    Optional<String> late = objection(request);
    if (late.isPresent()) {
      return refuse(request, late.get());
    }
    firstKey = request.publicKey();
    if (collectedAt.isEmpty()) {
      collectedBy = Optional.of(kept(request.by()));
      collectedAt = Optional.of(Instant.ofEpochMilli(Workflow.currentTimeMillis()));
      show("collected by " + collectedBy.get());
    }
    return new RevealAnswer(Optional.of(answer), "");
  }

  private Optional<String> objection(RevealRequest request) {
    if (closed != null) {
      return Optional.of("the hand-over is over: " + closed);
    }
    return firstKey != null && !firstKey.equals(request.publicKey())
        ? Optional.of("another key asked first")
        : Optional.empty();
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
