package dev.lanyard.workflows.fake;

import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What goes wrong next, by method. */
public final class FailuresAhead {

  private final Map<String, Queue<RuntimeException>> before = new ConcurrentHashMap<>();
  private final Map<String, Queue<RuntimeException>> after = new ConcurrentHashMap<>();

  /** The next call fails for good, before anything is done. */
  public void finalBefore(String method, String type) {
    queue(before, method).add(ApplicationFailure.newNonRetryableFailure("said the server", type));
  }

  /** The next call fails in passing, before anything is done. */
  public void passingBefore(String method, String type) {
    queue(before, method).add(ApplicationFailure.newFailure("said the server", type));
  }

  /** The next call does its work, and its answer is lost. */
  public void passingAfter(String method, String type) {
    queue(after, method).add(ApplicationFailure.newFailure("the answer was lost", type));
  }

  /** The next call does its work, and fails for good all the same. */
  public void finalAfterActing(String method, String type) {
    queue(after, method).add(ApplicationFailure.newNonRetryableFailure("said the server", type));
  }

  void before(String method) {
    throwNext(queue(before, method));
  }

  void afterActing(String method) {
    throwNext(queue(after, method));
  }

  private static Queue<RuntimeException> queue(
      Map<String, Queue<RuntimeException>> all, String method) {
    return all.computeIfAbsent(method, unknown -> new ConcurrentLinkedQueue<>());
  }

  private static void throwNext(Queue<RuntimeException> queue) {
    RuntimeException next = queue.poll();
    if (next != null) {
      throw next;
    }
  }
}
