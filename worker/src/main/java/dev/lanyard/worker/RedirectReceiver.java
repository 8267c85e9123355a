package dev.lanyard.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Takes up the browser on this machine, where the vendor's page sends it with a code. */
final class RedirectReceiver implements AutoCloseable {

  private final HttpServer server;
  private final String path;
  private final BlockingQueue<Arrived> arrived = new ArrayBlockingQueue<>(1);

  private RedirectReceiver(HttpServer server, String path) {
    this.server = server;
    this.path = path;
  }

  /**
   * What the browser brought.
   *
   * @param code good once
   */
  record Arrived(String code) {

    /**
     * @param query of the address, as it was written
     * @param state that we sent along; absent: not asked for
     * @throws IOException says what is wrong; names no code
     */
    static Arrived of(String query, Optional<String> state) throws IOException {
      Map<String, String> fields = new HashMap<>();
      for (String pair : query.split("&", -1)) {
        int at = pair.indexOf('=');
        if (at > 0) {
          fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
      }
      if (state.isPresent() && !state.get().equals(fields.get("state"))) {
        throw new IOException("the address is not of this login; start again");
      }
      if (!fields.getOrDefault("error", "").isEmpty()) {
        throw new IOException("the vendor's page refused: " + printable(fields.get("error")));
      }
      if (fields.getOrDefault("code", "").isBlank()) {
        throw new IOException("the address carries no code");
      }
      return new Arrived(fields.get("code"));
    }

    private static String decoded(String text) throws IOException {
      try {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new IOException("the address is not well-formed");
      }
    }

    private static String printable(String text) {
      return text.replaceAll("[^A-Za-z0-9_ .-]", "?");
    }

    @Override
    public String toString() {
      return "Arrived[redacted]";
    }
  }

  /** Whether a redirect there would reach this process. */
  static boolean isHere(URI redirect) {
    return "http".equals(redirect.getScheme()) && "127.0.0.1".equals(redirect.getHost());
  }

  /**
   * Listens on loopback only.
   *
   * @throws IOException when the port is taken
   */
  static RedirectReceiver open(URI redirect) throws IOException {
    int port = redirect.getPort() < 0 ? 80 : redirect.getPort();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    String path = redirect.getPath().isEmpty() ? "/" : redirect.getPath();
    return new RedirectReceiver(server, path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Waits until a browser brings a code with this state; all others are turned away. */
  Arrived await(String state) throws InterruptedException {
    server.createContext("/", exchange -> take(exchange, state));
    server.start();
    return arrived.take();
  }

  private void take(HttpExchange exchange, String state) throws IOException {
    try (exchange) {
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      if (!exchange.getRequestURI().getPath().equals(path) || query.isEmpty()) {
        answer(exchange, 404, "Nothing is here.");
        return;
      }
      try {
        Arrived came = Arrived.of(query, Optional.of(state));
        answer(exchange, 200, "Lanyard took the code. This window may be closed.");
        arrived.offer(came);
      } catch (IOException e) {
        answer(exchange, 400, "Lanyard took no code: " + e.getMessage() + ".");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
