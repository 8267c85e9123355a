package dev.lanyard.workflows.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lanyard.workflows.pin.PinHandoverWorkflowImpl;
import io.temporal.testing.WorkflowReplayer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A change that does not replay one of these is versioned, or it is not made. */
class ReplayTest {

  @TestFactory
  Stream<DynamicTest> storedHistoryReplays() {
    return StoredHistories.all().stream()
        .map(
            file ->
                dynamicTest(
                    StoredHistories.FOLDER.relativize(file).toString(),
                    () ->
                        WorkflowReplayer.replayWorkflowExecution(
                            StoredHistories.read(file), workflowOf(file))));
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
    assertThatThrownBy(
            () ->
                WorkflowReplayer.replayWorkflowExecution(
                    StoredHistories.read(onboarding), PinHandoverWorkflowImpl.class))
        .isInstanceOf(Exception.class);
  }

  private static Class<?> workflowOf(Path file) {
    return StoredHistories.WORKFLOWS.get(file.getParent().getFileName().toString());
  }
}
