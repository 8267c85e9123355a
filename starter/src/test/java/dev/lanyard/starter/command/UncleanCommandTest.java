package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncleanCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3"})
  void daysThatAreNoneAreWrongUsage(String days) {
    try (StarterWorld world = new StarterWorld(folder)) {
      Ran ran = world.run("unclean", "--days", days);

      assertThat(ran.exitCode()).isEqualTo(2);
      assertThat(ran.err()).contains("--days", "must be a whole number from 1");
      assertThat(ran.out()).isEmpty();
    }
  }
}
