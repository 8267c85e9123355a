package dev.lanyard.secrets;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every message that a client or a worker exchanges with the server, both ways. */
final class Wire implements ClientInterceptor {
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<RespondWorkflowTaskFailedRequest> taskFailed =
      new CompletableFuture<>();

  List<Message> messages() {
    return List.copyOf(messages);
  }

  /** Completes when a worker first reports that a workflow task failed. */
  CompletableFuture<RespondWorkflowTaskFailedRequest> taskFailed() {
    return taskFailed;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void sendMessage(Q message) {
        messages.add((Message) message);
        if (message instanceof RespondWorkflowTaskFailedRequest failed) {
          taskFailed.complete(failed);
        }
        super.sendMessage(message);
      }

      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                messages.add((Message) message);
                super.onMessage(message);
              }
            },
            headers);
      }
    };
  }

  /**
   * Every payload inside, by its path. Search attributes are left out: the server reads them, so
   * they are plain by nature.
   */
  static Map<String, Payload> payloadsIn(Message message) {
    Map<String, Payload> found = new LinkedHashMap<>();
    collect(message, message.getDescriptorForType().getName(), found);
    return found;
  }

  private static void collect(Message message, String path, Map<String, Payload> found) {
    if (message instanceof Payload payload) {
      found.put(path, payload);
      return;
    }
    if (message instanceof SearchAttributes) {
      return;
    }
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      String name = path + "." + field.getKey().getName();
      if (field.getValue() instanceof Message child) {
        collect(child, name, found);
      } else if (field.getValue() instanceof List<?> children) {
        for (int i = 0; i < children.size(); i++) {
          if (children.get(i) instanceof Message child) {
            collect(child, name + "[" + keyOf(child, i) + "]", found);
          }
        }
      }
    }
  }

  /** A map field is a list of entries; its key says more than the position. */
  private static String keyOf(Message entry, int position) {
    FieldDescriptor key = entry.getDescriptorForType().findFieldByName("key");
    return entry.getDescriptorForType().getOptions().getMapEntry()
        ? entry.getField(key).toString()
        : Integer.toString(position);
  }
}
