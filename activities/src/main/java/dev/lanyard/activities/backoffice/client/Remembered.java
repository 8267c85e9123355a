package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One thing that was read, kept for a while. All that want it while it is being read wait for that
 * one reading. A kept copy that does not serve its caller is read anew.
 */
final class Remembered<T> {

  private final Duration age;
  private final LongSupplier nanos;
  private final Predicate<T> fitToKeep;
  private Reading<T> latest;

  /**
   * @param age zero keeps nothing
   * @param nanos a clock such as {@link System#nanoTime}
   * @param fitToKeep what may be given to others than the one who read it
   */
  Remembered(Duration age, LongSupplier nanos, Predicate<T> fitToKeep) {
    this.age = age;
    this.nanos = nanos;
    this.fitToKeep = fitToKeep;
  }

  private static final class Reading<T> {
    final CompletableFuture<Optional<T>> outcome = new CompletableFuture<>();
    final long begunAt;

    Reading(long begunAt) {
      this.begunAt = begunAt;
    }
  }

  /**
   * @param serves asked of a copy that this caller did not read; never of what it read itself
   * @param read called at most once; may find nothing, which is not kept
   */
  Optional<T> get(Predicate<T> serves, Supplier<Optional<T>> read) {
    Reading<T> other;
    synchronized (this) {
      other = kept();
    }
    if (other != null) {
      Optional<T> copy = await(other).filter(fitToKeep).filter(serves);
      if (copy.isPresent()) {
        return copy;
      }
    }
    Reading<T> mine = new Reading<>(nanos.getAsLong());
    Reading<T> newer;
    synchronized (this) {
      newer = kept() == other ? null : kept();
      if (newer == null) {
        latest = mine;
      }
    }
    if (newer != null) {
      Optional<T> copy = await(newer).filter(fitToKeep).filter(serves);
      return copy.isPresent() ? copy : read.get();
    }
    return carryOut(mine, read);
  }

  /** What somebody read just now for other reasons. */
  synchronized void keep(T read) {
    if (fitToKeep.test(read)) {
      latest = new Reading<>(nanos.getAsLong());
      latest.outcome.complete(Optional.of(read));
    }
  }

  /** What is being read now is not kept either: it may be from before. */
  synchronized void forget() {
    latest = null;
  }

  private Optional<T> carryOut(Reading<T> mine, Supplier<Optional<T>> read) {
    try {
      Optional<T> found = read.get();
      if (found.filter(fitToKeep).isEmpty()) {
        forget(mine);
      }
      mine.outcome.complete(found);
      return found;
    } catch (RuntimeException | Error e) {
      forget(mine);
      mine.outcome.completeExceptionally(e);
      throw e;
    }
  }

  private synchronized void forget(Reading<T> one) {
    if (latest == one) {
      latest = null;
    }
  }

  private Reading<T> kept() {
    boolean young = latest != null && nanos.getAsLong() - latest.begunAt < age.toNanos();
    return young ? latest : null;
  }

  private static <T> Optional<T> await(Reading<T> reading) {
    try {
      return reading.outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackofficeFailure(
          Kind.OUTAGE, "The worker stopped while this waited for a page of Backoffice.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
