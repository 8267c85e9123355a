package dev.lanyard.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Stands in front of one system of the sandbox, whose own log holds no bodies. */
final class Recorded implements AutoCloseable {

  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  /** A request that may change something. */
  record Write(String method, String path, String body) {}

  private final URI system;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Write> writes = new CopyOnWriteArrayList<>();
  private final List<Meanwhile> meanwhile = new CopyOnWriteArrayList<>();
  private final AtomicLong requests = new AtomicLong();

  /** What happens while a request is under way. */
  private record Meanwhile(Predicate<Write> which, Runnable act) {}

  Recorded(URI system) {
    this.system = system;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::relay);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** In order of arrival; logins are none. */
  List<Write> writes() {
    return List.copyOf(writes);
  }

  /** The next request like this arrives only when the act is done. */
  void during(Predicate<Write> which, Runnable act) {
    meanwhile.add(new Meanwhile(which, act));
  }

  /** Of any kind. */
  long requests() {
    return requests.get();
  }

  void forget() {
    writes.clear();
  }

  private void relay(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI asked = exchange.getRequestURI();
      Write request =
          new Write(
              exchange.getRequestMethod(),
              asked.getPath(),
              new String(body, StandardCharsets.UTF_8));
      requests.incrementAndGet();
      for (Meanwhile one : meanwhile) {
        if (one.which().test(request) && meanwhile.remove(one)) {
          one.act().run();
        }
      }
      if (!exchange.getRequestMethod().equals("GET") && !asked.getPath().startsWith("/login")) {
        writes.add(request);
      }
      HttpResponse<byte[]> answer =
          client.send(passedOn(exchange, asked, body), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))
                    && !name.startsWith(":")) {
                  values.forEach(
                      value ->
                          exchange
                              .getResponseHeaders()
                              .add(name, value.replace(system.toString(), url())));
                }
              });
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest passedOn(HttpExchange exchange, URI asked, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system + asked.toString()))
            .version(HttpClient.Version.HTTP_1_1)
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
