package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecServerTest {
  private static final String UI = "http://127.0.0.1:8233";
  private static final Keys KEYS = FreshKeys.make();
  private static final Payload PLAIN =
      Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
          .setData(ByteString.copyFromUtf8("\"Jane Doe\""))
          .build();

  private static CodecServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = CodecServer.start(KEYS, 0, Set.of(UI, "http://localhost:8233"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theUiReadsAnEncryptedPayload() throws Exception {
    HttpResponse<String> answer =
        post("/decode?preserveStorageRefs=true", json(encrypted(KEYS)), UI);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(parse(answer.body())).containsExactly(PLAIN);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(UI);
    assertThat(answer.headers().firstValue("Vary")).contains("Origin");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void theCliReadsItWithoutAnOrigin() throws Exception {
    HttpResponse<String> answer = post("/decode", json(encrypted(KEYS)), null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(parse(answer.body())).containsExactly(PLAIN);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aSealedPinStaysSealed() throws Exception {
    String sealed = KEYS.pinSealer().seal(Pin.of(48_213), "person/1");
    Payload payload =
        PLAIN.toBuilder().setData(ByteString.copyFromUtf8("\"" + sealed + "\"")).build();
    List<Payload> encoded = KEYS.payloadCodec().encode(List.of(payload));

    HttpResponse<String> answer = post("/decode", json(encoded), UI);

    assertThat(parse(answer.body())).containsExactly(payload);
  }

  @Test
  void severalPayloadsKeepTheirOrderAndPlainOnesPass() throws Exception {
    Payload other = PLAIN.toBuilder().setData(ByteString.copyFromUtf8("1")).build();

    HttpResponse<String> answer =
        post("/decode", json(List.of(other, encrypted(KEYS).get(0), other)), UI);

    assertThat(parse(answer.body())).containsExactly(other, PLAIN, other);
  }

  @Test
  void whatTheUiSendsPassesUnencrypted() throws Exception {
    HttpResponse<String> answer = post("/encode", json(List.of(PLAIN)), UI);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(parse(answer.body())).containsExactly(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://127.0.0.1:8234",
        "https://127.0.0.1:8233",
        "http://127.0.0.1:8233/",
        "http://127.0.0.1:8233.evil.example",
        "HTTP://127.0.0.1:8233",
        "null"
      })
  void aForeignOriginGetsNothing(String origin) throws Exception {
    HttpResponse<String> answer = post("/decode", json(encrypted(KEYS)), origin);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("Jane", "SmFuZS");
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void aPreflightIsAnsweredForAnAllowedOriginOnly() throws Exception {
    HttpResponse<String> allowed = send("OPTIONS", "/decode", "", UI);
    HttpResponse<String> foreign = send("OPTIONS", "/decode", "", "http://evil.example");

    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(UI);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("content-type,x-namespace");
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods"))
        .contains("POST,OPTIONS");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreRefused(String method) throws Exception {
    HttpResponse<String> answer = send(method, "/decode", json(encrypted(KEYS)), UI);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
    assertThat(answer.body()).doesNotContain("Jane", "SmFuZS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/decode/", "/decode/x", "/Decode", "//decode", "/x/../decode"})
  void otherPathsAreRefused(String path) throws Exception {
    assertThat(post(path, json(encrypted(KEYS)), UI).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"x\"",
        "null",
        "{\"payloads\":3}",
        "{\"payloads\":[{\"data\":\"?\"}]}"
      })
  void aMalformedBodyIsRefused(String body) throws Exception {
    HttpResponse<String> answer = post("/decode", body, UI);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Payloads");
  }

  @Test
  void aDeeplyNestedBodyIsRefused() throws Exception {
    assertThat(post("/decode", "[".repeat(200_000), UI).statusCode()).isEqualTo(400);
    assertThat(post("/decode", "{\"payloads\":".repeat(100_000), UI).statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    String body = " ".repeat(CodecServer.LARGEST_BODY_BYTES + 1);

    assertThat(post("/decode", body, UI).statusCode()).isEqualTo(413);
  }

  @Test
  void aPayloadOfUnknownKeyIsRefusedWithTheRemedy() throws Exception {
    HttpResponse<String> answer = post("/decode", json(encrypted(FreshKeys.make())), UI);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("payload was encrypted with key ", "Put that key back");
  }

  @Test
  void anAlteredPayloadIsRefused() throws Exception {
    Payload altered =
        encrypted(KEYS).get(0).toBuilder()
            .putMetadata("bound-workflow-id", ByteString.copyFromUtf8("person/2"))
            .build();

    HttpResponse<String> answer = post("/decode", json(List.of(altered)), UI);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("altered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:%d"})
  void aForeignHostIsRefusedEvenWithAnAllowedOrigin(String host) throws Exception {
    assertThat(statusFor(host.formatted(server.url().getPort())))
        .isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:%d", "localhost:%d"})
  void itsOwnNamesAreAccepted(String host) throws Exception {
    assertThat(statusFor(host.formatted(server.url().getPort()))).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void itListensOnLoopbackOnly() throws Exception {
    assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
    Optional<InetAddress> outside =
        Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .findFirst();
    if (outside.isPresent()) {
      assertThatThrownBy(
              () -> {
                try (Socket socket = new Socket()) {
                  socket.connect(
                      new InetSocketAddress(outside.get(), server.url().getPort()), 1_000);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "",
        "127.0.0.1:8233",
        "http://*.example",
        "http://a.test/",
        "http://a.test "
      })
  void whatIsNoOriginStopsTheStart(String origin) {
    assertThatThrownBy(() -> CodecServer.start(KEYS, 0, Set.of(origin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no origin; write it like http://127.0.0.1:8233");
  }

  @Test
  void aTakenPortIsNamed() {
    int port = server.url().getPort();

    assertThatThrownBy(() -> CodecServer.start(KEYS, port, Set.of(UI)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("codec server cannot listen on 127.0.0.1:" + port);
  }

  @Test
  void afterClosingNobodyAnswers() throws Exception {
    CodecServer closed = CodecServer.start(KEYS, 0, Set.of(UI));
    URI url = closed.url();
    closed.close();

    assertThatThrownBy(
            () ->
                http.send(
                    HttpRequest.newBuilder(url.resolve("/decode")).build(),
                    BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  private HttpResponse<String> post(String path, String body, String origin) throws Exception {
    return send("POST", path, body, origin);
  }

  private HttpResponse<String> send(String method, String path, String body, String origin)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("X-Namespace", "default");
    if (origin != null) {
      request.header("Origin", origin);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Over a bare socket, as the JDK's client insists on the right host. */
  private static String statusFor(String host) throws IOException {
    String body = json(encrypted(KEYS));
    try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /decode HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Length: %d\r\n\r\n%s"
                      .formatted(host, UI, body.length(), body))
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(24), StandardCharsets.US_ASCII);
      return answer.lines().findFirst().orElse("");
    }
  }

  private static List<Payload> encrypted(Keys keys) {
    PayloadCodec codec =
        keys.payloadCodec().withContext(new WorkflowSerializationContext("default", "person/1"));
    return codec.encode(List.of(PLAIN));
  }

  private static String json(List<Payload> payloads) throws IOException {
    return JsonFormat.printer()
        .omittingInsignificantWhitespace()
        .print(Payloads.newBuilder().addAllPayloads(payloads));
  }

  private static List<Payload> parse(String json) throws IOException {
    Payloads.Builder payloads = Payloads.newBuilder();
    JsonFormat.parser().merge(json, payloads);
    return payloads.getPayloadsList();
  }
}
