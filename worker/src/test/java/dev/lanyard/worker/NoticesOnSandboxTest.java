package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who hears of what while access opens and closes at the sandbox, and that nothing waits for it.
 */
class NoticesOnSandboxTest {

  private static final String SECRET = "a-secret-of-this-test";
  private static final String RUN = WorkflowIds.onboarding(JANE, 1);

  /** A call that a receiver took, and whether its signature is the one of its body. */
  private record Call(String path, JsonNode body, boolean genuine) {

    String kind() {
      return body.path("kind").asText();
    }
  }

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private SkippedDays days;

  @BeforeEach
  void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    receiver.start();
    int port = receiver.getAddress().getPort();
    days =
        new SkippedDays(
            """
            lanyard.approvals {
              people { paul { groups = [managers] }, nina { groups = [directors] } }
              rules = [
                { name = hires, when { kind = onboard }, groups = [managers]
                  remind-after = 1d, escalate-after = 2d, escalate-to = directors, expires-after = 7d }
                { name = rest, groups = [managers] }
              ]
            }
            lanyard.notifications {
              groups {
                managers { webhooks = [{ url = "http://127.0.0.1:%d/managers", secret = %s }] }
                directors { webhooks = [{ url = "http://127.0.0.1:%d/directors", secret = %s }] }
                operators { mail = ["operators@example.com"] }
              }
              smtp { host = "127.0.0.1", port = %d, security = none, from = "lanyard@example.com" }
            }
            """
                .formatted(port, SECRET, port, SECRET, closedPort()));
  }

  /** Where no mail server answers. */
  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void end() {
    days.close();
    receiver.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String at = exchange.getRequestHeaders().getFirst("Lanyard-Timestamp");
      calls.add(
          new Call(
              exchange.getRequestURI().getPath(),
              new ObjectMapper().readTree(body),
              signature(at, body)
                  .equals(exchange.getRequestHeaders().getFirst("Lanyard-Signature"))));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static String signature(String at, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void untilTold(String... pathsAndKinds) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!told().equals(List.of(pathsAndKinds)) && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(told()).containsExactly(pathsAndKinds);
  }

  private List<String> told() {
    return calls.stream().map(call -> call.path() + " " + call.kind()).toList();
  }

  @Test
  void everyTurnIsToldAndAMailServerThatIsDownHoldsNothingUp() {
    days.hire(JANE, SkippedDays.jane(LocalDate.of(2026, 5, 1)));
    OpenRequest asked = days.world.asked(RUN);
    untilTold("/managers approval-asked");
    days.skip(Duration.ofHours(25));
    untilTold("/managers approval-asked", "/managers reminder");
    days.skip(Duration.ofHours(24));
    untilTold("/managers approval-asked", "/managers reminder", "/directors escalated");
    assertThat(calls)
        .extracting(call -> call.body().path("requestId").asText())
        .containsOnly(asked.id());
    assertThat(calls.get(2).body().path("commands").toString())
        .contains("./lanyard approve hr-10442");
    assertThat(days.writes()).isEmpty();

    // The operators' mail goes nowhere; what they are asked stays open, and the answer counts.
    days.world.state.fault(
        Map.of(
            "system",
            "staff-api",
            "method",
            "POST",
            "path",
            "/v1/companies/5678/staff*",
            "kind",
            "status",
            "status",
            403));
    decide(asked, "nina");
    OpenRequest parked = days.world.asked(RUN, asked.id());
    assertThat(parked.group()).isEqualTo("operators");
    days.skip(Duration.ofHours(2));
    days.world.until(
        RUN,
        status ->
            status.warnings().stream()
                .anyMatch(
                    warning ->
                        warning
                            .text()
                            .startsWith("could not notify operators (parked): MAIL_OUTAGE: ")));
    days.world.answer(RUN, parked, "retry");
    OnboardingResult hired = days.world.told(RUN, OnboardingResult.class);

    assertThat(hired.outcome()).isEqualTo("done");
    assertThat(hired.warnings()).singleElement().asString().contains("MAIL_OUTAGE");
    assertThat(days.active(12345)).isTrue();
    assertThat(days.hasStaffAccess(JANE)).isTrue();
    untilTold(
        "/managers approval-asked", "/managers reminder", "/directors escalated", "/managers done");
    days.fire(JANE);
    OffboardingResult ended =
        days.world.told(WorkflowIds.offboarding(JANE, 2), OffboardingResult.class);
    assertThat(ended.closedEverywhere()).isTrue();
    assertThat(days.active(12345)).isFalse();
    assertThat(days.hasStaffAccess(JANE)).isFalse();
    untilTold(
        "/managers approval-asked",
        "/managers reminder",
        "/directors escalated",
        "/managers done",
        "/managers done");
    assertThat(calls).allMatch(Call::genuine);
    String pin = days.employee(12345).path("pin").asText();
    assertThat(pin).matches("\\d{5}");
    assertThat(calls).noneMatch(call -> call.body().toString().contains(pin));
  }

  private void decide(OpenRequest asked, String by) {
    days.world
        .workflow(RUN)
        .signal("decide", Map.of("requestId", asked.id(), "choice", "approve", "by", by));
  }
}
