package dev.lanyard.starter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.starter.fake.StarterWorld;
import dev.lanyard.starter.fake.StarterWorld.Ran;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Somebody who approves with the command, as soon as there is something to approve. */
final class Approver {

  private Approver() {}

  /** Runs something that waits for the approval of this person's hire. */
  static Ran approving(StarterWorld world, String number, Supplier<Ran> waiting) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> approved = thread.submit(() -> approve(world, number));
      Ran ran = waiting.get();
      // Bounded, so that a test that never gets that far fails instead of hanging.
      assertThat(approved.get(30, TimeUnit.SECONDS)).isTrue();
      return ran;
    } finally {
      thread.shutdownNow();
    }
  }

  private static boolean approve(StarterWorld world, String number) {
    while (!Thread.currentThread().isInterrupted()
        && world.run("approve", number).exitCode() != 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return !Thread.currentThread().isInterrupted();
  }
}
