package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals texts that must lie somewhere outside Temporal, with the payload key. Who keeps them, and
 * where, is not known here.
 */
public final class TextSeal {

  private final Aead aead;
  private final byte[] boundTo;

  TextSeal(Aead aead, String purpose) {
    this.aead = aead;
    this.boundTo = ("lanyard/text/" + purpose).getBytes(UTF_8);
  }

  public byte[] seal(String text) {
    try {
      return aead.encrypt(text.getBytes(UTF_8), boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused a text", e);
    }
  }

  /** The text; empty when it was sealed with other keys or for another purpose, or changed. */
  public Optional<String> open(byte[] sealed) {
    try {
      return Optional.of(new String(aead.decrypt(sealed, boundTo), UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
