package dev.lanyard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.backoffice.Backoffice;
import dev.lanyard.sandbox.http.RemoteSystem;
import dev.lanyard.sandbox.staffapi.StaffApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The sandbox's memory on disk: replaced as a whole, so that a reader or a killed process never
 * leaves half of it. It outlives a kill of the process, not a loss of power.
 */
final class StateFile {
  private static final int VERSION = 1;

  private final Path path;

  StateFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /**
   * @return nothing when there is no file yet
   * @throws IOException naming the file, when it is none of ours
   */
  Optional<JsonNode> read() throws IOException {
    if (!Files.exists(path) || Files.size(path) == 0) {
      return Optional.empty();
    }
    try {
      JsonNode document = Json.MAPPER.readTree(path.toFile());
      if (document.path("version").asInt() != VERSION) {
        throw new IOException("version " + document.path("version") + " instead of " + VERSION);
      }
      for (String system : List.of(Backoffice.NAME, StaffApi.NAME)) {
        if (!document.path(system).isObject()) {
          throw new IOException("it lacks " + system);
        }
      }
      return Optional.of(document);
    } catch (IOException unreadable) {
      throw unusable(unreadable);
    }
  }

  /** Names the file and the remedy. */
  IOException unusable(IOException reason) {
    return new IOException(
        "State file %s cannot be used: %s. Delete it, or name another."
            .formatted(path, reason.getMessage()),
        reason);
  }

  void write(List<RemoteSystem> systems, JsonNode settings, JsonNode faults) throws IOException {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("version", VERSION);
    for (RemoteSystem system : systems) {
      document.set(system.name(), Json.MAPPER.valueToTree(system.content()));
    }
    document.set("settings", settings);
    document.set("faults", faults);
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    Path next = path.resolveSibling(path.getFileName() + ".next");
    Files.write(next, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
