package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.launcher.temporal.RealTemporal;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.worker.LanyardWorker;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.VersioningBehavior;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of runs that wait while the workers get another build, on a real server. */
@ExtendWith(RealTemporal.class)
class NextBuildOnRealTemporalTest {

  private static final String JANE = "hr-40442";
  private static final String RUN = "onboarding/" + JANE + "/1";
  private static final String POLICY = "lanyard.policy { look-again-after = 1s, spread = 0s }";

  @TempDir Path folder;

  @Test
  void hireThatWaitedUnderOneBuildIsGrantedByTheNextAndPinnedToNone(TemporalTarget temporal)
      throws Exception {
    try (LanyardOnRealTemporal lanyard = new LanyardOnRealTemporal(temporal, folder, "builds")) {
      try (LanyardWorker worker = worker(lanyard, "first")) {
        assertThat(worker.taskQueue()).isEqualTo("builds");
        assertThat(lanyard.hireJane(JANE).code()).isEqualTo(3);
      }
      try (LanyardWorker worker = worker(lanyard, "second")) {
        assertThat(worker.taskQueue()).isEqualTo("builds");
        assertThat(lanyard.run("approve", JANE, "--yes").code()).isZero();
        LanyardOnRealTemporal.until(
            "has access", () -> lanyard.run("status", JANE).out().contains(JANE + ": has access"));
      }
      assertThat(builds(lanyard)).containsExactlyInAnyOrder("first", "second");
      assertThat(
              lanyard
                  .client()
                  .newUntypedWorkflowStub(RUN)
                  .describe()
                  .getRawDescription()
                  .getWorkflowExecutionInfo()
                  .getVersioningInfo()
                  .getBehavior())
          .isEqualTo(VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE);
    }
  }

  private static LanyardWorker worker(LanyardOnRealTemporal lanyard, String build)
      throws Exception {
    return lanyard.worker(POLICY, Map.of("LANYARD_VERSIONED", "true", "LANYARD_BUILD_ID", build));
  }

  /** Those that took a workflow task of the hire. */
  private static Set<String> builds(LanyardOnRealTemporal lanyard) {
    return lanyard.client().fetchHistory(RUN).getEvents().stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
        .map(event -> event.getWorkflowTaskCompletedEventAttributes().getDeploymentVersion())
        .map(version -> version.getBuildId())
        .collect(Collectors.toSet());
  }
}
