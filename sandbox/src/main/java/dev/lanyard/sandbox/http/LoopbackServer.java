package dev.lanyard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on 127.0.0.1 that can also close a connection where an answer should be. */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

  /**
   * Guessed: far above the largest form here (about 20 KB), low enough to stop a runaway caller.
   */
  private static final int BODY_LIMIT = 4 * 1024 * 1024;

  /** Guessed: below this, compressing costs more than it saves. */
  private static final int GZIP_FROM = 1024;

  static {
    // Otherwise each answer waits about 40 ms (measured) for the caller's delayed acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Function<Request, Delivery> application;
  private final Clock clock;

  private LoopbackServer(
      HttpServer server,
      ExecutorService threads,
      Function<Request, Delivery> application,
      Clock clock) {
    this.server = server;
    this.threads = threads;
    this.application = application;
    this.clock = clock;
  }

  /**
   * Binds and answers at once.
   *
   * @param port 0 for any free one
   * @throws BindException when the port is taken; its message names the port
   */
  public static LoopbackServer open(int port, Function<Request, Delivery> application, Clock clock)
      throws IOException {
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    } catch (BindException taken) {
      BindException named =
          new BindException(
              "Port " + port + " on 127.0.0.1 cannot be bound: " + taken.getMessage());
      named.initCause(taken);
      throw named;
    }
    LoopbackServer opened = new LoopbackServer(http, Threads.perRequest(), application, clock);
    http.setExecutor(opened.threads);
    http.createContext("/", opened::handle);
    http.start();
    return opened;
  }

  /** Without a trailing slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    if (body.length > BODY_LIMIT) {
      send(exchange, Response.html(413, "Request body larger than " + BODY_LIMIT + " bytes."), "");
      return;
    }
    Request request = request(exchange, body);
    Delivery delivery;
    try {
      delivery = application.apply(request);
    } catch (RefusedInput unplayable) {
      LOG.warn("A scripted fault cannot be played on {}: {}", request, unplayable.problems());
      delivery =
          Delivery.whole(
              Response.html(500, "The scripted fault cannot be played: " + unplayable.problems()));
    } catch (RuntimeException defect) {
      LOG.error("The sandbox itself failed on {}", request, defect);
      delivery = Delivery.whole(Response.html(500, "The sandbox itself failed: see its log."));
    }
    switch (delivery.extent()) {
      case WHOLE ->
          send(exchange, delivery.response(), request.header("accept-encoding").orElse(""));
      case HALF -> sendHalf(exchange, delivery.response());
      case NONE -> exchange.close(); // nothing sent yet, so this closes the connection itself
    }
  }

  private Request request(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    URI target = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        Optional.ofNullable(target.getRawPath()).orElse("/"),
        Optional.ofNullable(target.getRawQuery()).orElse(""),
        headers,
        body,
        clock.instant());
  }

  private static void send(HttpExchange exchange, Response response, String acceptEncoding)
      throws IOException {
    byte[] body = response.body();
    copyHeaders(exchange, response);
    if (body.length >= GZIP_FROM && acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip")) {
      body = gzip(body);
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(
        response.status(), bodiless ? -1 : response.chunked() ? 0 : body.length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
    exchange.close();
  }

  private static void sendHalf(HttpExchange exchange, Response response) throws IOException {
    copyHeaders(exchange, response);
    byte[] body = response.body();
    // One byte more than there is, so that even an empty body comes out cut.
    exchange.sendResponseHeaders(response.status(), response.chunked() ? 0 : body.length + 1L);
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, body.length / 2);
    out.flush();
    throw new IOException("Scripted fault: the answer is cut here."); // the server drops the line
  }

  private static void copyHeaders(HttpExchange exchange, Response response) {
    response
        .headers()
        .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
    // The fastest level: loopback has bandwidth to spare, pages of 150 KB are all the work there
    // is.
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(packed) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
