package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.firstfaults.Trial;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** One operation on Jane's record, with a client that lives through all attempts as a worker's. */
final class JanesTrial implements Trial {

  private final JanesOperation operation;
  private final SandboxTenant tenant;
  private final AtomicReference<Attempt> attempt = new AtomicReference<>();
  private final JanesOperation.Step step;
  private final JsonNode before;

  JanesTrial(
      JanesOperation operation,
      SandboxTenant tenant,
      BackofficePlan plan,
      Optional<Integer> employeeId,
      Duration httpTimeout) {
    this.operation = operation;
    this.tenant = tenant;
    this.step =
        new JanesOperation.Step(
            tenant.activities(attempt::get, httpTimeout),
            tenant.changes(attempt::get, httpTimeout),
            tenant,
            plan,
            employeeId);
    this.before = tenant.call("GET", "state", null);
  }

  @Override
  public URI sandbox() {
    return tenant.url();
  }

  @Override
  public void attempt(Attempt next) {
    attempt.set(next);
    operation.run(step);
  }

  @Override
  public void requireNeverWider(JsonNode state) {
    assertThat(others(state)).isEqualTo(others(before));
    assertThat(state.path("backoffice").path("users"))
        .isEqualTo(before.path("backoffice").path("users"));
    assertThat(state.path("staffApi")).isEqualTo(before.path("staffApi"));
    List<JsonNode> now = janes(state);
    assertThat(now).hasSizeLessThanOrEqualTo(1);
    now.forEach(jane -> operation.requireNeverWider(step.plan(), janeBefore(), jane));
  }

  @Override
  public void requireDone(JsonNode state) {
    assertThat(janes(state)).hasSize(1);
    operation.requireDone(step.plan(), janeBefore(), janes(state).get(0));
  }

  @Override
  public List<String> secrets() {
    return Stream.concat(
            Stream.of("Jane", "Doe", "@", "555", SandboxTenant.PIN.digits(), "?"),
            EmployeeChangeOperation.SECRETS.stream())
        .toList();
  }

  @Override
  public void close() {
    tenant.close();
  }

  private Optional<JsonNode> janeBefore() {
    return janes(before).stream().findFirst();
  }

  private static List<JsonNode> janes(JsonNode state) {
    return employees(state, true);
  }

  private static List<JsonNode> others(JsonNode state) {
    return employees(state, false);
  }

  private static List<JsonNode> employees(JsonNode state, boolean janes) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode employee : state.path("backoffice").path("employees")) {
      if (employee.path("posUserId").asText().equals(JANES_ID.toString()) == janes) {
        found.add(employee);
      }
    }
    return found;
  }
}
