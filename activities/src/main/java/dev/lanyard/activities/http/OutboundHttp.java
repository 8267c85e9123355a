package dev.lanyard.activities.http;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** How our requests leave: one owner of retries (Temporal), no redirect followed unseen. */
public final class OutboundHttp {

  private OutboundHttp() {}

  /**
   * A client that never repeats a request by itself (OkHttp would re-send a POST on a dead reused
   * connection) and hands every redirect to its caller.
   *
   * @param timeout for a whole call, connection to last byte
   */
  public static OkHttpClient client(Duration timeout) {
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .callTimeout(timeout)
        .connectTimeout(timeout)
        .readTimeout(timeout)
        .writeTimeout(timeout)
        .build();
  }
}
