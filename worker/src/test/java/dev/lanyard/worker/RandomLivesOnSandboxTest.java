package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.life.Life;
import dev.lanyard.workflows.life.LifeSteps;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.state.ActionChain;

/**
 * The random lives of the workflows' tests, with the worker's own activities on the sandbox: what
 * it stores is compared after each step, and at the end no PIN is readable anywhere.
 *
 * <pre>./mvnw -pl worker -am test -Dtest=RandomLivesOnSandboxTest -Dlives.tries=100</pre>
 */
class RandomLivesOnSandboxTest {

  private static final int STEPS = 8;

  private final Deque<SandboxGround> grounds = new ArrayDeque<>();
  private final Deque<Life> born = new ArrayDeque<>();

  @Provide
  Arbitrary<ActionChain<Life>> lives() {
    return LifeSteps.lives(this::birth, STEPS);
  }

  private Life birth() {
    SandboxGround ground = new SandboxGround();
    Life life = new Life(ground);
    grounds.add(ground);
    born.add(life);
    return life;
  }

  /** The same lives in every build, as many as the pom's {@code lives.tries}; more are others. */
  @Property(seed = "20261122", shrinking = ShrinkingMode.OFF)
  void nothingThatHappensToAPersonBreaksTheDesignsNever(@ForAll("lives") ActionChain<Life> life) {
    try (CapturedLog log = new CapturedLog()) {
      LifeSteps.live(life);
      SandboxGround ground = grounds.getLast();
      Payloads payloads = new Payloads(ground);
      if (ground.recordExists()) {
        assertThat(ground.secrets()).isNotEmpty();
        // What is no secret is found, so a PIN would be.
        assertThat(payloads.showing(Set.of("12345"))).isNotEmpty();
      }
      assertThat(payloads.showing(ground.secrets())).isEmpty();
      assertThat(ground.secrets()).noneMatch(log::shows);
      assertThat(ground.world().state.widenings()).isEmpty();
    }
  }

  @AfterTry
  void end() {
    while (!born.isEmpty()) {
      born.poll().close();
    }
    grounds.clear();
  }
}
