package dev.lanyard.workflows.pin;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What needs the worker's PIN key. Touches no remote system. */
@ActivityInterface
public interface PinActivities {

  /**
   * Draws five digits, or opens the caller's, and seals them to the worker's key. Runs before the
   * create, so that a crash between the POST and its answer loses nothing. Repeated before its
   * result is recorded it draws another; after that the history holds the one that counts.
   *
   * <p>Final: {@code PIN_UNREADABLE} (sealed to another key, or for another person).
   */
  @ActivityMethod(name = "capture PIN")
  SealedPin capture(CapturePin request);

  /**
   * Opens the PIN and encrypts it to the recipient's public key, bound to the employee number. The
   * answer is readable by nobody else, so a history that holds it shows nothing.
   *
   * <p>Final: {@code PIN_UNREADABLE}, {@code RECIPIENT_KEY_UNUSABLE}.
   */
  @ActivityMethod(name = "seal PIN for recipient")
  String sealForRecipient(ResealPin request);
}
