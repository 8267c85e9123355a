package dev.lanyard.workflows.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.state.ActionChain;

/**
 * Anything may happen to a person, in any order and overlap, and the design's Never holds after
 * each of it. The fakes remember; every run's history is replayed at the end of a life. More lives
 * than the build's:
 *
 * <pre>./mvnw -pl workflows -am test -Dtest=RandomLivesTest -Dlives.tries=500</pre>
 */
class RandomLivesTest {

  private static final int STEPS = 12;
  private static final Map<String, Integer> LIVED = new ConcurrentHashMap<>();

  private final Deque<Life> born = new ArrayDeque<>();

  @Provide
  Arbitrary<ActionChain<Life>> lives() {
    return LifeSteps.lives(this::birth, STEPS);
  }

  private Life birth() {
    Life life = new Life(new RememberedGround());
    born.add(life);
    return life;
  }

  /** The same lives in every build, as many as the pom's {@code lives.tries}; more are others. */
  @Property(seed = "20261122", shrinking = ShrinkingMode.BOUNDED)
  void nothingThatHappensToAPersonBreaksTheDesignsNever(@ForAll("lives") ActionChain<Life> life) {
    LifeSteps.live(life);
  }

  @AfterTry
  void end() {
    while (!born.isEmpty()) {
      Life life = born.poll();
      life.processes().forEach((kind, times) -> LIVED.merge(kind, times, Integer::sum));
      life.close();
    }
  }

  /** Quiet lives would find nothing: each kind that changes access was carried out. */
  @AfterContainer
  static void requireEventfulLives() {
    assertThat(LIVED).containsKeys("onboarding", "offboarding", "leave", "transfer");
  }
}
