package dev.lanyard.activities.staffapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.staffapi.client.Exchange.Purpose;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sixty requests a minute, as with the client's id and secret: 45 for all, 15 for revocations. */
@Timeout(30)
class RequestBudgetTest {

  private static final Exchange LIST = new Exchange("GET", "/v1/companies/1/staff", Purpose.READ);

  private final StoppedClock clock = new StoppedClock();
  private final RequestBudget budget = new RequestBudget(new RequestLimit(60, 14, 3), clock);

  private int ordinary(int requests) {
    return budget.ordinary(() -> sent(requests));
  }

  private int revocation(int requests) {
    return budget.revocation(() -> sent(requests));
  }

  private int sent(int requests) {
    for (int i = 0; i < requests; i++) {
      budget.take(LIST);
    }
    return requests;
  }

  private static Duration refusedFor(Runnable activity) {
    StaffApiException refused = catchThrowableOfType(StaffApiException.class, activity::run);
    assertThat(refused).isNotNull();
    assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(refused).hasMessageContaining("GET /v1/companies/1/staff was not sent");
    return refused.retryAfter().orElseThrow();
  }

  @Test
  void activitiesAreChargedWhatTheySentAndNotWhatTheyMightHave() {
    for (int i = 0; i < 11; i++) {
      ordinary(3);
    }
    assertThat(refusedFor(() -> ordinary(3))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void revocationGoesWhileAllElseWaits() {
    ordinary(14);
    ordinary(14);
    ordinary(14);
    refusedFor(() -> ordinary(1));

    assertThat(revocation(4) + revocation(7) + revocation(4)).isEqualTo(15);
    assertThat(revocation(3)).isEqualTo(3);

    assertThat(refusedFor(() -> revocation(1))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void inNoMinuteMoreIsSentThanTheLimit() {
    ordinary(14);
    clock.moves(Duration.ofSeconds(50));
    ordinary(14);
    ordinary(14);

    assertThat(refusedFor(() -> ordinary(1))).isEqualTo(Duration.ofSeconds(10));
    clock.moves(Duration.ofSeconds(10));
    ordinary(14);
    assertThat(refusedFor(() -> ordinary(1))).isEqualTo(Duration.ofSeconds(50));
    assertThat(revocation(15)).isEqualTo(15);
  }

  @Test
  void waitIsUntilThereIsRoomForAWholeActivity() {
    ordinary(10);
    clock.moves(Duration.ofSeconds(20));
    ordinary(14);
    ordinary(14);

    // 38 are sent: seven of the first ten have to be forgotten, and they are 40 s from it.
    assertThat(refusedFor(() -> ordinary(1))).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void noMoreAreUnderWayThanLeaveARevocationItsSlot() {
    RequestBudget roomy = new RequestBudget(new RequestLimit(6000, 14, 1), clock);

    Duration wait =
        roomy.ordinary(
            () -> {
              roomy.take(LIST);
              return CompletableFuture.supplyAsync(
                      () -> refusedFor(() -> roomy.ordinary(() -> takes(roomy, 1))))
                  .join();
            });

    assertThat(wait).isEqualTo(Duration.ofSeconds(1));
    assertThat(roomy.ordinary(() -> takes(roomy, 1))).isEqualTo(1);
  }

  @Test
  void whatWasPromisedAndNotNeededComesBackAlsoAfterAFailure() {
    for (int i = 0; i < 20; i++) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  budget.ordinary(
                      () -> {
                        budget.take(LIST);
                        throw new IllegalStateException("not the API's fault");
                      }));
    }
    assertThat(ordinary(14)).isEqualTo(14);
  }

  @Test
  void activityThatNeedsMoreThanItWasLetInForIsNotStoppedWhileThereIsRoom() {
    assertThat(ordinary(45)).isEqualTo(45);
    refusedFor(() -> ordinary(1));
  }

  @Test
  void activityUnderWayWaitsForWhatAnotherDidNotNeed() {
    CountDownLatch usedUp = new CountDownLatch(1);

    CompletableFuture<Integer> large =
        budget.ordinary(
            () -> {
              budget.take(LIST);
              CompletableFuture<Integer> other =
                  CompletableFuture.supplyAsync(
                      () ->
                          budget.ordinary(
                              () -> {
                                int until = takes(budget, 31);
                                usedUp.countDown();
                                return until + takes(budget, 1);
                              }));
              awaited(usedUp);
              return other;
            });

    assertThat(large.join()).isEqualTo(32);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int takes(RequestBudget budget, int requests) {
    for (int i = 0; i < requests; i++) {
      budget.take(LIST);
    }
    return requests;
  }

  @Test
  void smallLimitLetsOneInAloneAndStillKeepsAPart() {
    RequestBudget small = new RequestBudget(new RequestLimit(8, 14, 3), clock);

    assertThat(small.ordinary(() -> takes(small, 6))).isEqualTo(6);
    refusedFor(() -> small.ordinary(() -> takes(small, 1)));
    assertThat(small.revocation(() -> takes(small, 2))).isEqualTo(2);
    refusedFor(() -> small.revocation(() -> takes(small, 1)));
  }

  @Test
  void clockThatWasSetBackForgetsRatherThanWaitsForHours() {
    ordinary(45);
    clock.moves(Duration.ofHours(-3));

    assertThat(ordinary(14)).isEqualTo(14);
  }

  private static final class StoppedClock extends Clock {

    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    void moves(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
