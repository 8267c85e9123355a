package dev.lanyard.secrets;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key pair made on the spot by whoever is to receive a PIN. The private half of a {@link
 * #generate generated} one stays in this object, and the answer is unreadable once the object is
 * gone; one that is {@link #keptIn kept in a file} can ask again.
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

  /**
   * The pair in this file, made and written there when there is none: whoever must be able to ask
   * again from another process needs the same key. The file is a Tink keyset as JSON, mode 0600; it
   * opens answers, so it is as secret as the PIN that it was made for.
   *
   * @throws KeysUnusable when the file is malformed or open to others
   */
  public static HandoverKeyPair keptIn(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.exists(file)) {
      // Java gives a temporary folder the mode 0700; nobody sees half a file.
      Path draft = Files.createTempDirectory(Files.createDirectories(folder), ".handover-");
      try {
        Path written = draft.resolve("pair");
        KeyFiles.write(written, fresh());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java cannot write an HPKE key pair", e);
      } finally {
        Files.deleteIfExists(draft.resolve("pair"));
        Files.deleteIfExists(draft);
      }
    }
    List<String> problems = new ArrayList<>();
    Optional<KeysetHandle> read = KeyFiles.read(folder, file.getFileName().toString(), problems);
    return of(read.orElseThrow(() -> new KeysUnusable(problems)));
  }

  private static KeysetHandle fresh() {
    try {
      return KeysetHandle.generateNew(PinHpke.PARAMETERS, Primitives.ALL);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make an HPKE key pair", e);
    }
  }

  private static HandoverKeyPair of(KeysetHandle keys) {
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
