package dev.lanyard.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the end of the process back until what was started has been closed in its order. To be the
 * outermost resource of a try.
 */
public final class UntilStopped implements AutoCloseable {

  /** Guessed: a worker's drain (30 s) and a server's end (15 s) after it. */
  private static final long CLOSES_WITHIN_SECONDS = 50;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "lanyard-stop");
  private volatile boolean endingJvm;

  private UntilStopped() {}

  /** From here on Ctrl-C and SIGTERM wait until {@link #close}. */
  public static UntilStopped begin() {
    UntilStopped until = new UntilStopped();
    Runtime.getRuntime().addShutdownHook(until.hook);
    return until;
  }

  private void onShutdown() {
    endingJvm = true;
    asked.countDown();
    try {
      if (!closed.await(CLOSES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("not everything ended within " + CLOSES_WITHIN_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when somebody asks for the end. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Asks for the end, as Ctrl-C does. */
  public void stop() {
    asked.countDown();
  }

  @Override
  public void close() {
    closed.countDown();
    if (!endingJvm) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        return; // The end came this very moment; the hook finds everything closed.
      }
    }
  }
}
