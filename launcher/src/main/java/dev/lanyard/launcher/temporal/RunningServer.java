package dev.lanyard.launcher.temporal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * A note in the state folder on the server that uses the database there, for a second launcher: one
 * database, one server.
 *
 * @param pid of the server's process
 */
record RunningServer(long pid, String address, URI ui) {

  private static final String FILE = "temporal.running";

  void write(Path home) throws IOException {
    Properties note = new Properties();
    note.setProperty("pid", Long.toString(pid));
    note.setProperty("address", address);
    note.setProperty("ui", ui.toString());
    Path fresh = Files.createTempFile(home, FILE, "");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      note.store(out, "the Temporal server that uses temporal.db");
    }
    Files.move(fresh, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  static void forget(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(FILE));
  }

  /** The noted server, if its process lives. */
  static Optional<RunningServer> read(Path home) {
    Properties note = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve(FILE))) {
      note.load(in);
      RunningServer noted =
          new RunningServer(
              Long.parseLong(note.getProperty("pid", "")),
              note.getProperty("address", ""),
              URI.create(note.getProperty("ui", "")));
      return Optional.of(noted).filter(r -> ProcessHandle.of(r.pid()).isPresent());
    } catch (IOException | IllegalArgumentException e) {
      // No note, or half of one: as good as none, the lock and the port still tell.
      return Optional.empty();
    }
  }
}
