package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSealTest {

  @TempDir Path folder;

  @Test
  void textOpensForItsPurposeWithItsKeysOnly() throws Exception {
    Keys keys = Keys.create(folder.resolve("keys"));
    byte[] sealed = keys.textSeal("tokens").seal("s3cret 🔑");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
    assertThat(Keys.load(folder.resolve("keys")).textSeal("tokens").open(sealed))
        .contains("s3cret 🔑");
    assertThat(keys.textSeal("else").open(sealed)).isEmpty();
    assertThat(Keys.create(folder.resolve("others")).textSeal("tokens").open(sealed)).isEmpty();
    sealed[sealed.length - 1] ^= 1;
    assertThat(keys.textSeal("tokens").open(sealed)).isEmpty();
    assertThat(keys.textSeal("tokens").open(new byte[0])).isEmpty();
  }
}
