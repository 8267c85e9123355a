package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The room's README against what runs. */
class ReadmeTest {
  @Test
  void everySettingAndEveryFaultKindStandsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Browser controls = new Browser(sandbox.backofficeUrl());
      List<String> names = new ArrayList<>();
      new ObjectMapper()
          .readTree(controls.get("/_sandbox/settings").body())
          .fieldNames()
          .forEachRemaining(names::add);
      assertThat(names).hasSizeGreaterThan(80);
      assertThat(names).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
      String kinds =
          controls.postJson("/_sandbox/faults", "{\"system\":\"backoffice\",\"path\":\"/\"}").body()
              + controls
                  .postJson("/_sandbox/faults", "{\"system\":\"staff-api\",\"path\":\"/\"}")
                  .body();
      assertThat(kinds).contains("session-ends").contains("html-body");
      for (String list : kinds.split("one of \\[", -1)) {
        int end = list.indexOf(']');
        if (list.startsWith("status")) {
          assertThat(List.of(list.substring(0, end).split(", ", -1)))
              .allSatisfy(kind -> assertThat(readme).contains("`" + kind + "`"));
        }
      }
    }
  }
}
