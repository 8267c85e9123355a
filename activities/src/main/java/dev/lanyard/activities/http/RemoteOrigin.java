package dev.lanyard.activities.http;

import okhttp3.HttpUrl;

/**
 * The one origin that a client's credentials and cookies may go to.
 *
 * @param base scheme, host, port and a path that ends in {@code /}
 */
public record RemoteOrigin(HttpUrl base) {

  /**
   * @param url such as {@code https://washu.sonnyscontrols.com} or {@code http://127.0.0.1:8090};
   *     plain http is for loopback alone
   * @throws IllegalArgumentException says what is wrong, without repeating user information
   */
  public static RemoteOrigin parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException(
          "is not a URL; expected https://host or http://127.0.0.1:PORT");
    }
    if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw new IllegalArgumentException("must not carry a user name or password");
    }
    if (parsed.query() != null || parsed.fragment() != null) {
      throw new IllegalArgumentException("must not carry a query or fragment");
    }
    if (!parsed.isHttps() && !isLoopback(parsed.host())) {
      throw new IllegalArgumentException("must be https; plain http is for loopback only");
    }
    HttpUrl base =
        parsed.encodedPath().endsWith("/")
            ? parsed
            : parsed.newBuilder().addPathSegment("").build();
    return new RemoteOrigin(base);
  }

  /** Whether scheme, host and port are this origin's. */
  public boolean owns(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
