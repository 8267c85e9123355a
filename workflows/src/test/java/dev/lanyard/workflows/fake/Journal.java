package dev.lanyard.workflows.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every call of both systems in the order of their beginnings, and what a test does meanwhile. */
public final class Journal {

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Queue<Runnable>> meanwhile = new ConcurrentHashMap<>();

  /** The next call of the method lasts until this was done. */
  public void during(String call, Runnable act) {
    meanwhile.computeIfAbsent(call, unknown -> new ConcurrentLinkedQueue<>()).add(act);
  }

  /** Such as {@code backoffice.createEmployee}. */
  public List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Which of the calls that change something were made, in order. */
  public List<String> writes() {
    return calls().stream()
        .filter(
            call ->
                call.matches(
                    ".*\\.(create|disable|revoke|assign|grant|change|set|record[A-Z]|reactivate|restore).*"))
        .toList();
  }

  public long count(String call) {
    return calls().stream().filter(call::equals).count();
  }

  void enter(String call) {
    calls.add(call);
    Queue<Runnable> acts = meanwhile.get(call);
    Runnable act = acts == null ? null : acts.poll();
    if (act != null) {
      act.run();
    }
  }
}
