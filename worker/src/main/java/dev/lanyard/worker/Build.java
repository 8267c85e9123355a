package dev.lanyard.worker;

import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.TaskQueues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which workflow code this is. Unless it was named, the id changes when that code does, and with
 * nothing else, so that Temporal UI shows which worker took a workflow task.
 */
final class Build {

  /** Of all workers of the product: they take the same runs. */
  static final String DEPLOYMENT = "lanyard";

  /** Of a SHA-256, enough to tell builds apart. */
  private static final int CHARACTERS = 12;

  private Build() {}

  /** As configured, else twelve hexadecimal characters. */
  static String id(WorkerConfiguration configuration) {
    return configuration.buildId().orElseGet(Build::ofTheCode);
  }

  private static String ofTheCode() {
    try {
      Path code =
          Path.of(TaskQueues.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(code)) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, CHARACTERS);
    } catch (IOException e) {
      throw new UncheckedIOException("the workflow code cannot be read", e);
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256 and code that lies somewhere", e);
    }
  }

  /** A jar, or the class files of a folder in a fixed order. */
  private static List<Path> files(Path code) throws IOException {
    if (!Files.isDirectory(code)) {
      return List.of(code);
    }
    try (Stream<Path> all = Files.walk(code)) {
      return all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }
}
