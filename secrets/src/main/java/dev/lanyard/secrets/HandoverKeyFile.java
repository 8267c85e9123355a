package dev.lanyard.secrets;

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
 * Keeps a {@link HandoverKeyPair} for whoever must be able to ask again from another process: a
 * Tink keyset as JSON, mode 0600. It opens the answers, so it is as secret as what they hold.
 */
public final class HandoverKeyFile {

  private HandoverKeyFile() {}

  /**
   * The pair in this file; when there is none, a new one is made and written there, whole or not at
   * all.
   *
   * @throws KeysUnusable when the file is malformed or open to others than its owner
   * @throws IOException when it cannot be read or written
   */
  public static HandoverKeyPair openOrCreate(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.exists(file)) {
      create(folder, file);
    }
    List<String> problems = new ArrayList<>();
    Optional<KeysetHandle> read = KeyFiles.read(folder, file.getFileName().toString(), problems);
    return HandoverKeyPair.of(read.orElseThrow(() -> new KeysUnusable(problems)));
  }

  private static void create(Path folder, Path file) throws IOException {
    // Java gives a temporary folder the mode 0700; nobody sees half a file.
    Path draft = Files.createTempDirectory(Files.createDirectories(folder), ".handover-");
    Path written = draft.resolve("pair");
    try {
      KeyFiles.write(written, HandoverKeyPair.fresh());
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot write an HPKE key pair", e);
    } finally {
      Files.deleteIfExists(written);
      Files.deleteIfExists(draft);
    }
  }
}
