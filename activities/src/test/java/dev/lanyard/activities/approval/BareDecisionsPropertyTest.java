package dev.lanyard.activities.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nobody gets anything approved that needs a signature without one of an enrolled key. */
class BareDecisionsPropertyTest {

  private static Path folder;
  private static AskingWorld world;

  @BeforeContainer
  static void start() throws IOException {
    folder = Files.createTempDirectory("approvals");
    world =
        new AskingWorld(
            folder,
            List.of(new PolicyRule(Conditions.NONE, Policies.rule("signed", 1, false, true))));
  }

  @AfterContainer
  static void stop() throws IOException {
    world.close();
    try (Stream<Path> keys = Files.list(folder)) {
      for (Path key : keys.toList()) {
        Files.delete(key);
      }
    }
    Files.delete(folder);
  }

  /** One attempt; {@code right} puts the open request's own id in. */
  record Attempt(String by, String choice, boolean right, String requestId, int forgery) {}

  @Property(tries = 25)
  void noSequenceOfBareOrForgedDecisionsApproves(@ForAll("attempts") List<Attempt> attempts) {
    WorkflowStub run = world.ask(Requester.greeter().request());
    OpenRequest asked = world.asked(run);

    for (Attempt attempt : attempts) {
      DecisionAnswer answer =
          run.update("decide", DecisionAnswer.class, decision(run, asked, attempt));
      assertThat(answer.accepted()).as(attempt.toString()).isFalse();
      assertThat(answer.reason()).isNotBlank();
    }

    RunStatus status = world.status(run);
    assertThat(status.awaiting()).containsExactly(asked);
    assertThat(status.decisions()).hasSize(attempts.size()).noneMatch(heard -> heard.accepted());

    // And the request still takes the one that counts.
    assertThat(world.signed(run, asked, Decision.APPROVE, "maria").accepted()).isTrue();
    assertThat(run.getResult(String.class)).isEqualTo("APPROVED: given by maria");
  }

  private static Decision decision(WorkflowStub run, OpenRequest asked, Attempt attempt) {
    String id = attempt.right() ? asked.id() : attempt.requestId();
    return new Decision(
        id, attempt.choice(), attempt.by(), "please", token(run, asked, attempt, id));
  }

  private static Optional<String> token(
      WorkflowStub run, OpenRequest asked, Attempt attempt, String id) {
    return switch (attempt.forgery()) {
      case 1 -> Optional.of(attempt.requestId());
      case 2 ->
          Optional.of(
              world.keys.get("stranger").sign(claims(run, asked, attempt, id, "maria").toFields()));
      case 3 ->
          // Somebody who is enrolled, and in no group that is asked.
          Optional.of(
              world.keys.get("nina").sign(claims(run, asked, attempt, id, "nina").toFields()));
      default -> Optional.empty();
    };
  }

  private static DecisionClaims claims(
      WorkflowStub run, OpenRequest asked, Attempt attempt, String id, String approver) {
    Instant now = Instant.ofEpochMilli(world.environment.currentTimeMillis());
    return new DecisionClaims(
        world.client().getOptions().getNamespace(),
        run.getExecution().getWorkflowId(),
        run.describe().getExecution().getRunId(),
        id,
        asked.terms().orElseThrow().digest(),
        attempt.choice(),
        approver,
        now,
        now.plus(Duration.ofMinutes(5)),
        "forged");
  }

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    Arbitrary<String> by =
        Arbitraries.oneOf(
            Arbitraries.of("maria", "paul", "nina", "dora", "MARIA ", ""),
            Arbitraries.strings().ofMaxLength(12));
    Arbitrary<String> choice =
        Arbitraries.frequency(
            Tuple.of(6, "approve"),
            Tuple.of(2, "reject"),
            Tuple.of(1, "retry"),
            Tuple.of(1, "Approve"));
    return Combinators.combine(
            by,
            choice,
            Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.integers().between(0, 3))
        .as(Attempt::new)
        .list()
        .ofMaxSize(8);
  }
}
