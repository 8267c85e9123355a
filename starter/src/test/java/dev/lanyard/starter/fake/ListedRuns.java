package dev.lanyard.starter.fake;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The list of runs, which the in-process test server lacks: answers what a test put in. */
final class ListedRuns implements ClientInterceptor {

  private final Map<String, List<WorkflowExecutionInfo>> byQuery = new ConcurrentHashMap<>();

  void put(int posUserId, String workflowId, WorkflowExecutionStatus status) {
    put(query(posUserId), workflowId, status);
  }

  void put(String query, String workflowId, WorkflowExecutionStatus status) {
    byQuery
        .computeIfAbsent(query, q -> new CopyOnWriteArrayList<>())
        .add(
            WorkflowExecutionInfo.newBuilder()
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .setStatus(status)
                .build());
  }

  private static String query(int posUserId) {
    return "WorkflowType = 'PersonWorkflow' AND PosUserId = " + posUserId;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    if (!method.getFullMethodName().endsWith("/ListWorkflowExecutions")) {
      return next.newCall(method, options);
    }
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      private Listener<A> answerTo;

      @Override
      public void start(Listener<A> listener, Metadata headers) {
        answerTo = listener;
      }

      @Override
      public void request(int messages) {}

      @Override
      public void halfClose() {}

      @Override
      public void sendMessage(Q message) {
        String asked = ((ListWorkflowExecutionsRequest) message).getQuery();
        ListWorkflowExecutionsResponse answer =
            ListWorkflowExecutionsResponse.newBuilder()
                .addAllExecutions(byQuery.getOrDefault(asked, List.of()))
                .build();
        answerTo.onMessage(parsed(method, answer));
        answerTo.onClose(io.grpc.Status.OK, new Metadata());
      }
    };
  }

  private static <Q, A> A parsed(
      MethodDescriptor<Q, A> method, ListWorkflowExecutionsResponse answer) {
    return method.parseResponse(answer.toByteString().newInput());
  }
}
