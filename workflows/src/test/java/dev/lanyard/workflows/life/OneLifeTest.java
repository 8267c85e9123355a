package dev.lanyard.workflows.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Lives that are told on purpose; both systems are compared with the model after each step. What
 * {@link RandomLivesTest} prints of a life that went wrong is the body of a test here.
 */
class OneLifeTest {

  private static final Optional<Integer> NOW = Optional.empty();

  private final RememberedGround ground = new RememberedGround();
  private final Life life = new Life(ground);

  private void hire() {
    life.hand(life.hire(0));
    life.approve();
  }

  @AfterEach
  void close() {
    life.close();
  }

  private void lend(Set<Integer> sites, Optional<Integer> template, int until) {
    life.hand(life.transfer(sites, template, NOW, Optional.of(until)));
    life.approve();
  }

  private void assertEverythingIsAsHired() {
    assertThat(ground.seen()).isEqualTo(ground.hired());
  }

  @Test
  void leaveWithAnAnnouncedReturnGivesEverythingBackOnItsDay() {
    hire();
    life.hand(life.leave(NOW, Optional.of(5)));
    assertThat(ground.seen()).isEqualTo(Access.NONE);
    life.skip(Duration.ofDays(4));
    life.approve();
    assertThat(ground.seen()).isEqualTo(Access.NONE);

    life.skip(Duration.ofDays(2));

    assertEverythingIsAsHired();
  }

  @Test
  void returnByEventComesBeforeTheAnnouncedOneAndInItsPlace() {
    hire();
    life.hand(life.leave(NOW, Optional.of(12)));
    life.hand(life.back(NOW));
    life.approve();
    assertEverythingIsAsHired();

    life.skip(Duration.ofDays(20));

    assertEverythingIsAsHired();
    assertThat(life.person().currentProcess()).isEmpty();
  }

  @Test
  void undoWithinTheGracePeriodGivesEverythingBack() {
    hire();
    life.hand(life.termination(NOW));
    assertThat(ground.seen()).isEqualTo(Access.NONE);

    life.hand(life.undo());
    life.approve();

    assertEverythingIsAsHired();
  }

  @Test
  void undoAfterTheGracePeriodIsRefused() {
    hire();
    life.hand(life.termination(NOW));
    life.skip(Duration.ofDays(8));

    life.hand(life.undo());

    PersonStatus person = life.person();
    EventRecord last = person.events().get(person.events().size() - 1);
    assertThat(last.disposition()).isEqualTo(EventRecord.REFUSED);
    assertThat(last.reason()).contains("hire again");
    assertThat(ground.seen()).isEqualTo(Access.NONE);
  }

  @Test
  void loanEndsByItself() {
    hire();
    lend(Set.of(1, 2), Optional.of(1), 6);
    assertThat(ground.seen()).isNotEqualTo(ground.hired());

    life.skip(Duration.ofDays(8));

    assertEverythingIsAsHired();
  }

  @Test
  void loanThatATerminationEndedStaysEnded() {
    hire();
    lend(Set.of(1), NOW, 6);
    life.hand(life.termination(NOW));

    life.skip(Duration.ofDays(20));

    assertThat(ground.seen()).isEqualTo(Access.NONE);
    assertThat(life.person().planned()).isEmpty();
  }

  @Test
  void loanThatAnUndoGivesBackStillEndsOnItsDay() {
    hire();
    lend(Set.of(1), NOW, 6);
    life.hand(life.termination(NOW));
    life.hand(life.undo());
    life.approve();
    assertThat(ground.seen()).isNotEqualTo(ground.hired());

    life.skip(Duration.ofDays(8));

    assertEverythingIsAsHired();
  }

  @Test
  void loanWhoseEndComesDuringALeaveEndsWithTheReturn() {
    hire();
    lend(Set.of(1), NOW, 6);
    life.hand(life.leave(NOW, NOW));
    life.skip(Duration.ofDays(10));
    assertThat(ground.seen()).isEqualTo(Access.NONE);

    life.hand(life.back(NOW));
    life.approve();

    assertEverythingIsAsHired();
  }

  @Test
  void plannedTransferIsStillPlannedAfterALeave() {
    hire();
    life.hand(life.transfer(Set.of(1), NOW, Optional.of(9), NOW));
    life.hand(life.leave(NOW, NOW));
    life.hand(life.back(NOW));
    life.approve();

    assertThat(life.person().planned()).extracting("what").containsExactly("transfer");
  }

  @Test
  void endOfALoanOfPermissionsLeavesTheSitesOfALaterTransferAlone() {
    hire();
    lend(Set.of(), Optional.of(1), 6);
    life.hand(life.transfer(Set.of(2), NOW, NOW, NOW));
    life.approve();

    life.skip(Duration.ofDays(8));

    assertThat(ground.seen().staff().orElseThrow())
        .isEqualTo(ground.staff(Set.of("Uptown"), "General User"));
  }
}
