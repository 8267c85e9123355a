package dev.lanyard.activities.staffapi.client;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.activities.staffapi.MovedClock;
import dev.lanyard.activities.staffapi.client.Exchange.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** After a 429 nothing leaves until the instant that it named. */
class RateGateTest {

  private static final Exchange LIST = new Exchange("GET", "/v1/companies/1/staff", Purpose.READ);

  private final MovedClock clock = new MovedClock();
  private final RateGate gate = new RateGate(clock);

  private void shut() {
    assertThatThrownBy(() -> gate.requireOpen(LIST))
        .isInstanceOf(StaffApiException.class)
        .hasMessageContaining("was not sent: the staff API's rate limit is used up");
  }

  private void open() {
    assertThatCode(() -> gate.requireOpen(LIST)).doesNotThrowAnyException();
  }

  @Test
  void opensAtTheLatestInstantThatWasNamed() {
    open();
    gate.shutFor(Duration.ofMinutes(2));
    gate.shutFor(Duration.ofMinutes(1));
    clock.waited(Duration.ofSeconds(90));
    shut();
    clock.waited(Duration.ofSeconds(31));
    open();
  }

  @Test
  void clockThatIsSetBackHoldsUpNoRevocationForAsLong() {
    gate.shutFor(Duration.ofMinutes(1));
    clock.waited(Duration.ofHours(-1));
    open();
    gate.shutFor(Duration.ofSeconds(30));
    shut();
    clock.waited(Duration.ofSeconds(31));
    open();
  }
}
