package dev.lanyard.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys for one test class. Their folder is gone before they are used: all is read at the start. */
final class FreshKeys {
  private FreshKeys() {}

  static Keys make() {
    try {
      Path folder = Files.createTempDirectory("lanyard-keys-");
      Keys keys = Keys.create(folder);
      delete(folder);
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
