package dev.lanyard.secrets;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * A key pair made on the spot by whoever is to receive a PIN. The private half of a {@link
 * #generate generated} one stays in this object, and the answer is unreadable once the object is
 * gone; one that a {@link HandoverKeyFile} keeps can ask again.
 */
public final class HandoverKeyPair {
  private final String publicKey;
  private final HybridDecrypt holder;

  private HandoverKeyPair(String publicKey, HybridDecrypt holder) {
    this.publicKey = publicKey;
    this.holder = holder;
  }

  public static HandoverKeyPair generate() {
    return of(fresh());
  }

  static KeysetHandle fresh() {
    try {
      return KeysetHandle.generateNew(PinHpke.PARAMETERS, Primitives.ALL);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make an HPKE key pair", e);
    }
  }

  static HandoverKeyPair of(KeysetHandle keys) {
    try {
      return new HandoverKeyPair(
          HandoverSeal.textOf(keys.getPublicKeysetHandle()),
          keys.getPrimitive(Primitives.ALL, HybridDecrypt.class));
    } catch (GeneralSecurityException e) {
      throw new KeysUnusable(List.of("the key pair is of another kind: remove its file"));
    }
  }

  /** The half to give away: a Tink public keyset, base64url without padding. */
  public String publicKey() {
    return publicKey;
  }

  /** What both sides compare before the PIN is sealed; see {@link HandoverSeal#fingerprint}. */
  public String fingerprint() {
    return HandoverSeal.fingerprint(publicKey);
  }

  /**
   * @param answer what {@link HandoverSeal#sealFor} returned for this pair's public key
   * @param boundTo the text that it was sealed with
   * @throws PinUnreadable when sealed for another key, bound to something else, or altered
   */
  public Pin open(String answer, String boundTo) {
    return PinHpke.open(holder, PinHpke.FOR_HANDOVER, answer, boundTo);
  }

  @Override
  public String toString() {
    return "HandoverKeyPair[" + fingerprint() + ", private half [redacted]]";
  }
}
