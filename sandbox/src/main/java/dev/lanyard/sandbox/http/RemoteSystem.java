package dev.lanyard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One simulated system, as the front needs it. */
public interface RemoteSystem {
  /** {@code backoffice} or {@code staff-api}: as in requests and faults. */
  String name();

  /** Held from before the latency until the answer is ready: PHP serves one request per session. */
  interface Turn {
    void close();
  }

  Turn enter(Request request);

  /** Answers; called inside a transaction. */
  Response serve(Request request);

  /** The answer for a fault of a kind that only this system knows, or that looks different here. */
  Response play(Fault fault, Request request);

  /**
   * Another person edits the record that this request is about.
   *
   * @param change what to change; null for a harmless default
   */
  void editInBetween(Request request, JsonNode change);

  /** Everything stored, as Jackson can write it and the system can be opened with again. */
  Object content();

  /** Remembers what is stored now; running the result goes back to it. */
  Runnable savepoint();

  /** Called after each transaction whose changes are kept. */
  default void committed() {}

  /** Whether anything was stored since the last call. */
  boolean takeChanged();

  /** What {@code GET /_sandbox/state} tells about this system. */
  Map<String, Object> view();
}
