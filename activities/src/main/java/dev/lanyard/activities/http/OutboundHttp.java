package dev.lanyard.activities.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** How our requests leave: one owner of retries (Temporal), no redirect followed unseen. */
public final class OutboundHttp {

  /**
   * Shorter than any server's idle time-out that is known (Apache's default is five seconds): on a
   * connection that the server has closed meanwhile a write could not be confirmed.
   */
  private static final Duration IDLE_CONNECTION = Duration.ofSeconds(4);

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
        .addNetworkInterceptor(OutboundHttp::withoutInvitation)
        .connectionPool(new ConnectionPool(5, IDLE_CONNECTION.toMillis(), TimeUnit.MILLISECONDS))
        .build();
  }

  /**
   * OkHttp answers a 503 with {@code Retry-After: 0} by sending the request again, a POST too, and
   * no setting turns that off; without the header it hands the 503 to its caller.
   */
  private static Response withoutInvitation(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503
            && response.headers("Retry-After").stream().anyMatch(after -> after.matches("0+"))
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
