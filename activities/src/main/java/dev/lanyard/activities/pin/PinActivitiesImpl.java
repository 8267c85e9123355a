package dev.lanyard.activities.pin;

import dev.lanyard.secrets.HandoverSeal;
import dev.lanyard.secrets.Pin;
import dev.lanyard.secrets.PinOpener;
import dev.lanyard.secrets.PinSealer;
import dev.lanyard.secrets.PinUnreadable;
import dev.lanyard.secrets.RecipientKeyMalformed;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.PinActivities;
import dev.lanyard.workflows.pin.ResealPin;
import dev.lanyard.workflows.pin.SealedPin;
import io.temporal.failure.ApplicationFailure;
import java.security.SecureRandom;

/** PINs with the worker's own keys; every seal is bound to the value of the employee number. */
public final class PinActivitiesImpl implements PinActivities {

  private final PinSealer sealer;
  private final PinOpener opener;
  private final SecureRandom random;

  /**
   * @param random where PINs are drawn from
   */
  public PinActivitiesImpl(PinSealer sealer, PinOpener opener, SecureRandom random) {
    this.sealer = sealer;
    this.opener = opener;
    this.random = random;
  }

  @Override
  public SealedPin capture(CapturePin request) {
    EmployeeNumber person = request.employeeNumber();
    // The caller's PIN is opened although it is sealed already: one that the worker cannot read
    // must fail here, before anything is written.
    Pin pin =
        request.chosen().map(chosen -> open(chosen, person)).orElseGet(() -> Pin.draw(random));
    return new SealedPin(sealer.seal(pin, person.value()));
  }

  @Override
  public String sealForRecipient(ResealPin request) {
    Pin pin = open(request.pin(), request.employeeNumber());
    try {
      return HandoverSeal.sealFor(
          request.recipientPublicKey(), pin, request.employeeNumber().value());
    } catch (RecipientKeyMalformed e) {
      throw ApplicationFailure.newNonRetryableFailureWithCause(
          e.getMessage(), FailureTypes.RECIPIENT_KEY_UNUSABLE, e);
    }
  }

  private Pin open(SealedPin sealed, EmployeeNumber person) {
    try {
      return opener.open(sealed.ciphertext(), person.value());
    } catch (PinUnreadable e) {
      throw ApplicationFailure.newNonRetryableFailureWithCause(
          e.getMessage(), FailureTypes.PIN_UNREADABLE, e);
    }
  }
}
