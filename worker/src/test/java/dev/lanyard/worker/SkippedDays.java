package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.fake.Runs;
import dev.lanyard.workflows.fake.SkippedTime;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.progress.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The real worker on the real sandbox, where days pass when a test says so and not otherwise. */
final class SkippedDays implements AutoCloseable {

  /** Of every site that the configuration does not place. */
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  final HiringWorld world;
  final Runs runs;
  private final SkippedTime time;

  /**
   * @param lines of the configuration
   */
  SkippedDays(String... lines) throws Exception {
    this(Map.of(), lines);
  }

  SkippedDays(Map<String, String> variables, String... lines) throws Exception {
    // Loopback answers at once; a lost answer is waited for in real time.
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "SONNYS_HTTP_TIMEOUT", "3s",
                "SONNYS_SETTLE_DELAY", "3100ms",
                "STAFF_API_HTTP_TIMEOUT", "3s",
                "STAFF_API_SETTLE_DELAY", "3100ms",
                "LANYARD_SPREAD", "0s",
                "LANYARD_DEFAULT_ZONE", ZONE.getId()));
    environment.putAll(variables);
    world = HiringWorld.skippingTime(environment, lines);
    runs = new Runs(world.client);
    time = new SkippedTime(world.temporal, runs);
  }

  Instant now() {
    return time.now();
  }

  /** On the clocks of {@link #ZONE}. */
  LocalDate today() {
    return LocalDate.ofInstant(now(), ZONE);
  }

  void skip(Duration duration) {
    time.skip(duration);
  }

  void skipTo(Instant moment) {
    Duration left = Duration.between(now(), moment);
    assertThat(left).as("the way to " + moment).isPositive();
    skip(left);
  }

  void hand(HrEvent event) {
    world.hand(event);
  }

  void hire(EmployeeNumber number, Hire hire) {
    hand(new HireEvent("hire " + hire.startDate(), now(), number, hire));
  }

  /** The quickstart's Jane Doe. */
  static Hire jane(LocalDate from) {
    return HiringWorld.jane(
        "Doe", "jane.doe@example.com", "Wash 37135", "General User", "15.50", from);
  }

  void fire(EmployeeNumber number, Termination termination) {
    hand(new TerminationEvent("end at " + now(), now(), number, termination));
  }

  void fire(EmployeeNumber number) {
    fire(number, new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true));
  }

  /** Whoever has this POS user ID, be it active or not. */
  JsonNode employee(int posUserId) {
    List<JsonNode> records = world.state.employees(posUserId);
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  boolean active(int posUserId) {
    return world.state.employees(posUserId).stream()
        .anyMatch(record -> record.path("active").asBoolean());
  }

  /** The staff members that carry this number, but for deleted ones. */
  List<JsonNode> members(EmployeeNumber number) {
    return world.state.rows(
        "/staffApi/staff",
        member ->
            member.path("code").asText().equals(number.value())
                && !member.path("deleted").asBoolean());
  }

  boolean hasStaffAccess(EmployeeNumber number) {
    return members(number).stream()
        .anyMatch(
            member -> !member.path("sites").isEmpty() || !member.path("permissions").isEmpty());
  }

  /**
   * What the sandbox logged as asked of it to be changed, such as {@code POST /employee/insert}.
   */
  List<String> writes() {
    return world.state.requests().stream()
        .filter(one -> !one.path("method").asText().equals("GET"))
        .map(one -> one.path("method").asText() + " " + one.path("path").asText())
        .filter(line -> !line.contains("/login") && !line.endsWith("/token.json"))
        .toList();
  }

  /** Everybody whom either system stores, without the time of the last change. */
  List<JsonNode> everybody() {
    return Stream.of("/backoffice/employees", "/backoffice/users", "/staffApi/staff")
        .flatMap(pointer -> world.state.rows(pointer, row -> true).stream())
        .map(row -> without(row, "updated_at"))
        .toList();
  }

  static JsonNode without(JsonNode row, String... fields) {
    return ((ObjectNode) row.deepCopy()).without(List.of(fields));
  }

  static List<String> texts(JsonNode row, String field) {
    return StreamSupport.stream(row.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** The latest step of this name. */
  StepStatus step(String workflowId, String name) {
    return world
        .until(workflowId, status -> status.steps().stream().anyMatch(s -> s.name().equals(name)))
        .steps()
        .stream()
        .filter(step -> step.name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Override
  public void close() {
    try {
      time.requireNoOtherJump();
    } finally {
      world.close();
    }
  }
}
