package dev.lanyard.activities.notification;

import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * Where a group's notices are posted to. Its path often is a secret by itself, so it is shown
 * nowhere.
 *
 * @param secret the key of the signature
 */
public record WebhookTarget(HttpUrl url, Supplier<String> secret) {

  /** A secret that is shorter is no secret (guessed; 16 random letters are some 90 bits). */
  public static final int SHORTEST_SECRET = 16;

  /**
   * @param url https, or http on loopback; a query is allowed, a user name or fragment is not
   * @throws IllegalArgumentException says what is wrong, without repeating the URL
   */
  public static WebhookTarget of(String url, Supplier<String> secret) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("is not a URL; expected https://host/path");
    }
    if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw new IllegalArgumentException("must not carry a user name or password");
    }
    if (parsed.fragment() != null) {
      throw new IllegalArgumentException("must not carry a fragment");
    }
    if (!parsed.isHttps() && !isLoopback(parsed.host())) {
      throw new IllegalArgumentException("must be https; plain http is for loopback only");
    }
    return new WebhookTarget(parsed, secret);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    return "WebhookTarget[" + url.host() + "]";
  }
}
