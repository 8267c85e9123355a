package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {

  private static final Map<String, String> FIELDS = Map.of("choice", "approve", "who", "maria");

  @TempDir private Path folder;

  @Test
  void whatOneKeySignedVerifiesWithItsPublicHalfAlone() {
    SigningKeyPair maria = SigningKeyPair.fresh();
    String token = maria.sign(FIELDS);

    assertThat(SignedFields.verifies(token, maria.publicKey())).isTrue();
    assertThat(SignedFields.verifies(token, SigningKeyPair.fresh().publicKey())).isFalse();
    assertThat(SignedFields.unverified(token)).contains(FIELDS);
  }

  @Test
  void anyOtherFieldOrSignatureDoesNotVerify() {
    SigningKeyPair maria = SigningKeyPair.fresh();
    String token = maria.sign(FIELDS);
    String signature = token.substring(token.indexOf('.') + 1);
    String other = text("{\"choice\":\"reject\",\"who\":\"maria\"}") + "." + signature;

    assertThat(SignedFields.verifies(other, maria.publicKey())).isFalse();
    assertThat(SignedFields.verifies(token + "AA", maria.publicKey())).isFalse();
    assertThat(SignedFields.verifies(token.substring(0, token.indexOf('.')), maria.publicKey()))
        .isFalse();
    assertThat(SignedFields.verifies("", maria.publicKey())).isFalse();
    assertThat(SignedFields.verifies(token.replace('.', '!'), maria.publicKey())).isFalse();
  }

  @Test
  void unreadableTokensSayNothing() {
    assertThat(SignedFields.unverified("")).isEmpty();
    assertThat(SignedFields.unverified("a.b.c")).isEmpty();
    assertThat(SignedFields.unverified("%%%.AA")).isEmpty();
    assertThat(SignedFields.unverified(text("[1]") + ".AA")).isEmpty();
    assertThat(SignedFields.unverified(text("null") + ".AA")).isEmpty();
    assertThat(SignedFields.unverified(text("{\"a\":null}") + ".AA")).isEmpty();
    assertThat(SignedFields.unverified(text("{\"a\":\"1\",\"a\":\"2\"}") + ".AA")).isEmpty();
    assertThat(SignedFields.unverified(text("{\"a\":\"1\"} x") + ".AA")).isEmpty();
  }

  @Test
  void oneKeyHasOneSpelling() {
    String key = SigningKeyPair.fresh().publicKey();

    assertThat(key).startsWith("ed25519:").hasSize(51);
    assertThat(SignedFields.isKey(key)).isTrue();
    assertThat(SignedFields.isKey(key + "=")).isFalse();
    assertThat(SignedFields.isKey(key.substring(8))).isFalse();
    assertThat(SignedFields.isKey("ed25519:AAAA")).isFalse();
    assertThat(SignedFields.isKey("ed25519:%%%")).isFalse();
  }

  @Test
  void theFileIsItsOwnersAloneAndNeverOverwritten() throws IOException {
    Path file = folder.resolve("approvers").resolve("maria");
    SigningKeyPair made = SigningKeyFile.create(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SigningKeyFile.open(file).publicKey()).isEqualTo(made.publicKey());
    assertThatThrownBy(() -> SigningKeyFile.create(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(SignedFields.verifies(SigningKeyFile.open(file).sign(FIELDS), made.publicKey()))
        .isTrue();
    assertThat(made.toString()).isEqualTo("SigningKeyPair[[redacted]]");
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    Path file = folder.resolve("maria");
    SigningKeyFile.create(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> SigningKeyFile.open(file))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void halvesOfTwoPairsAreNoPair() throws IOException {
    Path mine = folder.resolve("mine");
    SigningKeyFile.create(mine);
    String half = Files.readString(mine).split("\n", -1)[0];
    Files.writeString(mine, half + "\n" + SigningKeyPair.fresh().publicKey() + "\n");

    assertThatThrownBy(() -> SigningKeyFile.open(mine))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("no signing key");
    Files.writeString(mine, "nonsense");
    assertThatThrownBy(() -> SigningKeyFile.open(mine)).isInstanceOf(KeysUnusable.class);
  }

  private static String text(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
