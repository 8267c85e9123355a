package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.BackofficeActivities;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.EmployeeDisabled;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.EmployeeVerified;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.SitesAssigned;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Backoffice as a map of records, with failures that a test puts in front of a method. */
public final class RememberingBackoffice implements BackofficeActivities {

  /** One record as it stands. */
  public record Employee(
      int id, BackofficePlan plan, SealedPin pin, String access, boolean active) {

    Employee with(String newAccess, boolean nowActive) {
      return new Employee(id, plan, pin, newAccess, nowActive);
    }
  }

  public final Map<Integer, Employee> employees = new ConcurrentHashMap<>();
  public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  public final List<BackofficePreFlight> preFlights =
      Collections.synchronizedList(new ArrayList<>());
  public final List<GrantTemplate> grants = Collections.synchronizedList(new ArrayList<>());
  public final FailuresAhead failures = new FailuresAhead();

  /** Name of the site as Backoffice shows it: a label. */
  public volatile String siteName = "Wash 37135";

  /** Permissions that the template stands for; a test changes it to change the plan. */
  public volatile List<Integer> templateGrants = List.of(22);

  private final Set<PosUserId> taken = ConcurrentHashMap.newKeySet();

  private final AtomicInteger nextId = new AtomicInteger(500);

  private final Journal journal;

  public RememberingBackoffice(Journal journal) {
    this.journal = journal;
  }

  @Override
  public BackofficeFindings preFlight(BackofficePreFlight request) {
    begin("preFlight");
    preFlights.add(request);
    List<Finding> problems = new ArrayList<>();
    if (taken.contains(request.hire().posUserId())) {
      problems.add(new Finding("POS_USER_ID_TAKEN", "posUserId", "POS user ID is taken"));
    }
    Optional<Integer> former =
        at(request.hire().posUserId())
            .filter(found -> !found.active())
            .map(Employee::id)
            .filter(id -> request.former().filter(id::equals).isPresent())
            .filter(id -> request.own().filter(id::equals).isEmpty());
    at(request.hire().posUserId())
        .filter(found -> request.own().or(() -> former).filter(id -> id == found.id()).isEmpty())
        .ifPresent(
            taken ->
                problems.add(
                    new Finding(
                        "POS_USER_ID_TAKEN",
                        "posUserId",
                        "POS user ID is taken by employee " + taken.id())));
    if (request.hire().sites().names().contains("Nowhere Wash")) {
      problems.add(new Finding("UNKNOWN_SITE", "sites", "There is no site Nowhere Wash."));
      return new BackofficeFindings(problems, List.of(), Optional.empty(), List.of());
    }
    SiteRef site = new SiteRef(101, siteName);
    return new BackofficeFindings(
        problems,
        List.of(),
        Optional.of(
            new BackofficeTarget(
                new SiteGrant(false, List.of(site)),
                site,
                List.of(new DepartmentRef(3, "Greeter")),
                new TemplateRef(3, request.hire().permissionTemplate(), templateGrants, List.of()),
                former)),
        List.of(siteName));
  }

  @Override
  public EmployeeCreated createEmployee(CreateEmployee request) {
    begin("createEmployee");
    Optional<Employee> mine = at(request.plan().posUserId());
    if (mine.isPresent()) {
      if (!mine.get().pin().equals(request.pin())) {
        throw notOurs();
      }
      return new EmployeeCreated(mine.get().id(), true);
    }
    int id = nextId.incrementAndGet();
    employees.put(id, new Employee(id, request.plan(), request.pin(), "None", true));
    failures.afterActing("createEmployee");
    return new EmployeeCreated(id, false);
  }

  @Override
  public SitesAssigned assignSites(AssignSites request) {
    begin("assignSites");
    return new SitesAssigned(false, List.of("W37135"));
  }

  @Override
  public TemplateGranted grantPermissionTemplate(GrantTemplate request) {
    begin("grantPermissionTemplate");
    grants.add(request);
    String name = request.plan().target().template().name();
    employees.computeIfPresent(request.employeeId(), (id, was) -> was.with(name, was.active()));
    return new TemplateGranted(true, name);
  }

  @Override
  public EmployeeVerified verify(ExpectedEmployee expected) {
    begin("verify");
    Employee employee = employees.get(expected.employeeId());
    if (employee.active() != expected.plan().isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure("isActive", FailureTypes.NOT_APPLIED);
    }
    return new EmployeeVerified(employee.active(), employee.access(), List.of("W37135"));
  }

  @Override
  public EmployeeLocated locate(LocateEmployee request) {
    begin("locate");
    return named(at(request.posUserId()), request.lastName())
        .map(
            found ->
                new EmployeeLocated(
                    Optional.of(found.id()),
                    found.active(),
                    Optional.of(found.plan().firstName() + " " + found.plan().lastName()),
                    found.plan().email(),
                    List.of("Wash 37135")))
        .orElse(
            new EmployeeLocated(
                Optional.empty(), false, Optional.empty(), Optional.empty(), List.of()));
  }

  @Override
  public EmployeeDisabled disableEmployee(DisableEmployee request) {
    begin("disableEmployee");
    Optional<Employee> found = named(at(request.posUserId()), request.lastName());
    if (request.onlyIfCreatedBy().isPresent()) {
      SealedPin own = request.onlyIfCreatedBy().get().pin();
      found = found.filter(employee -> employee.pin().equals(own));
    }
    found.ifPresent(was -> employees.put(was.id(), was.with(was.access(), false)));
    failures.afterActing("disableEmployee");
    return new EmployeeDisabled(
        found.map(Employee::id), found.filter(Employee::active).isPresent());
  }

  @Override
  public Availability checkAvailability(AvailabilityQuestion question) {
    begin("checkAvailability");
    return new Availability(
        question
            .posUserId()
            .map(id -> List.of(new Availability.Answer("posUserId", at(id).isEmpty(), "", "")))
            .orElse(List.of()));
  }

  @Override
  public void logInAgain() {
    begin("logInAgain");
  }

  /** A record of another last name is not touched. */
  private static Optional<Employee> named(Optional<Employee> found, Optional<String> lastName) {
    if (found.isPresent()
        && lastName.filter(name -> !name.equals(found.get().plan().lastName())).isPresent()) {
      throw notOurs();
    }
    return found;
  }

  private static ApplicationFailure notOurs() {
    return ApplicationFailure.newNonRetryableFailure(
        "the record is another person's", FailureTypes.NOT_OURS);
  }

  public Optional<Employee> at(PosUserId posUserId) {
    return employees.values().stream()
        .filter(employee -> employee.plan().posUserId().equals(posUserId))
        .findFirst();
  }

  /** Somebody else has this POS user ID from now on. */
  public void occupy(PosUserId posUserId) {
    taken.add(posUserId);
  }

  public long active() {
    return employees.values().stream().filter(Employee::active).count();
  }

  private void begin(String method) {
    calls.add(method);
    journal.enter("backoffice." + method);
    failures.before(method);
  }
}
