package dev.lanyard.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The worker as a process of its own, as it is started on a machine. */
@ExtendWith(RealTemporal.class)
class WorkerProcessTest {

  @TempDir Path home;

  private Process start(TemporalTarget temporal, Sandbox sandbox, String... arguments)
      throws IOException {
    return WorkerProcess.of(home, "process-test", temporal, sandbox, arguments).start();
  }

  private int run(TemporalTarget temporal, Sandbox sandbox, String... arguments) throws Exception {
    Process process = start(temporal, sandbox, arguments);
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
    return process.exitValue();
  }

  @Test
  void itSaysWhereItWorksIsSeenByTheCheckAndEndsInOrderOnSigterm(TemporalTarget temporal)
      throws Exception {
    Keys.create(home.resolve("keys"));
    List<String> lines = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      assertThat(run(temporal, sandbox, "worker", "--check")).as("before").isEqualTo(1);

      Process worker = start(temporal, sandbox, "worker");
      try (BufferedReader out = worker.inputReader(UTF_8)) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          lines.add(line);
          if (line.startsWith("worker runs")) {
            assertThat(run(temporal, sandbox, "worker", "--check")).as("during").isZero();
            // Not Process.destroy: it closes our end of the output too.
            assertThat(worker.toHandle().destroy()).isTrue();
          }
        }
        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        worker.destroyForcibly();
      }

      assertThat(lines)
          .anyMatch(line -> line.contains(temporal.address()) && line.contains("namespace default"))
          .anyMatch(line -> line.startsWith("Backoffice " + sandbox.backofficeUrl()))
          .anyMatch(line -> line.contains("task queue process-test"))
          .noneMatch(line -> line.contains(sandbox.backofficePassword()))
          .noneMatch(line -> line.contains(sandbox.staffApiClientSecret()))
          .last()
          .asString()
          .startsWith("worker ends");
    }
  }
}
