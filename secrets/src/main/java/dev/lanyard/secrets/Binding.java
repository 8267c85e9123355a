package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temporal.payload.context.HasWorkflowSerializationContext;
import io.temporal.payload.context.SerializationContext;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The workflow that a payload belongs to, or {@link #NONE} where the SDK names none.
 *
 * @param namespace empty where there is none
 * @param workflowId empty for a standalone activity, which has no workflow
 */
record Binding(boolean bound, String namespace, String workflowId) {
  static final Binding NONE = new Binding(false, "", "");

  private static final String FORMAT = "lanyard-payload|1";
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static Binding to(String namespace, String workflowId) {
    return new Binding(
        true,
        Objects.requireNonNullElse(namespace, ""),
        Objects.requireNonNullElse(workflowId, ""));
  }

  static Binding of(SerializationContext context) {
    return context instanceof HasWorkflowSerializationContext workflow
        ? to(workflow.getNamespace(), workflow.getWorkflowId())
        : NONE;
  }

  /**
   * Whether a reader who stands here may read what was written there. What was written without a
   * context is readable everywhere: the SDK encodes a few failures so (an activity type that is not
   * registered), and refusing them would stop the workflow that has to learn of them.
   */
  boolean mayRead(Binding written) {
    if (!bound || !written.bound) {
      return true;
    }
    return workflowId.equals(written.workflowId)
        && (!namesNamespace() || namespace.equals(written.namespace));
  }

  /**
   * Reading a memo or a static summary from a description, SDK 1.38 passes the parent's namespace
   * <em>id</em> where the namespace's name belongs: nothing, or a UUID. There the workflow id alone
   * is insisted on.
   */
  private boolean namesNamespace() {
    return !namespace.isEmpty() && !UUID.matcher(namespace).matches();
  }

  /** What the cipher authenticates beside the payload. Each part has its length before it. */
  byte[] associatedData(String keyId) {
    byte[][] parts = {
      FORMAT.getBytes(UTF_8),
      (bound ? "bound" : "unbound").getBytes(UTF_8),
      keyId.getBytes(UTF_8),
      namespace.getBytes(UTF_8),
      workflowId.getBytes(UTF_8)
    };
    int size = 0;
    for (byte[] part : parts) {
      size += Integer.BYTES + part.length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      buffer.putInt(part.length).put(part);
    }
    return buffer.array();
  }

  @Override
  public String toString() {
    return bound
        ? "workflow \"" + workflowId + "\" in namespace \"" + namespace + "\""
        : "no workflow";
  }
}
