package dev.lanyard.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WholeRosterTest {

  @Test
  void fiftyThousandPeopleAreReadInSixtyFourMegabytes() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withEmployees(50_000))) {
      Process reader =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  WholeRoster.class.getName(),
                  sandbox.backofficeUrl().toString(),
                  sandbox.backofficeUsername(),
                  sandbox.backofficePassword())
              .redirectErrorStream(true)
              .start();
      String told = new String(reader.getInputStream().readAllBytes(), UTF_8);
      assertThat(reader.waitFor()).as(told).isZero();
      assertThat(told).contains("50000 rows");
    }
  }
}
