package dev.lanyard.sandbox.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads where the runtime has them; the bytecode is older than they are. */
final class Threads {
  private Threads() {}

  static ExecutorService perRequest() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException before21) {
      return Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sandbox-request");
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
