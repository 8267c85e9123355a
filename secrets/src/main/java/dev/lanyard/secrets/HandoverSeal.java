package dev.lanyard.secrets;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** Seals a PIN for the holder of a {@link HandoverKeyPair}. */
public final class HandoverSeal {
  /** Chosen: one of ours has 102 characters; more is somebody else's input, not a key. */
  private static final int LONGEST_KEY_TEXT = 400;

  /** Chosen: 128 bits are out of reach for a search of a second key with the same fingerprint. */
  private static final int FINGERPRINT_BYTES = 16;

  private HandoverSeal() {}

  /**
   * @param recipientPublicKey {@link HandoverKeyPair#publicKey}
   * @param boundTo what the answer belongs to, such as the hand-over's workflow id; not blank
   * @return base64url without padding
   * @throws RecipientKeyMalformed when that is no public key of this kind
   */
  public static String sealFor(String recipientPublicKey, Pin pin, String boundTo) {
    KeysetHandle recipient = parse(recipientPublicKey);
    try {
      return PinHpke.seal(
          recipient.getPrimitive(Primitives.ALL, HybridEncrypt.class),
          PinHpke.FOR_HANDOVER,
          pin,
          boundTo);
    } catch (GeneralSecurityException e) {
      // X25519 refuses points that would give everybody the same shared secret.
      throw new RecipientKeyMalformed("it is a weak key");
    }
  }

  /**
   * A short name of a public key for people to compare by eye or voice: eight groups of four
   * hexadecimal characters, from the SHA-256 of the raw key.
   *
   * @throws RecipientKeyMalformed when that is no public key of this kind
   */
  public static String fingerprint(String recipientPublicKey) {
    byte[] raw =
        ((HpkePublicKey) parse(recipientPublicKey).getPrimary().getKey())
            .getPublicKeyBytes()
            .toByteArray();
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("SHA-256").digest(raw);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    String hex = HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    return hex.replaceAll("(.{4})(?!$)", "$1-");
  }

  static String textOf(KeysetHandle publicKeys) throws GeneralSecurityException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            TinkProtoKeysetFormat.serializeKeysetWithoutSecret(publicKeys, Primitives.ALL));
  }

  private static KeysetHandle parse(String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_KEY_TEXT) {
      throw new RecipientKeyMalformed("it is empty or longer than a key");
    }
    KeysetHandle keys;
    Key key;
    try {
      keys =
          TinkProtoKeysetFormat.parseKeysetWithoutSecret(
              Base64.getUrlDecoder().decode(text), Primitives.ALL);
      key = keys.getPrimary().getKey();
    } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
      // Tink throws the last where no key is primary or the primary is of no kind that it knows.
      throw new RecipientKeyMalformed("it is cut, altered, or no public keyset at all");
    }
    // One key only: else the fingerprint might name one and the seal use another.
    if (keys.size() != 1
        || !(key instanceof HpkePublicKey hpke)
        || !hpke.getParameters().equals(PinHpke.PARAMETERS)) {
      throw new RecipientKeyMalformed("it is not exactly one X25519 key for a hand-over");
    }
    return keys;
  }
}
