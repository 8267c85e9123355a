package dev.lanyard.activities.backoffice.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.page.PageFixture;
import java.io.IOException;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

/** Pages have a quarter of a megabyte (section 15); the answer may be compressed. */
class CompressionTest {

  @Test
  void gzipIsAskedForAndUnderstood() throws IOException {
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      server.on(
          "GET /employee/edit/501",
          new MockResponse.Builder()
              .code(200)
              .setHeader("Content-Type", "text/html; charset=UTF-8")
              .setHeader("Content-Encoding", "gzip")
              .body(gzip(PageFixture.html("edit")))
              .build());

      String shown = server.client().converse(() -> {}, talk -> talk.editPage(501).lastName());
      assertThat(shown).isEqualTo("O'Example & Sons");

      assertThat(server.encodings()).hasSize(3).containsOnly("gzip");
    }
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(text);
    }
    return packed;
  }
}
