package dev.lanyard.activities.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.secrets.HandoverKeyPair;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.CapturePin;
import dev.lanyard.workflows.pin.ResealPin;
import dev.lanyard.workflows.pin.SealedPin;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinActivitiesImplTest {

  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");
  private static final EmployeeNumber DANA = EmployeeNumber.of("hr-10443");

  @TempDir Path folder;
  private Keys keys;
  private PinActivitiesImpl activities;

  @BeforeEach
  void makeKeys() throws IOException {
    keys = Keys.create(folder.resolve("keys"));
    activities = new PinActivitiesImpl(keys.pinSealer(), keys.pinOpener(), new SecureRandom());
  }

  @Test
  void drawnPinOpensForItsPersonOnly() {
    SealedPin sealed = activities.capture(new CapturePin(JANE, Optional.empty()));

    assertThat(keys.pinOpener().open(sealed.ciphertext(), "hr-10442").digits())
        .matches("[1-9]\\d{4}");
    assertFails(
        () -> activities.capture(new CapturePin(DANA, Optional.of(sealed))),
        FailureTypes.PIN_UNREADABLE);
  }

  @Test
  void chosenPinIsKeptAndSealedAnew() {
    String chosen = keys.pinSealer().seal(Pin.of(48213), "hr-10442");

    SealedPin sealed = activities.capture(new CapturePin(JANE, Optional.of(new SealedPin(chosen))));

    assertThat(sealed.ciphertext()).isNotEqualTo(chosen);
    assertThat(keys.pinOpener().open(sealed.ciphertext(), "hr-10442")).isEqualTo(Pin.of(48213));
  }

  @Test
  void pinSealedToAnotherKeyIsUnreadableForGood() throws IOException {
    String foreign =
        Keys.create(folder.resolve("other")).pinSealer().seal(Pin.of(48213), "hr-10442");

    assertFails(
        () -> activities.capture(new CapturePin(JANE, Optional.of(new SealedPin(foreign)))),
        FailureTypes.PIN_UNREADABLE);
  }

  @Test
  void recipientReadsThePinAndTheAnswerIsBoundToTheEmployeeNumber() {
    HandoverKeyPair recipient = HandoverKeyPair.generate();
    SealedPin sealed = new SealedPin(keys.pinSealer().seal(Pin.of(48213), "hr-10442"));

    String answer = activities.sealForRecipient(new ResealPin(JANE, sealed, recipient.publicKey()));

    assertThat(recipient.open(answer, "hr-10442")).isEqualTo(Pin.of(48213));
    assertThat(answer).doesNotContain("48213");
    assertThat(catchThrowableOfType(RuntimeException.class, () -> recipient.open(answer, "hr-1")))
        .isNotNull();
  }

  @Test
  void unusableRecipientKeyIsNamedWithoutThePin() {
    SealedPin sealed = new SealedPin(keys.pinSealer().seal(Pin.of(48213), "hr-10442"));

    ApplicationFailure failure =
        assertFails(
            () -> activities.sealForRecipient(new ResealPin(JANE, sealed, "not a key")),
            FailureTypes.RECIPIENT_KEY_UNUSABLE);

    assertThat(failure.getOriginalMessage()).contains("public key").doesNotContain("48213");
  }

  private static ApplicationFailure assertFails(ThrowingCallable act, String type) {
    ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, act);
    assertThat(failure).isNotNull();
    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isTrue();
    return failure;
  }
}
