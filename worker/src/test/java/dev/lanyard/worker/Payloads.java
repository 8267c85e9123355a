package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.lanyard.workflows.fake.Runs;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.client.WorkflowException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that a Temporal server holds of its runs: as it lies there, and as somebody with the
 * keys reads it. A sealed PIN stays sealed in both.
 */
final class Payloads {

  private static final ByteString ENCRYPTED = ByteString.copyFromUtf8("binary/encrypted");

  private final SandboxGround ground;
  private final Runs runs;
  private final List<WorkflowExecution> all;
  private int decrypted;

  Payloads(SandboxGround ground) {
    this.ground = ground;
    this.runs = ground.runs();
    this.all =
        Stream.concat(runs.open().stream(), runs.closed().stream())
            .map(WorkflowExecutionInfo::getExecution)
            .toList();
  }

  /** As a number of its own, not as a part of a longer one. */
  static boolean shows(String words, String secret) {
    return Pattern.compile("(?<![0-9A-Za-z+/=_-])" + secret + "(?![0-9A-Za-z+/=_-])")
        .matcher(words)
        .find();
  }

  /** Where one of these is readable: place, and the text of it. */
  Map<String, String> showing(Set<String> secrets) {
    Map<String, String> found = new TreeMap<>();
    for (WorkflowExecution run : all) {
      String id = run.getWorkflowId();
      for (HistoryEvent event : runs.history(run).getEvents()) {
        look(id + " event " + event.getEventId(), event, secrets, found);
      }
      look(
          id + " as described",
          ground.client().newUntypedWorkflowStub(id).describe().getRawDescription(),
          secrets,
          found);
      look(id + " current details", details(id), secrets, found);
    }
    assertThat(all.isEmpty() || decrypted > 0).as("something was decrypted").isTrue();
    return found;
  }

  private WorkflowMetadata details(String id) {
    try {
      return ground
          .client()
          .newUntypedWorkflowStub(id)
          .query("__temporal_workflow_metadata", WorkflowMetadata.class);
    } catch (WorkflowException failedBefore) {
      return WorkflowMetadata.getDefaultInstance();
    }
  }

  private void look(String where, Message message, Set<String> secrets, Map<String, String> found) {
    List<String> readable = new ArrayList<>();
    readable.add(message.toString());
    read(message, readable);
    for (String words : readable) {
      if (secrets.stream().anyMatch(secret -> shows(words, secret))) {
        found.put(where, words);
      }
    }
  }

  private void read(Object value, List<String> readable) {
    if (value instanceof Payload payload) {
      readable.add(payload.getData().toStringUtf8());
      if (payload.getMetadataMap().getOrDefault("encoding", ByteString.EMPTY).equals(ENCRYPTED)) {
        readable.add(decrypted(payload));
      }
    } else if (value instanceof Message message) {
      message.getAllFields().values().forEach(field -> read(field, readable));
    } else if (value instanceof Collection<?> several) {
      several.forEach(one -> read(one, readable));
    }
  }

  /** As somebody reads it who stands nowhere, and so may read all that these keys wrote. */
  private String decrypted(Payload payload) {
    decrypted++;
    return ground
        .world()
        .keys
        .payloadCodec()
        .decode(List.of(payload))
        .get(0)
        .getData()
        .toStringUtf8();
  }
}
