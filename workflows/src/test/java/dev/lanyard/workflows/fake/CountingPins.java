package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.pin.ResealPin;
import dev.lanyard.workflows.pin.SealedPin;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** Seals nothing: a sealed PIN is a number here, so that a test sees which one was used. */
public final class CountingPins implements PinActivities {

  public final FailuresAhead failures = new FailuresAhead();

  /** A key that cannot be used for sealing. */
  public static final String BAD_KEY = "not a key";

  private final Journal journal;

  public CountingPins(Journal journal) {
    this.journal = journal;
  }

  public final AtomicInteger drawn = new AtomicInteger();

  @Override
  public SealedPin capture(CapturePin request) {
    journal.enter("pins.capture");
    failures.before("capture");
    return request.chosen().orElseGet(() -> new SealedPin("sealed-" + drawn.incrementAndGet()));
  }

  @Override
  public String sealForRecipient(ResealPin request) {
    journal.enter("pins.sealForRecipient");
    failures.before("sealForRecipient");
    if (request.recipientPublicKey().equals(BAD_KEY)) {
      throw ApplicationFailure.newNonRetryableFailure(
          "no key", FailureTypes.RECIPIENT_KEY_UNUSABLE);
    }
    return request.pin().ciphertext() + " for " + request.recipientPublicKey();
  }
}
