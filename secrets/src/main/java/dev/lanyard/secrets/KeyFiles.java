package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The key folder on disk: four Tink keysets as JSON, written once and whole. */
final class KeyFiles {
  static final String PAYLOAD = "payload.json";
  static final String PIN = "pin.json";
  static final String PIN_PUBLIC = "pin-public.json";
  static final String DIGEST = "digest.json";

  private static final List<String> NAMES = List.of(PAYLOAD, PIN, PIN_PUBLIC, DIGEST);
  private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private KeyFiles() {}

  static boolean present(Path folder) {
    return NAMES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /**
   * Writes new keys into a folder beside the target and renames it there, so that nobody sees half
   * a set. Of two at once the second rename fails, and the first one's keys stay.
   *
   * @throws FileAlreadyExistsException when something is in the folder already
   */
  static void create(Path folder) throws IOException, GeneralSecurityException {
    Path target = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    refuseUnlessFree(target);
    Path parent = Files.createDirectories(target.getParent());
    // Java gives a temporary folder the mode 0700.
    Path draft = Files.createTempDirectory(parent, ".keys-");
    try {
      KeysetHandle pin = KeysetHandle.generateNew(PinHpke.PARAMETERS, Primitives.ALL);
      write(
          draft.resolve(PAYLOAD),
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Primitives.ALL));
      write(draft.resolve(PIN), pin);
      write(draft.resolve(PIN_PUBLIC), pin.getPublicKeysetHandle());
      write(
          draft.resolve(DIGEST),
          KeysetHandle.generateNew(
              PredefinedMacParameters.HMAC_SHA256_128BITTAG_NO_PREFIX, Primitives.ALL));
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      if (isPosix(parent)) {
        flush(parent);
      }
    } catch (FileSystemException e) {
      refuseUnlessFree(target);
      FileSystemException explained =
          new FileSystemException(
              target.toString(),
              null,
              "keys cannot be put there ("
                  + e.getReason()
                  + "); name a folder that does not exist yet, on a disk that can be written");
      explained.initCause(e);
      throw explained;
    } finally {
      discard(draft);
    }
  }

  /** Whoever may write into the folder may put other keys there. */
  static void checkFolder(Path folder, List<String> problems) throws IOException {
    if (!isPosix(folder)) {
      return;
    }
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
    if (mode.contains(PosixFilePermission.GROUP_WRITE)
        || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
      problems.add(
          "key folder "
              + folder
              + " can be written by others than its owner ("
              + PosixFilePermissions.toString(mode)
              + "): run chmod 700 on it");
    }
  }

  /**
   * One keyset, or nothing where its file is missing.
   *
   * @param problems receives what is wrong with it; the result is then empty
   */
  static Optional<KeysetHandle> read(Path folder, String name, List<String> problems)
      throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Optional<String> tooOpen = openToOthers(file);
    if (tooOpen.isPresent()) {
      problems.add(tooOpen.get());
      return Optional.empty();
    }
    try {
      KeysetHandle keys =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), Primitives.ALL, InsecureSecretKeyAccess.get());
      requireReadable(keys);
      return Optional.of(keys);
    } catch (GeneralSecurityException | CharacterCodingException | IllegalStateException e) {
      // Without the cause: a parser's message may quote what it read.
      problems.add(
          file + " is no complete Tink keyset in JSON: put it back from your backup of the keys");
      return Optional.empty();
    }
  }

  /** What is wrong with the mode of a file that holds a secret key. */
  static Optional<String> openToOthers(Path file) throws IOException {
    if (!isPosix(file) || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      return Optional.empty();
    }
    return Optional.of(
        file
            + " is open to others than its owner ("
            + PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
            + "): run chmod 600 on it, and replace the keys if anybody else could have read it");
  }

  /** Tink parses lazily: only here does it say that an entry is of no kind that it knows. */
  private static void requireReadable(KeysetHandle keys) {
    requireNonNull(keys.getPrimary());
    for (int i = 0; i < keys.size(); i++) {
      requireNonNull(keys.getAt(i));
    }
  }

  private static void refuseUnlessFree(Path target) throws IOException {
    if (present(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "keys are there already and are never overwritten; load them");
    }
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "it is a file; name a folder for the keys");
    }
    try (Stream<Path> entries = Files.list(target)) {
      if (entries.findAny().isPresent()) {
        throw new FileAlreadyExistsException(
            target.toString(), null, "something else is in it; name an empty or a new folder");
      }
    }
  }

  /** A file that was not there before, whole and readable by its owner only. */
  static void write(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
    write(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keys, Primitives.ALL, InsecureSecretKeyAccess.get()));
  }

  /** The same for any text. */
  static void write(Path file, String text) throws IOException {
    FileAttribute<?>[] ownerOnly =
        isPosix(file.getParent())
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES)}
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes the rename itself survive a power cut; a lost key folder is a lost history. */
  private static void flush(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void discard(Path draft) throws IOException {
    if (!Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (String name : NAMES) {
      Files.deleteIfExists(draft.resolve(name));
    }
    Files.deleteIfExists(draft);
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }
}
