package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.pin.ResealPin;
import dev.lanyard.workflows.pin.SealedPin;
import java.util.concurrent.atomic.AtomicInteger;

/** Seals nothing: a sealed PIN is a number here, so that a test sees which one was used. */
public final class CountingPins implements PinActivities {

  public final AtomicInteger drawn = new AtomicInteger();

  @Override
  public SealedPin capture(CapturePin request) {
    return request.chosen().orElseGet(() -> new SealedPin("sealed-" + drawn.incrementAndGet()));
  }

  @Override
  public String sealForRecipient(ResealPin request) {
    return request.pin().ciphertext() + " for " + request.recipientPublicKey();
  }
}
