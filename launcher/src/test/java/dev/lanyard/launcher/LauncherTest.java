package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.secrets.Keys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  @TempDir Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void ownHome() {
    environment.put("HOME", home.toString());
    environment.put("PATH", "/usr/bin:/bin");
  }

  private int run(String... arguments) {
    return Launcher.commandLine(environment)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private void sandboxAt(String url) {
    environment.put("SONNYS_BASE_URL", url);
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "s3cret");
    environment.put("STAFF_API_BASE_URL", url + "/v1/");
    environment.put("STAFF_API_CLIENT_ID", "client");
    environment.put("STAFF_API_CLIENT_SECRET", "s3cret");
    environment.put("STAFF_API_COMPANY_ID", "5678");
  }

  private static String addressOfNobody() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void aloneItPrintsAUsableHelp() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("demo", "onboard", "offboard", "approve", "worker", "sandbox", "setup")
        .contains("./lanyard demo");
  }

  @Test
  void everyCommandHasHelpAndOpensNothingForIt() {
    for (String command : Launcher.commandLine(environment).getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(run("onbord")).isEqualTo(2);
    assertThat(err.toString()).contains("onbord").contains("onboard");
  }

  @Test
  void aWorkerWithoutConfigurationNamesAllThatIsMissing() {
    assertThat(run("worker")).isEqualTo(2);
    assertThat(err.toString())
        .contains("SONNYS_SUBDOMAIN", "SONNYS_BOT_PASSWORD", "STAFF_API_COMPANY_ID");
  }

  @Test
  void aWorkerWithoutKeysIsRefusedWithTheReasonAndTheRemedy() {
    sandboxAt("http://127.0.0.1:8090");

    assertThat(run("worker")).isEqualTo(1);
    assertThat(err.toString()).contains("keys", "./lanyard setup", "LANYARD_KEYS");
    assertThat(err.toString()).doesNotContain("s3cret");
  }

  @Test
  void aWorkerWhoseTemporalDoesNotAnswerNamesIt() throws Exception {
    sandboxAt("http://127.0.0.1:8090");
    Keys.create(home.resolve(".local/state/lanyard/keys"));
    environment.put("TEMPORAL_ADDRESS", addressOfNobody());

    assertThat(run("worker")).isEqualTo(1);
    assertThat(err.toString())
        .contains("No Temporal answers at " + environment.get("TEMPORAL_ADDRESS"));
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void setupMakesKeysOnceAndThenLeavesThem() throws Exception {
    environment.put("TEMPORAL_ADDRESS", addressOfNobody());

    assertThat(run("setup")).as("no Temporal").isEqualTo(1);
    Path keys = home.resolve(".local/state/lanyard/keys/payload.json");
    String made = Files.readString(keys);
    assertThat(out.toString()).contains("keys: made in");

    assertThat(run("setup")).isEqualTo(1);
    assertThat(out.toString()).contains("keys: present in");
    assertThat(Files.readString(keys)).isEqualTo(made);
  }

  @Test
  void aCodecServerForAPathInsteadOfAnOriginIsWrongUsage() throws Exception {
    Keys.create(home.resolve(".local/state/lanyard/keys"));

    assertThat(run("codec-server", "--port=0", "--origin=http://127.0.0.1:8233/path")).isEqualTo(2);
    assertThat(err.toString()).contains("http://127.0.0.1:8233");
  }
}
