package dev.lanyard.secrets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Names and values that somebody signed with a {@link SigningKeyPair}, as one word. */
public final class SignedFields {

  static final String ALGORITHM = "Ed25519";

  /** Signed along, so that a signature made here means nothing anywhere else. */
  static final byte[] PURPOSE = "lanyard signed fields 1\n".getBytes(StandardCharsets.US_ASCII);

  private static final String PREFIX = "ed25519:";

  /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
  private static final byte[] X509_HEAD = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private static final int KEY_BYTES = 32;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private SignedFields() {}

  /** What it says, before anybody checked that it is so; empty when it says nothing readable. */
  public static Optional<Map<String, String>> unverified(String token) {
    String[] halves = token.split("\\.", -1);
    if (halves.length != 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Map.copyOf(
              JSON.readValue(
                  Base64.getUrlDecoder().decode(halves[0]),
                  new TypeReference<Map<String, String>>() {})));
    } catch (IOException | IllegalArgumentException | NullPointerException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Whether the holder of this key signed it.
   *
   * @throws IllegalArgumentException when the key is none: see {@link #isKey}
   */
  public static boolean verifies(String token, String publicKey) {
    PublicKey key = key(publicKey);
    String[] halves = token.split("\\.", -1);
    if (halves.length != 2) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(PURPOSE);
      signature.update(Base64.getUrlDecoder().decode(halves[0]));
      return signature.verify(Base64.getUrlDecoder().decode(halves[1]));
    } catch (GeneralSecurityException | IllegalArgumentException notSigned) {
      return false;
    }
  }

  /** Whether this is the public half of a {@link SigningKeyPair}. */
  public static boolean isKey(String text) {
    try {
      // One spelling for each key, or two people could share one unseen.
      return text(key(text)).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static PublicKey key(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a public key begins with " + PREFIX);
    }
    byte[] raw = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
    if (raw.length != KEY_BYTES) {
      throw new IllegalArgumentException("a public key has " + KEY_BYTES + " bytes");
    }
    byte[] encoded = Arrays.copyOf(X509_HEAD, X509_HEAD.length + KEY_BYTES);
    System.arraycopy(raw, 0, encoded, X509_HEAD.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  static String text(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return PREFIX
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOfRange(encoded, X509_HEAD.length, encoded.length));
  }
}
