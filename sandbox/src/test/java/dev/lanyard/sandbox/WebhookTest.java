package dev.lanyard.sandbox;

import static dev.lanyard.sandbox.StaffCaller.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed deliveries to subscribers. */
class WebhookTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Received(String signature, String authorization, byte[] body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private Sandbox sandbox;
  private Browser controls;
  private StaffCaller api;
  private HttpServer subscriber;
  private String address;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    controls = new Browser(sandbox.staffApiUrl());
    api = StaffCaller.basic(sandbox);
    subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    subscriber.createContext(
        "/",
        exchange -> {
          received.add(
              new Received(
                  exchange.getRequestHeaders().getFirst("X-Kounta-Signature"),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  exchange.getRequestBody().readAllBytes()));
          Integer status = answers.poll();
          exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          exchange.close();
        });
    subscriber.start();
    address = "http://127.0.0.1:" + subscriber.getAddress().getPort() + "/hook";
  }

  @AfterEach
  void stop() {
    subscriber.stop(0);
    sandbox.close();
  }

  private void subscribe(String topic, String more) throws IOException {
    StaffCaller.Answer answer =
        api.post(
            "/v1/companies/5678/webhooks.json",
            "{\"topic\":\""
                + topic
                + "\",\"format\":\"json\",\"address\":\""
                + address
                + "\""
                + more
                + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private long create(String first) throws IOException {
    return api.post(
            STAFF + ".json",
            "{\"first_name\":\""
                + first
                + "\",\"last_name\":\"Doe\",\"sites\":[923],"
                + "\"primary_email_address\":\""
                + first
                + "@example.com\"}")
        .newId();
  }

  private Received next() throws InterruptedException {
    Received one = received.poll(30, TimeUnit.SECONDS);
    assertThat(one).as("a delivery").isNotNull();
    return one;
  }

  private List<JsonNode> log(int size) throws IOException {
    JsonNode lines = JSON.readTree(controls.get("/_sandbox/deliveries").body());
    while (lines.size() < size) {
      Thread.onSpinWait();
      lines = JSON.readTree(controls.get("/_sandbox/deliveries").body());
    }
    List<JsonNode> list = new ArrayList<>();
    lines.forEach(list::add);
    assertThat(list).hasSize(size);
    return list;
  }

  @Test
  void deliveryCarriesTheCompleteMemberAndASignatureOfItsRawBody() throws Exception {
    controls.set("{\"webhookSignatureToken\":\"another-token\"}");
    subscribe("staff/created", ",\"headers\":{\"Authorization\":\"Basic abc\"}");
    long id = create("jane");
    Received delivery = next();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("another-token".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(delivery.signature())
        .isEqualTo(HexFormat.of().formatHex(mac.doFinal(delivery.body())));
    assertThat(delivery.authorization()).isEqualTo("Basic abc");
    assertThat(delivery.json()).isEqualTo(api.get(STAFF + "/" + id + ".json").json());
    JsonNode line = log(1).get(0);
    assertThat(line.path("topic").asText()).isEqualTo("staff/created");
    assertThat(line.path("staffId").asLong()).isEqualTo(id);
    assertThat(line.path("status").asInt()).isEqualTo(204);
  }

  @Test
  void topicsAndTagsDecideWhoIsTold() throws Exception {
    subscribe("staff/updated", ",\"filter\":{\"tags\":[\"onboarding\",\"x\"]}");
    subscribe("staff/deleted", "");
    create("jane");
    api.put(STAFF + "/452.json", "{\"sites\":[921],\"tags\":[\"other\"]}");
    api.put(STAFF + "/453.json", "{\"sites\":[921],\"tags\":[\"onboarding\"]}");
    api.delete(STAFF + "/452.json");
    assertThat(next().json().path("id").asLong()).isEqualTo(453);
    assertThat(next().json().path("id").asLong()).isEqualTo(452);
    assertThat(log(2))
        .extracting(line -> line.path("topic").asText())
        .containsExactly("staff/updated", "staff/deleted");
  }

  @Test
  void refusedDeliveryIsRepeatedUntilItIsAccepted() throws Exception {
    controls.set("{\"webhookRetryDelayMs\":1,\"webhookRetries\":2}");
    subscribe("staff/created", "");
    answers.addAll(List.of(500, 401));
    create("jane");
    assertThat(log(3))
        .extracting(line -> line.path("status").asInt())
        .containsExactly(500, 401, 204);
    answers.addAll(List.of(500, 500, 500));
    create("joan");
    assertThat(log(6))
        .extracting(line -> line.path("attempt").asInt())
        .as("given up after the second retry")
        .containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void duplicatesAreTheSameToTheByte() throws Exception {
    controls.set("{\"webhookDuplicates\":1}");
    subscribe("staff/created", "");
    create("jane");
    Received first = next();
    assertThat(next().body()).isEqualTo(first.body());
    assertThat(log(2)).extracting(line -> line.path("copy").asInt()).containsExactly(1, 2);
  }

  @Test
  void reorderedDeliveriesArriveNewestFirst() throws Exception {
    controls.set("{\"webhookReordered\":true,\"webhookHoldMs\":3600000}");
    subscribe("staff/created", "");
    long first = create("jane");
    long second = create("joan");
    assertThat(next().json().path("id").asLong()).isEqualTo(second);
    assertThat(next().json().path("id").asLong()).isEqualTo(first);
    controls.set("{\"webhookHoldMs\":1}");
    long third = create("jill");
    assertThat(next().json().path("id").asLong()).as("alone, after its wait").isEqualTo(third);
  }

  @Test
  void nothingLeavesTheMachineAndNothingIsToldOfWhatDidNotHappen() throws Exception {
    address = "https://hooks.example.com/staff";
    subscribe("staff/created", "");
    controls.control(
        "/_sandbox/faults",
        "{\"system\":\"staff-api\",\"method\":\"POST\",\"path\":\""
            + STAFF
            + ".json\",\"kind\":\"success-without-effect\"}");
    create("jane");
    create("joan");
    JsonNode line = log(1).get(0);
    assertThat(line.path("error").asText()).contains("not a loopback address");
    assertThat(line.path("status").isNull()).isTrue();
    assertThat(received).isEmpty();
  }
}
