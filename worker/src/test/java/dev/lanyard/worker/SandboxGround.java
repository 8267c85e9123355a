package dev.lanyard.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.fake.Runs;
import dev.lanyard.workflows.fake.SkippedTime;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.life.Access;
import dev.lanyard.workflows.life.Ground;
import dev.lanyard.workflows.person.PersonStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The real worker on the real sandbox, whose time is skipped. */
final class SandboxGround implements Ground {

  private static final String GENERAL = "General User";
  private static final String LEADER = "Shift Leader";
  private static final Map<String, Integer> SITES =
      Map.of("Wash 37135", 921, "Harbor Wash", 922, "Creek Wash", 923);

  private final HiringWorld world;
  private final Runs runs;
  private final SkippedTime time;
  private final Set<String> pins = new ConcurrentSkipListSet<>();

  SandboxGround() {
    try {
      world =
          HiringWorld.skippingTime(
              // Loopback answers at once; a lost answer is waited for in real time.
              Map.of(
                  "SONNYS_HTTP_TIMEOUT", "3s",
                  "SONNYS_SETTLE_DELAY", "3100ms",
                  "STAFF_API_HTTP_TIMEOUT", "3s",
                  "STAFF_API_SETTLE_DELAY", "3100ms",
                  "LANYARD_SPREAD", "0s",
                  "LANYARD_DEFAULT_ZONE", "UTC"),
              "lanyard.policy { begins-before = 1d, grace-period = 7d, person-remembered-for = 3000d }",
              "lanyard.staff-api.permissions.by-template {",
              "  \"Shift Leader\" = [CashIn, FinishSale, PosPermission]",
              "}");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    runs = new Runs(world.client);
    time = new SkippedTime(world.temporal, runs);
  }

  HiringWorld world() {
    return world;
  }

  Runs runs() {
    return runs;
  }

  @Override
  public EmployeeNumber employee() {
    return HiringWorld.JANE;
  }

  @Override
  public WorkflowClient client() {
    return world.client;
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void skip(Duration duration) {
    time.skip(duration);
  }

  @Override
  public void hand(HrEvent event) {
    world.hand(event);
  }

  @Override
  public Hire hire(LocalDate firstDay) {
    return HiringWorld.jane(
        "Doe", "jane.doe@example.com", "Wash 37135", GENERAL, "15.50", firstDay);
  }

  @Override
  public Access hired() {
    return new Access(
        Optional.of(new Access.Pos(Set.of("Wash 37135"), GENERAL, Set.of("Greeter"))),
        Optional.of(staff(Set.of("Wash 37135"), GENERAL)));
  }

  @Override
  public List<String> sites() {
    return List.of("Wash 37135", "Harbor Wash", "Creek Wash");
  }

  @Override
  public List<String> templates() {
    return List.of(GENERAL, LEADER);
  }

  @Override
  public List<String> departments() {
    return List.of("Greeter", "Line");
  }

  @Override
  public Access.Staff staff(Set<String> sites, String template) {
    return new Access.Staff(
        sites.stream().map(site -> SITES.get(site).toString()).collect(Collectors.toSet()),
        template.equals(LEADER)
            ? Set.of("CashIn", "FinishSale", "PosPermission")
            : Set.of("FinishSale", "PosPermission"));
  }

  @Override
  public Access seen() {
    List<JsonNode> records = world.state.employees();
    records.forEach(record -> pins.add(record.path("pin").asText()));
    return new Access(
        records.stream()
            .filter(record -> record.path("active").asBoolean())
            .findFirst()
            .map(
                record ->
                    new Access.Pos(
                        texts(record, "sites"),
                        record.path("template").asText(),
                        texts(record, "departments"))),
        members()
            .map(member -> new Access.Staff(texts(member, "sites"), texts(member, "permissions")))
            .filter(staff -> !staff.sites().isEmpty() || !staff.permissions().isEmpty())
            .findFirst());
  }

  private Stream<JsonNode> members() {
    return world.state.members().stream().filter(member -> !member.path("deleted").asBoolean());
  }

  private static Set<String> texts(JsonNode of, String field) {
    return StreamSupport.stream(of.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Also an invitation more, or less, than there are members that were ever created. */
  @Override
  public String doubles() {
    int records = world.state.employees().size();
    long members = members().count();
    int invited = world.state.invitations().size();
    int created = world.state.members().size();
    return records > 1 || members > 1 || invited != created
        ? "%d records, %d of %d members, %d invitations"
            .formatted(records, members, created, invited)
        : "";
  }

  @Override
  public String others() {
    return world.state.rows(
            "/backoffice/employees", record -> record.path("posUserId").asInt() != 12345)
        + " "
        + world.state.rows("/backoffice/users", user -> true)
        + " "
        + world.state.rows(
            "/staffApi/staff", member -> !member.path("first_name").asText().equals("Jane"));
  }

  @Override
  public List<String> writes() {
    return Stream.of(world.backoffice, world.staffApi)
        .flatMap(system -> system.writes().stream())
        .filter(write -> !write.path().endsWith("/token.json"))
        .map(write -> write.method() + " " + write.path())
        .toList();
  }

  @Override
  public long calls() {
    return world.backoffice.requests() + world.staffApi.requests();
  }

  @Override
  public boolean recordExists() {
    return !world.state.employees().isEmpty();
  }

  @Override
  public void byHand(HandEdit edit) {
    int id = world.state.employees().get(0).path("id").asInt();
    world.state.edit(
        id,
        switch (edit) {
          case REACTIVATE -> Map.of("active", true);
          case DISABLE -> Map.of("active", false);
          case WIDEN -> Map.of("sites", List.of(101, 102, 103));
        });
  }

  @Override
  public void fault(Fault fault) {
    String lost = "cut-after-commit";
    String update = "/employee/update*";
    world.state.fault(
        switch (fault) {
          case CREATE_LOST -> backoffice("/employee/insert*", lost);
          case DISABLE_LOST, CHANGE_LOST -> backoffice(update, lost);
          case CREATE_REFUSED -> backoffice("/employee/insert*", "refused");
          case DISABLE_REFUSED, CHANGE_REFUSED, REACTIVATION_REFUSED ->
              backoffice(update, "refused");
          case PERMISSIONS_REFUSED -> backoffice("/employee/permissions/update*", "refused");
          case RESTORE_LOST -> staff("PUT", lost);
          case STAFF_CREATE_REFUSED -> staff("POST", "refused");
          case REVOCATION_REFUSED, STAFF_CHANGE_REFUSED, STAFF_RESTORE_REFUSED ->
              staff("PUT", "refused");
        });
  }

  private static Map<String, Object> backoffice(String path, String kind) {
    return Map.of(
        "system", "backoffice", "method", "POST", "path", path, "kind", kind, "body", "Not now");
  }

  private static Map<String, Object> staff(String method, String kind) {
    return Map.of(
        "system",
        "staff-api",
        "method",
        method,
        "path",
        "/v1/companies/5678/staff*",
        "kind",
        kind,
        "body",
        "Not now");
  }

  @Override
  public void during(Moment moment, Supplier<Optional<HrEvent>> event) {
    Predicate<Recorded.Write> post = request -> request.method().equals("POST");
    Runnable act = () -> event.get().ifPresent(this::handAndLetItBeHeard);
    switch (moment) {
      case PRE_FLIGHT ->
          world.backoffice.during(request -> request.path().equals("/employee/create"), act);
      case CREATE ->
          world.backoffice.during(
              post.and(request -> request.path().startsWith("/employee/insert")), act);
      case CHANGE ->
          world.backoffice.during(
              post.and(request -> request.path().startsWith("/employee/permissions/update")), act);
      case DISABLE, REACTIVATE ->
          world.backoffice.during(
              post.and(request -> request.path().startsWith("/employee/update")), act);
      case REVOKE -> world.staffApi.during(request -> request.method().equals("PUT"), act);
    }
  }

  /** As with the fakes: else the test server loses the task in which an activity is cancelled. */
  private void handAndLetItBeHeard(HrEvent event) {
    Optional<String> running =
        world
            .workflow(WorkflowIds.person(employee()))
            .query("status", PersonStatus.class)
            .currentProcess();
    world.hand(event);
    boolean stops =
        event instanceof TerminationEvent
            && running
                .filter(id -> !id.startsWith("offboarding") && !id.startsWith("leave"))
                .isPresent();
    long giveUp = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (stops && System.nanoTime() < giveUp) {
      stops =
          runs.history(running.get()).stream()
              .noneMatch(HistoryEvent::hasActivityTaskCancelRequestedEventAttributes);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Every PIN that the sandbox ever had for Jane. */
  @Override
  public Set<String> secrets() {
    return Set.copyOf(pins);
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
