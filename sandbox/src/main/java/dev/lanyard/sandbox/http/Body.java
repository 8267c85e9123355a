package dev.lanyard.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What follows the headers: written when it is sent, so that a long one is never held whole. */
@FunctionalInterface
public interface Body {
  /** May be called more than once. Only reads what cannot change any more. */
  void writeTo(OutputStream out) throws IOException;

  /** One whose length is known. */
  record Bytes(byte[] bytes) implements Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  static Body of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole of it, for the few who must look inside. */
  default byte[] whole() {
    if (this instanceof Bytes known) {
      return known.bytes();
    }
    try {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      writeTo(kept);
      return kept.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
