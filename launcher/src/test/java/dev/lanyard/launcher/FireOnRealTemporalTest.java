package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.launcher.LanyardOnRealTemporal.Ran;
import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.worker.LanyardWorker;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real server, real worker, both systems over HTTP: fired people whom Lanyard never saw before. */
@ExtendWith(RealTemporal.class)
class FireOnRealTemporalTest {

  private static final String QUEUE = "fire";

  /** Employee 401, who has a login to Backoffice besides. */
  private static final int WITH_WEB_USER = 70_001;

  private static final int WITHOUT_WEB_USER = 70_002;
  private static final int WEB_USER = 3_310_002;

  @TempDir Path folder;

  private LanyardOnRealTemporal lanyard;

  @Test
  void firedByNameIsProvenInEverySystemAndUndoableAndWebUsersAreAHumansUntilReadBack(
      TemporalTarget temporal) throws Exception {
    try (LanyardOnRealTemporal whole = new LanyardOnRealTemporal(temporal, folder, QUEUE);
        LanyardWorker worker =
            whole.worker(
                "lanyard.policy { look-again-after = 1s, grace-period = 30d, spread = 0s }",
                Map.of())) {
      lanyard = whole;
      assertThat(worker.taskQueue()).isEqualTo(QUEUE);
      byName();
      webUserIsAHumans();
      nobody();
    }
  }

  private void byName() throws Exception {
    JsonNode employee = employee(WITHOUT_WEB_USER);
    String name = employee.path("firstName").asText().strip() + " " + lastName(employee);

    Ran ran = lanyard.run(List.of("1", "70002"), "fire", name);

    assertThat(ran.code()).as("%s %s", ran.out(), ran.err()).isZero();
    assertThat(ran.out())
        .contains("POS user ID", "person/pos-70002")
        .contains("Done: pos-70002 has no access any more.")
        .containsPattern(
            "Backoffice +closed +[0-9:]{5,8} +employee 402 disabled; read back: inactive")
        .containsPattern("staff API +not found")
        .containsPattern("web users +closed +[0-9:]{5,8} +none found");
    assertThat(employee(WITHOUT_WEB_USER).path("active").asBoolean()).isFalse();
    OffboardingResult result = result("pos-70002");
    assertThat(result.before().orElseThrow().employee().orElseThrow().active()).isTrue();
    assertThat(result.undoableUntil()).isPresent();
  }

  private void webUserIsAHumans() throws Exception {
    String last = lastName(employee(WITH_WEB_USER));

    Ran ran = lanyard.run(List.of(), "fire", "70001", "--last-name", last, "--yes");

    assertThat(ran.code()).as("%s %s", ran.out(), ran.err()).isEqualTo(3);
    assertThat(ran.out())
        .containsPattern("Backoffice +closed")
        .containsPattern("web users +open +disable login of web user " + WEB_USER);
    assertThat(employee(WITH_WEB_USER).path("active").asBoolean()).isFalse();
    closeByHand();
    assertThat(lanyard.run(List.of(), "done", "pos-70001", "--by", "maria", "--yes").code())
        .isZero();
    assertThat(result("pos-70001").webUsers()).isEqualTo("closed");
  }

  private void nobody() {
    assertThat(lanyard.run(List.of(), "fire", "79999", "--last-name", "Doe", "--yes"))
        .satisfies(ran -> assertThat(ran.code()).isEqualTo(1))
        .satisfies(ran -> assertThat(ran.out()).contains("Nobody was found"));
    assertThat(lanyard.run(List.of("y"), "fire", "Nobody Atall"))
        .satisfies(ran -> assertThat(ran.code()).isEqualTo(1))
        .satisfies(ran -> assertThat(ran.err()).contains("nobody of this name"));
  }

  private OffboardingResult result(String number) throws Exception {
    return lanyard
        .client()
        .newUntypedWorkflowStub(WorkflowIds.offboarding(EmployeeNumber.of(number), 1))
        .getResult(60, TimeUnit.SECONDS, OffboardingResult.class);
  }

  /** As somebody does it on the page that the request names. */
  private void closeByHand() throws Exception {
    lanyard.get("/login");
    lanyard.post(
        "/login_check",
        Map.of(
            "_username",
            lanyard.sandbox().backofficeUsername(),
            "_password",
            lanyard.sandbox().backofficePassword()));
    lanyard.post("/user/update", Map.of("user[id]", String.valueOf(WEB_USER)));
  }

  private JsonNode employee(int posUserId) throws Exception {
    return lanyard.employees(posUserId).get(0);
  }

  private static String lastName(JsonNode employee) {
    return employee.path("lastName").asText().strip();
  }
}
