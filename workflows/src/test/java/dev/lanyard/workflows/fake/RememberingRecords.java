package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.AccessNameActivities;
import dev.lanyard.workflows.backoffice.AccessNames;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.EmployeeChanged;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.EmployeeReactivated;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.NamesResolved;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.PermissionsSet;
import dev.lanyard.workflows.backoffice.PinChanged;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.backoffice.Wage;
import dev.lanyard.workflows.backoffice.WageRecorded;
import dev.lanyard.workflows.backoffice.reading.BackofficeReadingActivities;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The records of {@link RememberingBackoffice}, read and changed as the real activities do it:
 * compared with what the plan was based on, and written only where they are not as wanted.
 */
public final class RememberingRecords
    implements EmployeeChangeActivities, BackofficeReadingActivities, AccessNameActivities {

  public static final Map<String, Integer> SITES =
      Map.of("Wash 37135", 101, "Harbor", 102, "Uptown", 103);
  public static final Map<String, Integer> DEPARTMENTS = Map.of("Greeter", 3, "Detailer", 4);

  /** A template that may do more, one of it with approval. */
  public static final String SHIFT_LEAD = "Shift Lead";

  public final FailuresAhead failures = new FailuresAhead();

  /** Rows after the one of the hire. */
  public final Map<Integer, List<WageHistory.WageEntry>> wages = new ConcurrentHashMap<>();

  /** What {@link #SHIFT_LEAD} stands for; a test changes it to change the plan. */
  public volatile List<Integer> leadGrants = List.of(22, 40);

  private final RememberingBackoffice backoffice;
  private final Journal journal;

  public RememberingRecords(RememberingBackoffice backoffice, Journal journal) {
    this.backoffice = backoffice;
    this.journal = journal;
  }

  @Override
  public NamesResolved resolve(AccessNames names) {
    begin("resolve");
    List<Finding> problems = new ArrayList<>();
    Optional<SiteGrant> sites =
        names
            .sites()
            .map(
                choice ->
                    new SiteGrant(
                        choice.all(),
                        (choice.all() ? List.copyOf(SITES.keySet()) : choice.names())
                            .stream()
                                .map(name -> site(name, problems))
                                .sorted(Comparator.comparingInt(SiteRef::id))
                                .toList()));
    List<DepartmentRef> departments =
        names.departments().stream()
            .map(
                name -> {
                  if (!DEPARTMENTS.containsKey(name)) {
                    problems.add(new Finding("UNKNOWN_DEPARTMENT", "departments", name));
                  }
                  return new DepartmentRef(DEPARTMENTS.getOrDefault(name, -1), name);
                })
            .toList();
    Optional<TemplateRef> template =
        names
            .template()
            .map(
                name -> {
                  if (!name.equals(SHIFT_LEAD) && !name.equals("General User")) {
                    problems.add(new Finding("UNKNOWN_TEMPLATE", "permissionTemplate", name));
                  }
                  return name.equals(SHIFT_LEAD)
                      ? new TemplateRef(5, name, leadGrants, List.of(40))
                      : new TemplateRef(3, name, List.of(22), List.of());
                });
    return new NamesResolved(problems, List.of(), new NamedAccess(sites, departments, template));
  }

  private static SiteRef site(String name, List<Finding> problems) {
    if (!SITES.containsKey(name)) {
      problems.add(new Finding("UNKNOWN_SITE", "sites", "There is no site " + name));
    }
    return new SiteRef(SITES.getOrDefault(name, -1), name);
  }

  /** What the roster shows of any range. */
  public volatile UsedPosUserIds used = new UsedPosUserIds(List.of());

  @Override
  public UsedPosUserIds usedPosUserIds(PosUserIdRange range) {
    return used;
  }

  @Override
  public EmployeeAnswer readEmployee(EmployeeQuestion question) {
    begin("readEmployee");
    return new EmployeeAnswer(
        question
            .employeeId()
            .map(backoffice.employees::get)
            .or(() -> question.posUserId().flatMap(backoffice::at))
            .map(this::snapshot),
        "");
  }

  /** The record as it stands, by whatever number. */
  public EmployeeSnapshot snapshot(Employee employee) {
    BackofficePlan plan = employee.plan();
    TemplateRef template = plan.target().template();
    boolean granted = !employee.access().equals("None");
    List<PermissionRef> grants = granted ? refs(template.grants()) : List.of();
    List<PermissionState.TemplateMatch> matches =
        template.id() > 0 && granted
            ? List.of(new PermissionState.TemplateMatch(template.id(), template.name(), true))
            : List.of();
    return new EmployeeSnapshot(
        Instant.EPOCH,
        employee.id(),
        plan.posUserId(),
        employee.active(),
        new StoredProfile(
            plan.firstName(),
            plan.lastName(),
            plan.phone().orElse(""),
            plan.email().orElse(""),
            Optional.of(plan.startDate()),
            Optional.of(plan.emergencyName().orElse("")),
            Optional.of(plan.emergencyPhone().orElse("")),
            Optional.empty(),
            List.of()),
        Optional.of(plan.target().sites()),
        Optional.of(true),
        plan.target().departments(),
        Optional.empty(),
        Optional.of(
            new PermissionState(
                grants,
                granted ? refs(template.overrides()) : List.of(),
                false,
                employee.access(),
                matches)),
        Optional.of(new WageHistory(rows(employee), Optional.empty(), 0)),
        List.of());
  }

  private static List<PermissionRef> refs(List<Integer> ids) {
    return ids.stream().map(id -> new PermissionRef(id, "permission " + id)).toList();
  }

  private List<WageHistory.WageEntry> rows(Employee employee) {
    List<WageHistory.WageEntry> rows =
        new ArrayList<>(wages.getOrDefault(employee.id(), List.of()));
    rows.add(row(employee.plan().wageRate(), employee.plan().startDate()));
    return rows;
  }

  private static WageHistory.WageEntry row(BigDecimal rate, LocalDate from) {
    return new WageHistory.WageEntry(
        Optional.of(rate), Optional.empty(), true, Optional.empty(), from, Optional.empty());
  }

  @Override
  public EmployeeChanged changeEmployee(ChangeEmployee request) {
    begin("changeEmployee");
    Employee was = record(request.employeeId(), request.posUserId());
    if (was.active() != request.active()) {
      throw last(FailureTypes.STATE_CHANGED, "active");
    }
    boolean written = write(was, request.before(), request.wanted(), was.active(), was);
    failures.afterActing("changeEmployee");
    return new EmployeeChanged(written, List.of());
  }

  private boolean write(
      Employee was, EmployeeFields before, EmployeeFields wanted, boolean active, Employee base) {
    BackofficePlan plan = was.plan();
    List<String> surprises = new ArrayList<>();
    compare("first name", wanted.firstName(), before.firstName(), plan.firstName(), surprises);
    compare("last name", wanted.lastName(), before.lastName(), plan.lastName(), surprises);
    compare("phone", wanted.phone(), before.phone(), plan.phone().orElse(""), surprises);
    compare("e-mail", wanted.email(), before.email(), plan.email().orElse(""), surprises);
    compare("start date", wanted.startDate(), before.startDate(), plan.startDate(), surprises);
    compare("sites", wanted.sites(), before.sites(), plan.target().sites(), surprises);
    compare(
        "departments",
        Optional.of(wanted.departments()).filter(d -> !d.isEmpty()),
        Optional.of(before.departments()).filter(d -> !d.isEmpty()),
        plan.target().departments(),
        surprises);
    if (!surprises.isEmpty()) {
      throw last(FailureTypes.STATE_CHANGED, String.join(", ", surprises));
    }
    BackofficeTarget target = plan.target();
    BackofficePlan now =
        new BackofficePlan(
            plan.posUserId(),
            wanted.firstName().orElse(plan.firstName()),
            wanted.lastName().orElse(plan.lastName()),
            cleared(wanted.phone(), plan.phone()),
            cleared(wanted.email(), plan.email()),
            wanted.startDate().orElse(plan.startDate()),
            plan.wageRate(),
            plan.overtimeRate(),
            new BackofficeTarget(
                wanted.sites().orElse(target.sites()),
                target.wageSite(),
                wanted.departments().isEmpty() ? target.departments() : wanted.departments(),
                target.template()),
            cleared(wanted.emergencyName(), plan.emergencyName()),
            cleared(wanted.emergencyPhone(), plan.emergencyPhone()),
            plan.noOvertime());
    Employee changed = new Employee(was.id(), now, base.pin(), was.access(), active);
    backoffice.employees.put(was.id(), changed);
    return !changed.equals(was);
  }

  private static Optional<String> cleared(Optional<String> wanted, Optional<String> now) {
    return wanted.isPresent() ? wanted.filter(text -> !text.isEmpty()) : now;
  }

  private static <T> void compare(
      String field, Optional<T> wanted, Optional<T> before, T now, List<String> surprises) {
    boolean meant = wanted.isPresent() || before.isPresent();
    if (meant
        && wanted.filter(now::equals).isEmpty()
        && before.filter(now::equals).isEmpty()
        && !(before.isEmpty() && now.equals(""))) {
      surprises.add(field);
    }
  }

  @Override
  public PinChanged changePin(ChangePin request) {
    throw new UnsupportedOperationException("nobody asks for it here");
  }

  @Override
  public EmployeeReactivated reactivateEmployee(ReactivateEmployee request) {
    begin("reactivateEmployee");
    Employee was = record(request.employeeId(), request.posUserId());
    if (was.active() && !was.pin().equals(request.pin())) {
      throw last(FailureTypes.STATE_CHANGED, "active");
    }
    Employee withPin = new Employee(was.id(), was.plan(), request.pin(), was.access(), true);
    boolean written = write(was, request.before(), request.wanted(), true, withPin);
    failures.afterActing("reactivateEmployee");
    return new EmployeeReactivated(written, List.of(), was.access());
  }

  @Override
  public PermissionsSet setPermissions(SetPermissions request) {
    begin("setPermissions");
    Employee was = record(request.employeeId(), request.posUserId());
    TemplateRef wanted =
        request
            .template()
            .or(
                () ->
                    request
                        .single()
                        .map(
                            grants ->
                                named(
                                    new TemplateRef(
                                        -1, "Custom", grants.grants(), grants.overrides()))))
            .orElseThrow();
    TemplateRef here = was.plan().target().template();
    PermissionGrants now =
        was.access().equals("None")
            ? new PermissionGrants(List.of(), List.of())
            : new PermissionGrants(here.grants(), here.overrides());
    PermissionGrants then = new PermissionGrants(wanted.grants(), wanted.overrides());
    if (was.active() != request.active() || (!now.equals(then) && !now.equals(request.before()))) {
      throw last(FailureTypes.STATE_CHANGED, "permissions");
    }
    BackofficePlan plan = was.plan();
    BackofficeTarget target = plan.target();
    BackofficePlan changed =
        new BackofficePlan(
            plan.posUserId(),
            plan.firstName(),
            plan.lastName(),
            plan.phone(),
            plan.email(),
            plan.startDate(),
            plan.wageRate(),
            plan.overtimeRate(),
            new BackofficeTarget(target.sites(), target.wageSite(), target.departments(), wanted),
            plan.emergencyName(),
            plan.emergencyPhone(),
            plan.noOvertime());
    backoffice.employees.put(
        was.id(), new Employee(was.id(), changed, was.pin(), wanted.name(), was.active()));
    failures.afterActing("setPermissions");
    return new PermissionsSet(!now.equals(then), wanted.name());
  }

  /** As the roster calls it. */
  private TemplateRef named(TemplateRef single) {
    if (single.grants().equals(List.of(22)) && single.overrides().isEmpty()) {
      return new TemplateRef(3, "General User", single.grants(), single.overrides());
    }
    return single.grants().equals(leadGrants) && single.overrides().equals(List.of(40))
        ? new TemplateRef(5, SHIFT_LEAD, single.grants(), single.overrides())
        : single;
  }

  @Override
  public WageRecorded recordWage(RecordWage request) {
    begin("recordWage");
    Employee was = record(request.employeeId(), request.posUserId());
    WageHistory.WageEntry newest = rows(was).get(0);
    BigDecimal rate = request.hourlyRate().orElseThrow();
    boolean there = newest.hourlyRate().filter(now -> now.compareTo(rate) == 0).isPresent();
    if (!there
        && !request
            .before()
            .map(Wage::effective)
            .filter(newest.effectiveDate()::equals)
            .isPresent()) {
      throw last(FailureTypes.STATE_CHANGED, "wage");
    }
    if (!there) {
      wages.merge(
          was.id(),
          List.of(row(rate, request.from())),
          (old, one) -> Stream.concat(one.stream(), old.stream()).toList());
    }
    failures.afterActing("recordWage");
    return new WageRecorded(
        !there,
        new Wage(
            Optional.of(rate),
            Optional.empty(),
            true,
            Optional.empty(),
            request.from(),
            Optional.empty()),
        false);
  }

  private Employee record(int id, PosUserId posUserId) {
    Employee found = backoffice.employees.get(id);
    if (found == null) {
      throw last(FailureTypes.EMPLOYEE_NOT_FOUND, "there is none");
    }
    if (!found.plan().posUserId().equals(posUserId)) {
      throw last(FailureTypes.NOT_OURS, "another POS user ID");
    }
    return found;
  }

  private static ApplicationFailure last(String type, String words) {
    return ApplicationFailure.newNonRetryableFailure(words, type);
  }

  @Override
  public RosterAnswer listEmployees(RosterQuestion question) {
    return new RosterAnswer(List.of(), question.page(), false, List.of());
  }

  @Override
  public SiteListing listSites(ListingQuestion question) {
    return new SiteListing(List.of(), true, question.page(), false, 0);
  }

  @Override
  public DepartmentListing listDepartments(ListingQuestion question) {
    return new DepartmentListing(List.of(), question.page(), false, 0);
  }

  @Override
  public TemplateListing listTemplates(ListingQuestion question) {
    return new TemplateListing(List.of(), 0, question.page(), false, 0, "");
  }

  private void begin(String method) {
    journal.enter("records." + method);
    failures.before(method);
  }
}
