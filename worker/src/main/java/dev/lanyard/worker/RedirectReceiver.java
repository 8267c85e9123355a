package dev.lanyard.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes up the browser on this machine, where the vendor's page sends it with a code. */
final class RedirectReceiver implements AutoCloseable {

  /** A sentence of the vendor's (guessed). */
  private static final int LONGEST_WORDS = 200;

  private final HttpServer server;
  private final String path;
  private final BlockingQueue<Landing> landed = new ArrayBlockingQueue<>(1);

  private RedirectReceiver(HttpServer server, String path) {
    this.server = server;
    this.path = path;
  }

  /** How somebody came back who has our state: with a code, or with the vendor's refusal. */
  private record Landing(Arrived arrived, Refused refused) {}

  /** The vendor's page sends the browser back without a code; the message carries its words. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private Refused(String words) {
      super("the vendor's page refused: " + words);
    }
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
     * @throws Refused when the vendor's page says so; it may leave the state out then
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
      String error = fields.getOrDefault("error", "");
      boolean stateless = !error.isEmpty() && !fields.containsKey("state");
      if (state.isPresent() && !stateless && !state.get().equals(fields.get("state"))) {
        throw new IOException("the address is not of this login; start again");
      }
      if (!error.isEmpty()) {
        String words = fields.getOrDefault("error_description", "");
        throw new Refused(printable(words.isBlank() ? error : error + ": " + words));
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
      String known = text.replaceAll("[^\\p{L}\\p{N}_ .,:;'()-]", "?");
      return known.length() > LONGEST_WORDS ? known.substring(0, LONGEST_WORDS) + "…" : known;
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

  /**
   * Waits until a browser brings a code with this state; all others are turned away.
   *
   * @throws Refused when the vendor's page sent it back without a code
   * @throws IOException when nobody came in time
   */
  Arrived await(String state, Duration limit) throws IOException, InterruptedException {
    server.createContext("/", exchange -> take(exchange, state));
    server.start();
    Landing landing = landed.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (landing == null) {
      throw new IOException(
          "nobody came back within " + limit.toSeconds() + " s; start again, or raise --within");
    }
    if (landing.refused() != null) {
      throw landing.refused();
    }
    return landing.arrived();
  }

  private void take(HttpExchange exchange, String state) throws IOException {
    Optional<Landing> landing = answered(exchange, state);
    // Only once the browser has its answer: whoever waits here closes the door.
    landing.ifPresent(landed::offer);
  }

  private Optional<Landing> answered(HttpExchange exchange, String state) throws IOException {
    try (exchange) {
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      if (!exchange.getRequestURI().getPath().equals(path) || query.isEmpty()) {
        answer(exchange, 404, "Nothing is here.");
        return Optional.empty();
      }
      try {
        Arrived came = Arrived.of(query, Optional.of(state));
        answer(exchange, 200, "Lanyard took the code. This window may be closed.");
        return Optional.of(new Landing(came, null));
      } catch (Refused e) {
        answer(exchange, 400, "Lanyard took no code: " + e.getMessage() + ".");
        return Optional.of(new Landing(null, e));
      } catch (IOException e) {
        answer(exchange, 400, "Lanyard took no code: " + e.getMessage() + ".");
        return Optional.empty();
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
