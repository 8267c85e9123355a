package dev.lanyard.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** Keeps a {@link SigningKeyPair} where its owner alone can read it: mode 0600. */
public final class SigningKeyFile {

  private SigningKeyFile() {}

  /**
   * Makes a new pair and writes it there, whole or not at all.
   *
   * @throws FileAlreadyExistsException when there is one: what was enrolled is never overwritten
   */
  public static SigningKeyPair create(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString(), null, "a key is there already");
    }
    SigningKeyPair pair = SigningKeyPair.fresh();
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    // Java gives a temporary folder the mode 0700; nobody sees half a file.
    Path draft = Files.createTempDirectory(folder, ".signing-");
    Path written = draft.resolve("pair");
    try {
      KeyFiles.write(written, pair.stored());
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
      Files.deleteIfExists(draft);
    }
    return pair;
  }

  /**
   * @throws KeysUnusable when it is malformed or open to others than its owner
   * @throws IOException when it is not there or cannot be read
   */
  public static SigningKeyPair open(Path file) throws IOException {
    Optional<String> tooOpen = KeyFiles.openToOthers(file);
    if (tooOpen.isPresent()) {
      throw new KeysUnusable(List.of(tooOpen.get()));
    }
    try {
      return SigningKeyPair.of(Files.readString(file));
    } catch (GeneralSecurityException e) {
      // Without the cause: it may quote what was read.
      throw new KeysUnusable(
          List.of(file + " is no signing key: put it back from a backup, or enroll anew"));
    }
  }
}
