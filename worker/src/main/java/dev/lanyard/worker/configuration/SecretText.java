package dev.lanyard.worker.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A secret, given as it is or in a file that is read again each time. */
final class SecretText implements Supplier<String> {

  private final String value;
  private final Path file;

  private SecretText(String value, Path file) {
    this.value = value;
    this.file = file;
  }

  static SecretText of(String value) {
    return new SecretText(value, null);
  }

  static SecretText in(Path file) {
    return new SecretText(null, file);
  }

  /**
   * The secret as it stands now, without the line end that editors leave.
   *
   * @throws UncheckedIOException names the file, when it cannot be read any more
   */
  @Override
  public String get() {
    if (file == null) {
      return value;
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the secret's file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")",
          new IOException(e.getClass().getSimpleName()));
    }
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
