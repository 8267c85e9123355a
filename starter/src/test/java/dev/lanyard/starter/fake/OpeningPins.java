package dev.lanyard.starter.fake;

import dev.lanyard.secrets.HandoverSeal;
import dev.lanyard.secrets.Keys;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.pin.ResealPin;
import dev.lanyard.workflows.pin.SealedPin;

/** Opens what the starter sealed, as the worker does. */
public final class OpeningPins implements PinActivities {

  private final Keys keys;

  OpeningPins(Keys keys) {
    this.keys = keys;
  }

  @Override
  public SealedPin capture(CapturePin request) {
    return request.chosen().orElseThrow();
  }

  @Override
  public String sealForRecipient(ResealPin request) {
    String person = request.employeeNumber().value();
    return HandoverSeal.sealFor(
        request.recipientPublicKey(),
        keys.pinOpener().open(request.pin().ciphertext(), person),
        person);
  }
}
