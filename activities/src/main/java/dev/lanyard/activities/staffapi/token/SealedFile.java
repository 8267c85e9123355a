package dev.lanyard.activities.staffapi.token;

import dev.lanyard.secrets.TextSeal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One secret text on disk that changes: sealed, readable by its owner only, replaced whole and
 * flushed before {@link #write} returns.
 */
final class SealedFile {

  /** A file lock counts between processes only; of one process's threads this takes one. */
  private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

  private final TextSeal seal;
  private final Path file;

  SealedFile(TextSeal seal, Path file) {
    this.seal = seal;
    this.file = file.toAbsolutePath().normalize();
  }

  /** What is done while no other process or thread reads or writes the file. */
  @FunctionalInterface
  interface Work<T> {
    T run(Outdated outdated) throws IOException;
  }

  /**
   * A mark beside the file, told to all who come in here later: its text is not the newest. One
   * byte that is always there and is overwritten in its place, so that a full disk can take it.
   */
  static final class Outdated {

    private static final byte NO = '0';
    private static final byte YES = '1';

    private final FileChannel lock;

    private Outdated(FileChannel lock) {
      this.lock = lock;
      try {
        if (lock.size() == 0) {
          set(false);
        }
      } catch (IOException e) {
        return; // The disk is full already; whoever needs the mark then is told by set.
      }
    }

    boolean isSet() throws IOException {
      ByteBuffer mark = ByteBuffer.allocate(1);
      return lock.read(mark, 0) == 1 && mark.get(0) == YES;
    }

    void set(boolean outdated) throws IOException {
      if (lock.write(ByteBuffer.wrap(new byte[] {outdated ? YES : NO}), 0) != 1) {
        throw new IOException("the lock beside the file takes no mark");
      }
      lock.force(true);
    }
  }

  /**
   * Waits until nobody else is in here with the same file, then runs.
   *
   * @throws IOException when the folder or the lock beside the file cannot be made
   */
  <T> T locked(Work<T> work) throws IOException {
    ReentrantLock here = IN_THIS_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
    here.lock();
    try {
      Path folder = Files.createDirectories(file.getParent(), attributes("rwx------"));
      Path beside = folder.resolve(file.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(
                  beside,
                  Set.of(
                      StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                  attributes("rw-------"));
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("the lock " + beside + " was lost");
        }
        return work.run(new Outdated(channel));
      }
    } finally {
      here.unlock();
    }
  }

  /**
   * The text as it was written last; empty when there is no file.
   *
   * @throws IOException also when it does not open with our keys; its message names the file, never
   *     its content
   */
  Optional<String> read() throws IOException {
    byte[] sealed;
    try {
      sealed = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(
        seal.open(sealed)
            .orElseThrow(() -> new IOException(file + " does not open with our keys")));
  }

  /** Replaces the text; after a crash at any moment either the old or the new one is there. */
  void write(String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(seal.seal(text));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (isPosix()) {
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true); // Or the rename itself may be lost with the power.
      }
    }
  }

  private FileAttribute<?>[] attributes(String mode) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public String toString() {
    return "SealedFile[" + file + "]";
  }
}
