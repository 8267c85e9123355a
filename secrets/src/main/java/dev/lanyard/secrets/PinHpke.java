package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.hybrid.HpkeParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;

/**
 * One PIN, or one password, through HPKE. The purpose in the context info keeps a seal made for the
 * worker, one made for a hand-over and a password's apart, even where all are bound to the same
 * text.
 */
final class PinHpke {
  static final String FOR_WORKER = "lanyard-pin";
  static final String FOR_HANDOVER = "lanyard-handover";
  static final String PASSWORD = "lanyard-password";

  /** With Tink's prefix: a sealed text starts with the id of its key. */
  static final HpkeParameters PARAMETERS = parameters();

  private PinHpke() {}

  static String seal(HybridEncrypt recipient, String purpose, Pin pin, String boundTo)
      throws GeneralSecurityException {
    Objects.requireNonNull(pin, "pin");
    return seal(recipient, pin.digits(), contextOf(purpose, boundTo));
  }

  static String seal(HybridEncrypt recipient, Password password, String boundTo)
      throws GeneralSecurityException {
    Objects.requireNonNull(password, "password");
    return seal(recipient, password.text(), contextOf(PASSWORD, boundTo));
  }

  private static String seal(HybridEncrypt recipient, String ascii, byte[] context)
      throws GeneralSecurityException {
    byte[] sealed = recipient.encrypt(ascii.getBytes(US_ASCII), context);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  static Password openPassword(HybridDecrypt holder, String sealed, String boundTo) {
    byte[] context = contextOf(PASSWORD, boundTo);
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(Objects.requireNonNull(sealed, "sealed"));
      return Password.of(new String(holder.decrypt(bytes, context), US_ASCII));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The causes are dropped: nothing of what was opened may travel with the failure.
      throw new PasswordUnreadable(
          "the sealed password does not open for \""
              + boundTo
              + "\": sealed with another key, bound to something else, or altered. Put the key that"
              + " sealed it back into the key file, or have a new password set");
    }
  }

  static Pin open(HybridDecrypt holder, String purpose, String sealed, String boundTo) {
    byte[] context = contextOf(purpose, boundTo);
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(Objects.requireNonNull(sealed, "sealed"));
    } catch (IllegalArgumentException e) {
      throw new PinUnreadable("the sealed PIN is not base64url: it was cut or altered on the way");
    }
    try {
      return Pin.of(new String(holder.decrypt(bytes, context), US_ASCII));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The causes are dropped: nothing of what was opened may travel with the failure.
      throw new PinUnreadable(
          "the sealed PIN does not open for \""
              + boundTo
              + "\": sealed with another key, bound to something else, or altered. Put the key that"
              + " sealed it back into the key file, or have a new PIN set");
    }
  }

  private static HpkeParameters parameters() {
    try {
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.TINK)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HPKE is missing a parameter", e);
    }
  }

  private static byte[] contextOf(String purpose, String boundTo) {
    if (boundTo == null || boundTo.isBlank()) {
      throw new IllegalArgumentException("boundTo is blank: a seal must belong to something");
    }
    return (purpose + "|" + boundTo).getBytes(UTF_8);
  }
}
