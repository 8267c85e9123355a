package dev.lanyard.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopbackDoorTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void requestsAndAnswersPassUnchanged() throws Exception {
    HttpServer inside = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    byte[] large = "x".repeat(300_000).getBytes(UTF_8);
    inside.createContext(
        "/",
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, sent.length);
          exchange.getResponseBody().write(sent);
          exchange.close();
        });
    inside.start();
    try (LoopbackDoor door = LoopbackDoor.open(LOOPBACK, 0, inside.getAddress().getPort())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/echo"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(large))
              .build();
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(large);
    } finally {
      inside.stop(0);
    }
  }

  @Test
  void withNobodyInsideTheConnectionEnds() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      nobody = socket.getLocalPort();
    }
    try (LoopbackDoor door = LoopbackDoor.open(LOOPBACK, 0, nobody);
        Socket outside = new Socket(LOOPBACK, door.port())) {
      assertThat(outside.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void onAHostItIsRefusedWithTheReason() {
    StringWriter err = new StringWriter();

    int code =
        Launcher.commandLine(Map.of()).setErr(new PrintWriter(err)).execute("publish", "8090");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("containers only");
  }
}
