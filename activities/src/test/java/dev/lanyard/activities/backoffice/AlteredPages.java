package dev.lanyard.activities.backoffice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Stands before a Backoffice and passes everything on, but changes pages on their way back: what
 * the vendor or somebody in the office changes while a client remembers the page of before. Keeps
 * what was posted.
 */
final class AlteredPages implements AutoCloseable {

  private static final Set<String> PASSED_ON =
      Set.of("set-cookie", "location", "content-type", "retry-after");

  private final String origin;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();
  private final Map<String, UnaryOperator<String>> alterations = new ConcurrentHashMap<>();
  private final Map<String, List<String>> refusals = new ConcurrentHashMap<>();
  private final Map<String, List<String>> posted = new ConcurrentHashMap<>();

  private AlteredPages(String origin, HttpServer server) {
    this.origin = origin;
    this.server = server;
  }

  static AlteredPages of(String origin) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      AlteredPages pages = new AlteredPages(origin, server);
      server.setExecutor(pages.threads);
      server.createContext("/", pages::pass);
      server.start();
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every page whose path begins like this comes so changed. */
  void alter(String path, UnaryOperator<String> change) {
    alterations.put(path, change);
  }

  void alter(String path, String before, String now) {
    alter(path, page -> page.replace(before, now));
  }

  /** A post to this path without this text is refused, and not passed on. */
  void refuse(String path, String without, String location) {
    refusals.put(path, List.of(without, location));
  }

  /** The bodies posted to a path, decoded, in order. */
  List<String> posted(String path) {
    return posted.getOrDefault(path, List.of()).stream()
        .map(body -> URLDecoder.decode(body, StandardCharsets.UTF_8))
        .toList();
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean post = exchange.getRequestMethod().equals("POST");
    if (post) {
      posted
          .computeIfAbsent(path, p -> new ArrayList<>())
          .add(new String(sent, StandardCharsets.UTF_8));
      List<String> refusal = refusals.get(path);
      if (refusal != null && !new String(sent, StandardCharsets.UTF_8).contains(refusal.get(0))) {
        exchange.getResponseHeaders().add("Location", refusal.get(1));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
        return;
      }
    }
    Request.Builder request =
        new Request.Builder()
            .url(origin + exchange.getRequestURI())
            .method(
                exchange.getRequestMethod(),
                post
                    ? RequestBody.create(sent, MediaType.get("application/x-www-form-urlencoded"))
                    : null);
    exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .forEach(cookie -> request.addHeader("Cookie", cookie));
    try (Response response = http.newCall(request.build()).execute()) {
      String body = response.body().string();
      for (Map.Entry<String, UnaryOperator<String>> alteration : alterations.entrySet()) {
        if (path.startsWith(alteration.getKey())) {
          body = alteration.getValue().apply(body);
        }
      }
      response
          .headers()
          .forEach(
              header -> {
                if (PASSED_ON.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().add(header.getFirst(), header.getSecond());
                }
              });
      byte[] answer = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.code(), answer.length == 0 ? -1 : answer.length);
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
