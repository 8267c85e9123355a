package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverKeyFileTest {

  private static final Pin PIN = Pin.of(48213);

  @TempDir Path folder;

  @Test
  void anotherProcessOpensWhatTheFirstOneAskedFor() throws IOException {
    Path file = folder.resolve("handover").resolve("hr-1");
    String publicKey = HandoverKeyFile.openOrCreate(file).publicKey();

    HandoverKeyPair later = HandoverKeyFile.openOrCreate(file);

    assertThat(later.publicKey()).isEqualTo(publicKey);
    assertThat(later.open(HandoverSeal.sealFor(publicKey, PIN, "hr-1"), "hr-1")).isEqualTo(PIN);
  }

  @Test
  void onlyTheOwnerMayReadItAndNothingElseIsLeftBehind() throws IOException {
    Path file = folder.resolve("hr-1");
    String fingerprint = HandoverKeyFile.openOrCreate(file).fingerprint();

    assertThat(fingerprint).isNotBlank();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileThatIsOpenToOthersIsRefused() throws IOException {
    Path file = folder.resolve("hr-1");
    assertThat(HandoverKeyFile.openOrCreate(file)).isNotNull();
    Path opened = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> HandoverKeyFile.openOrCreate(opened))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("open to others");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Path garbage = Files.writeString(folder.resolve("hr-1"), "{}");
    Keys keys = Keys.create(folder.resolve("keys"));
    Path payload = folder.resolve("keys").resolve("payload.json");
    Path owned =
        Files.setPosixFilePermissions(garbage, PosixFilePermissions.fromString("rw-------"));

    assertThat(keys).isNotNull();
    assertThatThrownBy(() -> HandoverKeyFile.openOrCreate(owned)).isInstanceOf(KeysUnusable.class);
    assertThatThrownBy(() -> HandoverKeyFile.openOrCreate(payload))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("another kind");
  }
}
