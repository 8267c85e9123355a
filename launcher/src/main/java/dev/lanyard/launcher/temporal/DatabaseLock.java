package dev.lanyard.launcher.temporal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the launcher whose server uses the database; ends with the process at the latest. */
final class DatabaseLock implements AutoCloseable {

  private final FileChannel channel;

  private DatabaseLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty when another launcher has it. */
  static Optional<DatabaseLock> tryTake(Path home) throws IOException {
    Files.createDirectories(home);
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

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
