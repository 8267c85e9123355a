package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

final class PinSealTest {
  private static final Keys KEYS = FreshKeys.make();
  private static final Pin PIN = Pin.of(48_213);

  private final PinSealer sealer = KEYS.pinSealer();
  private final PinOpener opener = KEYS.pinOpener();

  @Property(tries = 200)
  void aSealedPinOpensForWhatItIsBoundTo(
      @ForAll @IntRange(min = 10_000, max = 99_999) int number, @ForAll @NotBlank String boundTo) {
    // jqwik knows fewer blanks than Java does.
    Assume.that(!boundTo.isBlank());
    String sealed = sealer.seal(Pin.of(number), boundTo);

    assertThat(opener.open(sealed, boundTo)).isEqualTo(Pin.of(number));
    assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain(Integer.toString(number));
  }

  @Property(tries = 100)
  void itOpensForNothingElse(
      @ForAll @NotBlank @StringLength(max = 40) String boundTo,
      @ForAll @NotBlank @StringLength(max = 40) String other) {
    Assume.that(!boundTo.equals(other) && !boundTo.isBlank() && !other.isBlank());
    String sealed = sealer.seal(PIN, boundTo);

    assertThatThrownBy(() -> opener.open(sealed, other)).isInstanceOf(PinUnreadable.class);
  }

  @Example
  void anyChangedBitIsNoticed() {
    // X25519 ignores the top bit of a public key; HPKE's key derivation does not.
    byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(PIN, "onboarding/1"));
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThatThrownBy(() -> opener.open(text, "onboarding/1"))
          .as("bit %d", bit)
          .isInstanceOf(PinUnreadable.class);
    }
  }

  @Example
  void anotherInstallationsKeyDoesNotOpenItAndTheFailureShowsNothing() {
    String sealed = sealer.seal(PIN, "onboarding/1");

    assertThatThrownBy(() -> FreshKeys.make().pinOpener().open(sealed, "onboarding/1"))
        .isInstanceOf(PinUnreadable.class)
        .hasNoCause()
        .message()
        .contains("onboarding/1")
        .doesNotContain("48213")
        .doesNotContain(sealed);
  }

  @Example
  void twoSealsOfOnePinDiffer() {
    assertThat(sealer.seal(PIN, "onboarding/1")).isNotEqualTo(sealer.seal(PIN, "onboarding/1"));
  }

  @Example
  void everySealHasTheSameLength() {
    assertThat(sealer.seal(Pin.of(10_000), "a")).hasSameSizeAs(sealer.seal(Pin.of(99_999), "b/2"));
  }

  @Example
  void textThatIsNoSealIsUnreadable() {
    for (String text : new String[] {"", "x", "not base64 at all!", "AAAA"}) {
      assertThatThrownBy(() -> opener.open(text, "onboarding/1")).isInstanceOf(PinUnreadable.class);
    }
  }

  @Example
  void aBlankBindingIsRefused() {
    assertThatThrownBy(() -> sealer.seal(PIN, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boundTo");
    assertThatThrownBy(() -> opener.open(sealer.seal(PIN, "onboarding/1"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boundTo");
  }
}
