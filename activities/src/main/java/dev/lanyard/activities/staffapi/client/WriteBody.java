package dev.lanyard.activities.staffapi.client;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The JSON of a write, which knows whether any of it may have reached the server. */
final class WriteBody extends RequestBody {

  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] json;
  private volatile boolean left;

  WriteBody(byte[] json) {
    this.json = json;
  }

  /** False: the connection never stood, so nothing was written there. */
  boolean left() {
    return left;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return json.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    left = true;
    sink.write(json);
  }
}
