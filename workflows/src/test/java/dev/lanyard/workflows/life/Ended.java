package dev.lanyard.workflows.life;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.util.List;
import java.util.Optional;

/** A run that has ended, from its history alone: asking for a result would skip time. */
final class Ended {

  private final List<HistoryEvent> events;
  private final DataConverter converter;

  Ended(WorkflowClient client, String id) {
    events = client.fetchHistory(id).getEvents();
    converter =
        client
            .getOptions()
            .getDataConverter()
            .withContext(new WorkflowSerializationContext(client.getOptions().getNamespace(), id));
  }

  <I> I input(Class<I> type) {
    return read(events.get(0).getWorkflowExecutionStartedEventAttributes().getInput(), type);
  }

  /** Empty when it failed or was cancelled. */
  <R> Optional<R> result(Class<R> type) {
    HistoryEvent last = events.get(events.size() - 1);
    return last.hasWorkflowExecutionCompletedEventAttributes()
        ? Optional.of(read(last.getWorkflowExecutionCompletedEventAttributes().getResult(), type))
        : Optional.empty();
  }

  private <T> T read(Payloads payloads, Class<T> type) {
    Payload first = payloads.getPayloads(0);
    return converter.fromPayload(first, type, type);
  }
}
