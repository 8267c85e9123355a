package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysTest {
  @TempDir Path temp;

  @Test
  void aSealedPinOpensWithTheKeysLoadedFromDisk() throws Exception {
    Keys made = Keys.create(temp.resolve("keys"));
    Keys loaded = Keys.load(temp.resolve("keys"));

    String sealed = made.pinSealer().seal(Pin.of(48213), "onboarding/1");

    assertThat(loaded.pinOpener().open(sealed, "onboarding/1")).isEqualTo(Pin.of("48213"));
  }
}
