package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The codec server that Temporal UI and {@code temporal --codec-endpoint} ask to make payloads
 * readable. It listens on 127.0.0.1 only and answers a browser only where its page's origin is
 * listed exactly; a request without an origin (the CLI) is answered. It takes off the payload
 * encryption and nothing else: a sealed PIN stays sealed.
 *
 * <p>{@code POST /decode} believes the payload's own metadata about which workflow it belongs to,
 * as it is told nothing else. {@code POST /encode} returns what it got: without a workflow to bind
 * to there is nothing to encrypt for, and what people send from Temporal UI are bare decisions,
 * which must carry no personal data.
 *
 * <p>Answers: 200; 204 to a preflight; 400 not JSON of {@code Payloads}; 403 foreign origin or
 * host; 404 other path; 405 other method; 413 too large; 422 payload unreadable, with the reason.
 */
public final class CodecServer implements AutoCloseable {
  /** Guessed: twice the 4 MiB that Temporal accepts in one message. */
  static final int LARGEST_BODY_BYTES = 8 * 1024 * 1024;

  /** Guessed: one person's browser sends a page's payloads in a few requests. */
  private static final int THREADS = 4;

  private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s*,]+");
  private static final String HEADERS = "content-type,x-namespace";

  private final HttpServer server;
  private final ExecutorService threads;
  private final PayloadCodec codec;
  private final Set<String> allowedOrigins;
  private final Set<String> ownHosts;

  private CodecServer(
      HttpServer server, ExecutorService threads, PayloadCodec codec, Set<String> allowedOrigins) {
    this.server = server;
    this.threads = threads;
    this.codec = codec;
    this.allowedOrigins = allowedOrigins;
    int port = server.getAddress().getPort();
    this.ownHosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /**
   * @param keys must hold payload.json
   * @param port 0 for any free one
   * @param allowedOrigins such as {@code http://127.0.0.1:8233}: scheme, host and port as the
   *     browser writes them, no path, no wildcard
   * @throws IllegalArgumentException when an origin is none
   * @throws IOException when the port is taken
   */
  public static CodecServer start(Keys keys, int port, Set<String> allowedOrigins)
      throws IOException {
    PayloadCodec codec = keys.payloadCodec();
    for (String origin : allowedOrigins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "\"" + origin + "\" is no origin; write it like http://127.0.0.1:8233");
      }
    }
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new IOException(
          "codec server cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "codec-server-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    CodecServer started = new CodecServer(server, threads, codec, Set.copyOf(allowedOrigins));
    server.setExecutor(threads);
    server.createContext("/", started::handle);
    server.start();
    return started;
  }

  /** Such as {@code http://127.0.0.1:8081}: what to give Temporal UI and the CLI. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    Headers request = exchange.getRequestHeaders();
    // A foreign name that resolves to 127.0.0.1 (DNS rebinding) shows here.
    if (!ownHosts.contains(Objects.requireNonNullElse(request.getFirst("Host"), ""))) {
      return Answer.refusal(403, "Host is not this server's; use " + url());
    }
    String origin = request.getFirst("Origin");
    if (origin != null) {
      if (!allowedOrigins.contains(origin)) {
        return Answer.refusal(403, "this origin is not among the allowed ones");
      }
      Headers response = exchange.getResponseHeaders();
      response.set("Access-Control-Allow-Origin", origin);
      response.set("Access-Control-Allow-Methods", "POST,OPTIONS");
      response.set("Access-Control-Allow-Headers", HEADERS);
      response.set("Vary", "Origin");
    }
    String path = exchange.getRequestURI().getPath();
    if (!"/decode".equals(path) && !"/encode".equals(path)) {
      return Answer.refusal(404, "only /decode and /encode are here");
    }
    return switch (exchange.getRequestMethod()) {
      case "OPTIONS" -> new Answer(204, "text/plain", "");
      case "POST" -> converted(exchange, "/decode".equals(path));
      default -> {
        exchange.getResponseHeaders().set("Allow", "POST, OPTIONS");
        yield Answer.refusal(405, "only POST and OPTIONS are understood");
      }
    };
  }

  private Answer converted(HttpExchange exchange, boolean decode) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
    if (body.length > LARGEST_BODY_BYTES) {
      return Answer.refusal(413, "more than " + LARGEST_BODY_BYTES + " bytes");
    }
    Payloads.Builder sent = Payloads.newBuilder();
    try {
      JsonFormat.parser().ignoringUnknownFields().merge(new String(body, UTF_8), sent);
    } catch (InvalidProtocolBufferException e) {
      return Answer.refusal(400, "the body is no JSON of temporal.api.common.v1.Payloads");
    }
    try {
      Payloads result =
          decode
              ? Payloads.newBuilder().addAllPayloads(codec.decode(sent.getPayloadsList())).build()
              : sent.build();
      return new Answer(
          200,
          "application/json",
          JsonFormat.printer().omittingInsignificantWhitespace().print(result));
    } catch (PayloadUnreadable | PayloadKeyUnknown e) {
      return Answer.refusal(422, e.getMessage());
    }
  }

  private record Answer(int status, String type, String body) {
    static Answer refusal(int status, String reason) {
      return new Answer(status, "text/plain; charset=utf-8", reason);
    }
  }
}
