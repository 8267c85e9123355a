package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.secrets.StateFolder;
import dev.lanyard.starter.connection.StarterConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two rooms that do not know each other, and must look for the keys in one place. */
class SameFoldersTest {

  private static final List<Map<String, String>> ENVIRONMENTS =
      List.of(
          Map.of(),
          Map.of("HOME", "/people/jane"),
          Map.of("HOME", "/people/jane", "XDG_STATE_HOME", "/state"),
          Map.of("HOME", "/people/jane", "XDG_STATE_HOME", "state"),
          Map.of("HOME", "/people/jane", "XDG_STATE_HOME", ""),
          Map.of("HOME", "/people/jane", "LANYARD_HOME", "/srv/lanyard"),
          Map.of("HOME", "/people/jane", "LANYARD_HOME", "lanyard"),
          Map.of("HOME", "/people/jane", "LANYARD_HOME", "", "LANYARD_KEYS", ""),
          Map.of("HOME", "/people/jane", "LANYARD_KEYS", "/srv/keys"),
          Map.of("LANYARD_HOME", "/srv/lanyard", "LANYARD_KEYS", "keys"));

  @Test
  void workerAndStarterHaveTheSameStateFolderAndKeys() {
    for (Map<String, String> environment : ENVIRONMENTS) {
      StarterConfiguration starter = StarterConfiguration.read(environment);

      assertThat(new StateFolder(starter.home(), starter.keys()))
          .as("%s", environment)
          .isEqualTo(StateFolder.of(environment));
    }
  }
}
