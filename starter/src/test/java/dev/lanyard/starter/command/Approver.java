package dev.lanyard.starter.command;

import dev.lanyard.starter.fake.StarterWorld;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody who approves with the command, as soon as there is something to approve. */
final class Approver implements AutoCloseable {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> approved;

  private Approver(StarterWorld world, String number) {
    approved =
        thread.submit(
            () -> {
              while (!Thread.currentThread().isInterrupted()
                  && world.run("approve", number).exitCode() != 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
              }
            });
  }

  static Approver of(StarterWorld world, String number) {
    return new Approver(world, number);
  }

  @Override
  public void close() throws Exception {
    try {
      approved.get(30, TimeUnit.SECONDS);
    } finally {
      thread.shutdownNow();
    }
  }
}
