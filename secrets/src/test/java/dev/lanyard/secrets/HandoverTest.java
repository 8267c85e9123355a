package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;

final class HandoverTest {
  private static final Pin PIN = Pin.of(48_213);
  private static final HandoverKeyPair RECIPIENT = HandoverKeyPair.generate();

  @Property(tries = 200)
  void theRecipientOpensTheAnswer(
      @ForAll @IntRange(min = 10_000, max = 99_999) int number, @ForAll @NotBlank String boundTo) {
    String answer = HandoverSeal.sealFor(RECIPIENT.publicKey(), Pin.of(number), boundTo);

    assertThat(RECIPIENT.open(answer, boundTo)).isEqualTo(Pin.of(number));
  }

  @Example
  void nobodyElseOpensIt() {
    String answer = HandoverSeal.sealFor(RECIPIENT.publicKey(), PIN, "hand-over/1");

    assertThatThrownBy(() -> HandoverKeyPair.generate().open(answer, "hand-over/1"))
        .isInstanceOf(PinUnreadable.class);
    assertThatThrownBy(() -> RECIPIENT.open(answer, "hand-over/2"))
        .isInstanceOf(PinUnreadable.class);
  }

  @Example
  void theSameKeyDoesNotOpenASealMadeForTheWorker() throws Exception {
    KeysetHandle recipient =
        TinkProtoKeysetFormat.parseKeysetWithoutSecret(
            Base64.getUrlDecoder().decode(RECIPIENT.publicKey()), Primitives.ALL);
    String forWorker =
        PinHpke.seal(
            recipient.getPrimitive(Primitives.ALL, HybridEncrypt.class),
            PinHpke.FOR_WORKER,
            PIN,
            "hand-over/1");

    assertThatThrownBy(() -> RECIPIENT.open(forWorker, "hand-over/1"))
        .isInstanceOf(PinUnreadable.class);
  }

  @Example
  void theFingerprintIsShortAndTellsKeysApart() {
    assertThat(RECIPIENT.fingerprint())
        .matches("([0-9a-f]{4}-){7}[0-9a-f]{4}")
        .isEqualTo(HandoverSeal.fingerprint(RECIPIENT.publicKey()))
        .isNotEqualTo(HandoverKeyPair.generate().fingerprint());
    assertThat(RECIPIENT)
        .hasToString("HandoverKeyPair[" + RECIPIENT.fingerprint() + ", private half [redacted]]");
  }

  @Property(tries = 300)
  void textThatIsNoKeyIsRefusedAsSuch(@ForAll String text) {
    assertMalformed(text);
  }

  @Property(tries = 500)
  void theRecipientOpensNothingSealedForAnAlteredKeyOfAnotherFingerprint(
      @ForAll @IntRange(min = 0, max = 600) int position, @ForAll byte value) {
    byte[] bytes = Base64.getUrlDecoder().decode(RECIPIENT.publicKey());
    int index = position % bytes.length;
    if (bytes[index] == value) {
      return;
    }
    bytes[index] = value;
    String altered = encode(bytes);
    try {
      String answer = HandoverSeal.sealFor(altered, PIN, "hand-over/1");
      if (!HandoverSeal.fingerprint(altered).equals(RECIPIENT.fingerprint())) {
        assertThatThrownBy(() -> RECIPIENT.open(answer, "hand-over/1"))
            .isInstanceOf(PinUnreadable.class);
      }
    } catch (RecipientKeyMalformed e) {
      assertThat(e).hasMessageStartingWith("recipient's public key: ").hasNoCause();
    }
  }

  @Example
  void otherKindsOfKeysAreRefused() throws GeneralSecurityException {
    KeysetHandle symmetric =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Primitives.ALL);
    KeysetHandle otherHpke =
        KeysetHandle.generateNew(
            PredefinedHybridParameters.HPKE_P256_HKDF_SHA256_AES_128_GCM, Primitives.ALL);
    KeysetHandle privateHalf = KeysetHandle.generateNew(PinHpke.PARAMETERS, Primitives.ALL);

    assertMalformed(
        encode(
            TinkProtoKeysetFormat.serializeKeyset(
                symmetric, InsecureSecretKeyAccess.get(), Primitives.ALL)));
    assertMalformed(HandoverSeal.textOf(otherHpke.getPublicKeysetHandle()));
    assertMalformed(
        encode(
            TinkProtoKeysetFormat.serializeKeyset(
                privateHalf, InsecureSecretKeyAccess.get(), Primitives.ALL)));
  }

  @Example
  void twoKeysInOneAreRefused() throws GeneralSecurityException {
    KeysetHandle one =
        KeysetHandle.generateNew(PinHpke.PARAMETERS, Primitives.ALL).getPublicKeysetHandle();
    KeysetHandle two =
        KeysetHandle.newBuilder(one)
            .addEntry(
                KeysetHandle.importKey(
                    KeysetHandle.generateNew(PinHpke.PARAMETERS, Primitives.ALL)
                        .getPublicKeysetHandle()
                        .getPrimary()
                        .getKey()))
            .build();

    assertMalformed(HandoverSeal.textOf(two));
  }

  @Example
  void aWeakKeyIsRefused() throws GeneralSecurityException {
    HpkePublicKey zero = HpkePublicKey.create(PinHpke.PARAMETERS, Bytes.copyFrom(new byte[32]), 7);
    String text =
        HandoverSeal.textOf(
            KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(zero).makePrimary()).build());

    assertThatThrownBy(() -> HandoverSeal.sealFor(text, PIN, "hand-over/1"))
        .isInstanceOf(RecipientKeyMalformed.class)
        .hasMessageContaining("weak");
  }

  private static void assertMalformed(String text) {
    assertThatThrownBy(() -> HandoverSeal.sealFor(text, PIN, "hand-over/1"))
        .isInstanceOf(RecipientKeyMalformed.class);
    assertThatThrownBy(() -> HandoverSeal.fingerprint(text))
        .isInstanceOf(RecipientKeyMalformed.class);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
