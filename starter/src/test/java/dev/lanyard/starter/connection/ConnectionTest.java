package dev.lanyard.starter.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.secrets.Keys;
import dev.lanyard.starter.command.Surroundings;
import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.output.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void nothingThatAnswersIsOneLineWithTheAddressAndTheRemedy() throws IOException {
    Keys.create(folder.resolve("keys"));
    int free = freePort();

    int code =
        run(Map.of("LANYARD_HOME", folder.toString(), "TEMPORAL_ADDRESS", "127.0.0.1:" + free));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "no Temporal server answers at 127.0.0.1:"
                + free
                + ": start one with ./lanyard worker, or name another in TEMPORAL_ADDRESS");
  }

  @Test
  void missingKeysAreToldBeforeAnythingIsConnected() {
    int code = run(Map.of("LANYARD_HOME", folder.toString(), "TEMPORAL_ADDRESS", "127.0.0.1:1"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("key folder " + folder.resolve("keys") + " is missing")
        .contains("./lanyard setup makes keys; LANYARD_KEYS names another folder");
  }

  @Test
  void helpNeedsNeitherKeysNorServer() {
    int code = run(Map.of("LANYARD_HOME", folder.toString()), "onboard", "--help");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("--wage-rate").contains("Examples:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownFlagIsWrongUsage() {
    assertThat(run(Map.of(), "status", "hr-1", "--colour")).isEqualTo(2);
    assertThat(err.toString()).contains("--colour").contains("Usage: lanyard status");
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheFileOverTheDefaults() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("lanyard.conf"),
            "lanyard { home = \"/srv/lanyard\", task-queue = \"from-file\" }");

    StarterConfiguration read =
        StarterConfiguration.read(
            Map.of("LANYARD_CONFIG", file.toString(), "LANYARD_KEYS", "/keys", "USER", "maria"));

    assertThat(read)
        .isEqualTo(
            new StarterConfiguration(
                Path.of("/srv/lanyard"), Path.of("/keys"), "from-file", "maria"));
    assertThat(
            StarterConfiguration.read(
                    Map.of("LANYARD_CONFIG", file.toString(), "LANYARD_TASK_QUEUE", "other"))
                .taskQueue())
        .isEqualTo("other");
  }

  @Test
  void withoutAnythingTheStateFolderIsTheUsersOwn() {
    StarterConfiguration read = StarterConfiguration.read(Map.of("XDG_STATE_HOME", "/state"));

    assertThat(read.home()).isEqualTo(Path.of("/state/lanyard"));
    assertThat(read.keys()).isEqualTo(Path.of("/state/lanyard/keys"));
    assertThat(read.taskQueue()).isEqualTo("lanyard");
    assertThat(StarterConfiguration.read(Map.of()).home())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".local", "state", "lanyard"));
  }

  @Test
  void anUnusableConfigurationNamesTheKey() {
    assertThatThrownBy(() -> StarterConfiguration.read(Map.of("LANYARD_TASK_QUEUE", "a b")))
        .isInstanceOf(StarterFailure.class)
        .hasMessageContaining("LANYARD_TASK_QUEUE");
    assertThatThrownBy(() -> StarterConfiguration.read(Map.of("LANYARD_CONFIG", "/nowhere.conf")))
        .isInstanceOf(StarterFailure.class)
        .hasMessageContaining("/nowhere.conf");
  }

  private int run(Map<String, String> environment, String... words) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            InputStream.nullInputStream(),
            Optional.empty());
    return StarterWorld.root(terminal, Surroundings.of(terminal, Clock.systemUTC(), environment))
        .execute(words.length == 0 ? new String[] {"status", "hr-1"} : words);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
