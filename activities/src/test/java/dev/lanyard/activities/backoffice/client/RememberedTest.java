package dev.lanyard.activities.backoffice.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicInteger readings = new AtomicInteger();
  private final Remembered<String> remembered =
      new Remembered<>(Duration.ofNanos(10), clock::get, text -> !text.startsWith("private"));
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  private Optional<String> get() {
    return remembered.get(text -> true, next());
  }

  private Supplier<Optional<String>> next() {
    return () -> Optional.of("reading " + readings.incrementAndGet());
  }

  @Test
  void aCopyIsKeptUntilItIsOldAndThenReadAnew() {
    assertThat(get()).contains("reading 1");
    clock.addAndGet(9);
    assertThat(get()).contains("reading 1");
    clock.addAndGet(1);
    assertThat(get()).contains("reading 2");
  }

  @Test
  void aCopyThatDoesNotServeIsReadAnewAndReplaced() {
    assertThat(get()).contains("reading 1");
    assertThat(remembered.get(text -> text.endsWith("2"), next())).contains("reading 2");
    assertThat(get()).contains("reading 2");
    // What was read just now is not asked whether it serves: it is as it is.
    assertThat(remembered.get(text -> false, next())).contains("reading 3");
  }

  @Test
  void whatIsForgottenIsReadAnew() {
    assertThat(get()).contains("reading 1");
    remembered.forget();
    assertThat(get()).contains("reading 2");
    remembered.keep("given");
    assertThat(get()).contains("given");
  }

  @Test
  void whatIsPrivateOrNothingIsNotKept() {
    assertThat(remembered.get(text -> true, () -> Optional.of("private"))).contains("private");
    remembered.keep("private");
    assertThat(remembered.get(text -> true, Optional::empty)).isEmpty();
    assertThat(get()).contains("reading 1");
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(
            () ->
                remembered.get(
                    text -> true,
                    () -> {
                      throw new BackofficeFailure(Kind.OUTAGE, "down");
                    }))
        .hasMessage("down");
    assertThat(get()).contains("reading 1");
  }

  /** Each of them has begun to ask before the one reading ends. */
  private List<Future<Optional<String>>> waiting(Supplier<Optional<String>> read, int callers)
      throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    List<Future<Optional<String>>> answers = new ArrayList<>();
    answers.add(
        threads.submit(
            () ->
                remembered.get(
                    text -> true,
                    () -> {
                      reading.countDown();
                      await(mayEnd);
                      return read.get();
                    })));
    await(reading);
    CountDownLatch asked = new CountDownLatch(callers);
    for (int i = 0; i < callers; i++) {
      answers.add(
          threads.submit(
              () -> {
                asked.countDown();
                return remembered.get(text -> true, next());
              }));
    }
    await(asked);
    mayEnd.countDown();
    return answers;
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(1, TimeUnit.MINUTES)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void allThatWantItMeanwhileWaitForTheOneReading() throws Exception {
    for (Future<Optional<String>> answer : waiting(next(), 8)) {
      assertThat(answer.get(1, TimeUnit.MINUTES)).contains("reading 1");
    }
    assertThat(readings).hasValue(1);
  }

  @Test
  void whatOnlyItsReaderMayUseIsReadByEachForItself() throws Exception {
    List<Future<Optional<String>>> answers = waiting(() -> Optional.of("private"), 3);
    assertThat(answers.remove(0).get(1, TimeUnit.MINUTES)).contains("private");
    for (Future<Optional<String>> answer : answers) {
      assertThat(answer.get(1, TimeUnit.MINUTES).orElseThrow()).startsWith("reading ");
    }
  }

  @Test
  void whatWasBeingReadWhenItWasForgottenIsNotKept() {
    assertThat(
            remembered.get(
                text -> true,
                () -> {
                  remembered.forget();
                  return Optional.of("old");
                }))
        .contains("old");
    assertThat(get()).contains("reading 1");
  }
}
