package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.context.WorkflowSerializationContext;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real worker and client against the in-process test server, with all that is sent recorded. */
final class EveryPathTest {
  private static final String MARKER = "Jane-Doe-marker";
  private static final Keys KEYS = FreshKeys.make();

  /** What the SDK itself notes about a local activity: its id, type, attempt and time. */
  private static final String BOOKKEEPING =
      ".*marker_(command|recorded_event)_attributes\\.details\\[(activityId|meta|time|type)].*";

  private final Wire wire = new Wire();
  private TestWorkflowEnvironment environment;
  private WorkflowClient client;

  @BeforeEach
  void startWorker() {
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(KEYS.dataConverter())
                        .build())
                .setWorkflowServiceStubsOptions(
                    WorkflowServiceStubsOptions.newBuilder()
                        .setGrpcClientInterceptors(List.of(wire))
                        .build())
                .build());
    Worker worker = environment.newWorker("probe");
    worker.registerWorkflowImplementationTypes(
        Probe.WalkWorkflow.class,
        Probe.CompanionWorkflow.class,
        Probe.StrayWorkflow.class,
        Probe.ListenWorkflow.class);
    worker.registerActivitiesImplementations(new Probe.ErrandsActivities());
    environment.start();
    client = environment.getWorkflowClient();
  }

  @AfterEach
  void stopWorker() {
    environment.close();
  }

  @Test
  void everyPathArrivesAndNoneShowsPlainText() {
    assertThat(walkEveryPath())
        .isEqualTo(
            "failed for good side effect %1$s;failed for good side effect %1$s;child failed %1$s;"
                .formatted(MARKER));

    for (Message message : wire.messages()) {
      assertThat(message.toByteString().toString(ISO_8859_1))
          .as(message.getDescriptorForType().getName())
          .doesNotContain(MARKER);
    }
  }

  @Test
  void everyPayloadIsEncryptedAndBoundToItsWorkflow() {
    walkEveryPath();

    Set<String> paths = new TreeSet<>();
    for (Message message : wire.messages()) {
      Wire.payloadsIn(message)
          .forEach(
              (path, payload) -> {
                if (path.matches(BOOKKEEPING)) {
                  assertThat(payload.toString()).doesNotContain(MARKER);
                  return;
                }
                assertThat(EncryptingCodec.isEncrypted(payload)).as(path).isTrue();
                assertThat(metadata(payload, "bound-namespace")).as(path).isEqualTo("default");
                String owner = metadata(payload, "bound-workflow-id");
                paths.add(owner + " " + path.replaceAll("\\[[0-9a-f-]+]", ""));
              });
    }
    String commands = "RespondWorkflowTaskCompletedRequest.commands.";
    assertThat(paths)
        .allMatch(path -> path.startsWith("walk/1 ") || path.startsWith("companion/1 "))
        // One of each kind, so that none is lost unseen.
        .contains(
            "walk/1 SignalWithStartWorkflowExecutionRequest.input.payloads",
            "walk/1 SignalWithStartWorkflowExecutionRequest.signal_input.payloads",
            "walk/1 SignalWithStartWorkflowExecutionRequest.memo.fields[first].value",
            "walk/1 SignalWithStartWorkflowExecutionRequest.user_metadata.summary",
            "walk/1 SignalWithStartWorkflowExecutionRequest.user_metadata.details",
            "walk/1 SignalWorkflowExecutionRequest.input.payloads",
            "walk/1 QueryWorkflowRequest.query.query_args.payloads",
            "walk/1 QueryWorkflowResponse.query_result.payloads",
            "walk/1 UpdateWorkflowExecutionRequest.request.input.args.payloads",
            "walk/1 UpdateWorkflowExecutionResponse.outcome.success.payloads",
            "walk/1 UpdateWorkflowExecutionResponse.outcome.failure.encoded_attributes",
            "walk/1 PollActivityTaskQueueResponse.input.payloads",
            "walk/1 PollActivityTaskQueueResponse.heartbeat_details.payloads",
            "walk/1 RecordActivityTaskHeartbeatRequest.details.payloads",
            "walk/1 RespondActivityTaskCompletedRequest.result.payloads",
            "walk/1 RespondActivityTaskFailedRequest.failure.encoded_attributes",
            "walk/1 RespondActivityTaskFailedRequest.failure.application_failure_info.details"
                + ".payloads",
            "walk/1 RespondActivityTaskFailedRequest.last_heartbeat_details.payloads",
            "walk/1 " + commands + "schedule_activity_task_command_attributes.input.payloads",
            "walk/1 " + commands + "user_metadata.summary",
            "walk/1 "
                + commands
                + "continue_as_new_workflow_execution_command_attributes.input.payloads",
            "walk/1 "
                + commands
                + "modify_workflow_properties_command_attributes.upserted_memo.fields[later].value",
            "walk/1 " + commands + "record_marker_command_attributes.details[data].value.payloads",
            "walk/1 " + commands + "record_marker_command_attributes.details[input].value.payloads",
            "walk/1 "
                + commands
                + "record_marker_command_attributes.failure.cause.encoded_attributes",
            "walk/1 "
                + commands
                + "signal_external_workflow_execution_command_attributes.input.payloads",
            "walk/1 " + commands + "complete_workflow_execution_command_attributes.result.payloads",
            "companion/1 "
                + commands
                + "start_child_workflow_execution_command_attributes.input.payloads",
            "companion/1 "
                + commands
                + "start_child_workflow_execution_command_attributes.memo.fields[child].value",
            "companion/1 " + commands + "user_metadata.summary",
            "companion/1 "
                + commands
                + "fail_workflow_execution_command_attributes.failure.encoded_attributes",
            "companion/1 "
                + commands
                + "complete_workflow_execution_command_attributes.result.payloads");
  }

  @Test
  void aFailureThatTheSdkEncodesWithoutAContextStillReachesTheWorkflow() {
    WorkflowStub stray = client.newUntypedWorkflowStub("Stray", options("stray/1"));

    stray.start(new Probe.Note(MARKER, 1));

    assertThat(stray.getResult(String.class)).contains("\"Absent\" is not registered");
    assertThat(
            wire.messages().stream()
                .flatMap(message -> Wire.payloadsIn(message).entrySet().stream())
                .filter(entry -> !entry.getValue().containsMetadata("bound-workflow-id"))
                .map(Map.Entry::getKey)
                .map(path -> path.substring(0, path.indexOf('.'))))
        .containsOnly("RespondActivityTaskFailedRequest", "PollWorkflowTaskQueueResponse");
  }

  @Test
  void aSignalMovedFromAnotherWorkflowIsDroppedAndTheWorkflowLives() {
    WorkflowStub listener = listener();

    signalRaw("listen/1", encoded("listen/2", new Probe.Note("moved", 1)));
    listener.signal("hear", new Probe.Note("own", 0));

    assertThat((Object) listener.getResult(List.class)).isEqualTo(List.of("own"));
  }

  @Test
  void aPlainSignalAsTemporalUiSendsItIsHeard() {
    WorkflowStub listener = listener();

    signalRaw(
        "listen/1",
        DefaultDataConverter.newDefaultInstance()
            .toPayloads(new Probe.Note("from the UI", 1))
            .orElseThrow());
    listener.signal("hear", new Probe.Note("own", 0));

    assertThat((Object) listener.getResult(List.class)).isEqualTo(List.of("from the UI", "own"));
  }

  @Test
  void aSignalOfUnknownKeyIsNotDroppedButFailsTheTaskUntilTheKeyIsThere() throws Exception {
    listener();
    DataConverter foreign =
        FreshKeys.make()
            .dataConverter()
            .withContext(new WorkflowSerializationContext("default", "listen/1"));

    signalRaw("listen/1", foreign.toPayloads(new Probe.Note("later", 1)).orElseThrow());

    RuntimeException reported =
        KEYS.dataConverter()
            .withContext(new WorkflowSerializationContext("default", "listen/1"))
            .failureToException(wire.taskFailed().get().getFailure());
    assertThat(reported).hasStackTraceContaining("payload was encrypted with key ");
  }

  private String walkEveryPath() {
    WorkflowStub walk = client.newUntypedWorkflowStub("Walk", options("walk/1"));
    Probe.Note note = new Probe.Note(MARKER, 1);

    walk.signalWithStart("tell", new Object[] {note}, new Object[] {note});
    walk.signal("tell", note);
    assertThat(walk.query("ask", Probe.Note.class, note)).isEqualTo(note);
    assertThat(walk.query("__temporal_workflow_metadata", WorkflowMetadata.class))
        .extracting(WorkflowMetadata::getCurrentDetails)
        .isEqualTo("details of " + MARKER);
    assertThatThrownBy(() -> walk.update("change", Probe.Note.class, new Probe.Note(MARKER, 0)))
        .isInstanceOf(WorkflowUpdateException.class)
        .cause()
        .hasMessageContaining("refused " + MARKER);
    WorkflowExecutionDescription described = walk.describe();
    assertThat(described.<String>getMemo("first", String.class, String.class))
        .isEqualTo("memo of " + MARKER);
    assertThat(walk.update("change", Probe.Note.class, note)).isEqualTo(note);
    return walk.getResult(Probe.Note.class).text();
  }

  private WorkflowStub listener() {
    WorkflowStub listener = client.newUntypedWorkflowStub("Listen", options("listen/1"));
    listener.start();
    // Answered after the first task, so that the signals come in a task of their own.
    assertThat(listener.query("__temporal_workflow_metadata", WorkflowMetadata.class)).isNotNull();
    return listener;
  }

  private static Payloads encoded(String workflowId, Probe.Note note) {
    return KEYS.dataConverter()
        .withContext(new WorkflowSerializationContext("default", workflowId))
        .toPayloads(note)
        .orElseThrow();
  }

  private void signalRaw(String workflowId, Payloads input) {
    environment
        .getWorkflowServiceStubs()
        .blockingStub()
        .signalWorkflowExecution(
            SignalWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setWorkflowExecution(
                    WorkflowExecution.newBuilder().setWorkflowId(workflowId).build())
                .setSignalName("hear")
                .setInput(input)
                .build());
  }

  private static WorkflowOptions options(String id) {
    return WorkflowOptions.newBuilder()
        .setTaskQueue("probe")
        .setWorkflowId(id)
        .setMemo(Map.of("first", "memo of " + MARKER))
        .setStaticSummary("summary of " + MARKER)
        .setStaticDetails("details of " + MARKER)
        .build();
  }

  private static String metadata(Payload payload, String key) {
    return payload.containsMetadata(key) ? payload.getMetadataOrThrow(key).toStringUtf8() : null;
  }
}
