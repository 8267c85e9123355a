package dev.lanyard.launcher.temporal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Held by the launcher whose server uses the database; ends with the process at the latest. */
final class DatabaseLock implements AutoCloseable {

  private final FileChannel channel;

  private DatabaseLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty when another launcher has it. */
  static Optional<DatabaseLock> tryTake(Path home) throws IOException {
    createForItsOwnerOnly(home);
    FileChannel channel =
        FileChannel.open(
            home.resolve("temporal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // By this very process.
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new DatabaseLock(channel));
  }

  /** XDG's rule for such folders; what lies in the database is nobody else's business. */
  private static void createForItsOwnerOnly(Path home) throws IOException {
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(home);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
