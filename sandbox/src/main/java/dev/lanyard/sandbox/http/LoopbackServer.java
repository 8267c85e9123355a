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
import java.util.function.BooleanSupplier;
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
  private final BooleanSupplier gzip;

  private LoopbackServer(
      HttpServer server,
      ExecutorService threads,
      Function<Request, Delivery> application,
      Clock clock,
      BooleanSupplier gzip) {
    this.server = server;
    this.threads = threads;
    this.application = application;
    this.clock = clock;
    this.gzip = gzip;
  }

  /**
   * Binds and answers at once.
   *
   * @param port 0 for any free one
   * @param gzip whether answers are compressed when the caller asks
   * @throws BindException when the port is taken; its message names the port
   */
  public static LoopbackServer open(
      int port, Function<Request, Delivery> application, Clock clock, BooleanSupplier gzip)
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
    LoopbackServer opened =
        new LoopbackServer(http, Threads.perRequest(), application, clock, gzip);
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
      case PART -> sendPart(exchange, delivery);
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

  private void send(HttpExchange exchange, Response response, String acceptEncoding)
      throws IOException {
    copyHeaders(exchange, response);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean asked = acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip");
    if (response.body() instanceof Body.Bytes known) {
      byte[] body = known.bytes();
      if (asked && body.length >= GZIP_FROM && gzip.getAsBoolean()) {
        body = packed(body);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      boolean bodiless = body.length == 0 || head;
      exchange.sendResponseHeaders(
          response.status(), bodiless ? -1 : response.chunked() ? 0 : body.length);
      if (!bodiless) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      }
    } else {
      boolean pack = asked && gzip.getAsBoolean();
      if (pack) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(response.status(), head ? -1 : 0);
      if (!head) {
        OutputStream plain = exchange.getResponseBody();
        // Not closed when writing fails: an answer that ends early must not look whole.
        OutputStream out = pack ? packing(plain) : plain;
        response.body().writeTo(out);
        out.close();
      }
    }
    exchange.close();
  }

  private static void sendPart(HttpExchange exchange, Delivery delivery) throws IOException {
    Response response = delivery.response();
    copyHeaders(exchange, response);
    byte[] body = response.body().whole();
    int end = delivery.cutAt() < 0 ? body.length / 2 : Math.min(delivery.cutAt(), body.length);
    // One byte more than there is, so that even an empty body comes out cut.
    exchange.sendResponseHeaders(response.status(), response.chunked() ? 0 : body.length + 1L);
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, end);
    out.flush();
    throw new IOException("Scripted fault: the answer is cut here."); // the server drops the line
  }

  private static void copyHeaders(HttpExchange exchange, Response response) {
    response
        .headers()
        .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
    try (OutputStream out = packing(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static OutputStream packing(OutputStream out) throws IOException {
    // The fastest level: loopback has bandwidth to spare, pages of 150 KB are all the work there
    // is.
    return new GZIPOutputStream(out, 16 * 1024) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
