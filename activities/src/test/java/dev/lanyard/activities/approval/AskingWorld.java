package dev.lanyard.activities.approval;

import dev.lanyard.secrets.SigningKeyFile;
import dev.lanyard.secrets.SigningKeyPair;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.TaskQueues;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.progress.RunStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Runs that ask under the real policy on the test server, whose clock is the policy's too. */
final class AskingWorld implements AutoCloseable {

  final TestWorkflowEnvironment environment;
  final Map<String, SigningKeyPair> keys = new HashMap<>();
  private final Map<String, PolicyRule> rules = new LinkedHashMap<>();

  /**
   * @param folder an empty one, for keys
   */
  AskingWorld(Path folder, List<PolicyRule> rules) {
    rules.forEach(rule -> this.rules.put(rule.then().name(), rule));
    for (String id : List.of("maria", "paul", "dora", "nina", "stranger")) {
      try {
        keys.put(id, SigningKeyFile.create(folder.resolve(UUID.randomUUID().toString())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
    SearchAttributes.toRegister().forEach(options::registerSearchAttribute);
    environment = TestWorkflowEnvironment.newInstance(options.build());
    Map<String, String> enrolled = new HashMap<>();
    keys.forEach((id, pair) -> enrolled.put(id, pair.publicKey()));
    ApprovalPolicy policy = Policies.of(List.copyOf(this.rules.values()), enrolled);
    var worker = environment.newWorker(TaskQueues.DEFAULT);
    worker.registerWorkflowImplementationTypes(AskingWorkflow.Body.class);
    worker.registerActivitiesImplementations(
        new ApprovalActivitiesImpl(() -> policy, new ServerClock(), ZoneOffset.UTC));
    environment.start();
  }

  static PolicyRule rule(Conditions when, ApprovalRule then) {
    return new PolicyRule(when, then);
  }

  WorkflowStub ask(AccessRequest request) {
    WorkflowStub run =
        client()
            .newUntypedWorkflowStub(
                "AskingWorkflow",
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.DEFAULT)
                    .setWorkflowId("asking/" + UUID.randomUUID())
                    .build());
    if (run.start(request).getRunId().isEmpty()) {
      throw new IllegalStateException("not started");
    }
    return run;
  }

  WorkflowClient client() {
    return environment.getWorkflowClient();
  }

  RunStatus status(WorkflowStub run) {
    return run.query("status", RunStatus.class);
  }

  RunStatus until(WorkflowStub run, Predicate<RunStatus> expected) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    RunStatus seen = status(run);
    while (!expected.test(seen)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not seen; last " + seen.awaiting() + " " + seen.decisions());
      }
      Thread.onSpinWait();
      seen = status(run);
    }
    return seen;
  }

  OpenRequest asked(WorkflowStub run) {
    return until(run, status -> !status.awaiting().isEmpty()).awaiting().get(0);
  }

  DecisionAnswer bare(WorkflowStub run, OpenRequest request, String choice, String by) {
    return run.update("decide", DecisionAnswer.class, new Decision(request.id(), choice, by, ""));
  }

  DecisionAnswer signed(WorkflowStub run, OpenRequest request, String choice, String by) {
    return run.update("decide", DecisionAnswer.class, decision(run, request, choice, by));
  }

  /** Signed as {@code ./lanyard approve --sign} does. */
  Decision decision(WorkflowStub run, OpenRequest request, String choice, String by) {
    return decision(
        run, request.id(), request.terms().map(terms -> terms.digest()).orElse(""), choice, by);
  }

  Decision decision(WorkflowStub run, String requestId, String digest, String choice, String by) {
    Instant now = Instant.ofEpochMilli(environment.currentTimeMillis());
    return new Decision(
        requestId,
        choice,
        by,
        "",
        Optional.of(
            keys.get(by)
                .sign(
                    new DecisionClaims(
                            client().getOptions().getNamespace(),
                            run.getExecution().getWorkflowId(),
                            run.describe().getExecution().getRunId(),
                            requestId,
                            digest,
                            choice,
                            by,
                            now,
                            now.plus(Duration.ofMinutes(10)),
                            UUID.randomUUID().toString())
                        .toFields())));
  }

  @Override
  public void close() {
    environment.close();
  }

  private final class ServerClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(environment.currentTimeMillis());
    }
  }
}
