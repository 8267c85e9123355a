package dev.lanyard.workflows.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lanyard.workflows.pin.PinHandoverWorkflowImpl;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A change that does not replay one of these is versioned, or it is not made. */
class ReplayTest {

  /** The detector of workflow code that hangs measures the machine here, when that is busy. */
  private static final WorkerOptions WITHOUT_HURRY =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  @TestFactory
  Stream<DynamicTest> storedHistoryReplays() {
    return StoredHistories.all().stream()
        .map(
            file ->
                dynamicTest(
                    StoredHistories.FOLDER.relativize(file).toString(),
                    () -> replay(file, workflowOf(file))));
  }

  @Test
  void everyWorkflowHasStoredHistories() {
    assertThat(StoredHistories.all())
        .extracting(file -> file.getParent().getFileName().toString())
        .containsAll(StoredHistories.WORKFLOWS.keySet());
  }

  @Test
  void historyOfAnotherWorkflowDoesNotReplay() {
    Path onboarding = StoredHistories.FOLDER.resolve("onboarding").resolve("done.json");
    assertThatThrownBy(() -> replay(onboarding, PinHandoverWorkflowImpl.class))
        .isInstanceOf(Exception.class);
  }

  private static void replay(Path file, Class<?> workflow) throws Exception {
    try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
      Worker worker = temporal.newWorker("replay", WITHOUT_HURRY);
      worker.registerWorkflowImplementationTypes(workflow);
      WorkflowReplayer.replayWorkflowExecution(StoredHistories.read(file), worker);
    }
  }

  private static Class<?> workflowOf(Path file) {
    return StoredHistories.WORKFLOWS.get(file.getParent().getFileName().toString());
  }
}
