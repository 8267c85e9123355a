package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.backoffice.EmployeeSwitches.Reactivation;
import dev.lanyard.sandbox.backoffice.WageSwitches.EarlyWage;
import dev.lanyard.sandbox.backoffice.WageSwitches.FirstWage;
import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.Part;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The requests below {@code /employee} (sections 7 to 12). */
final class EmployeeRequests {
  private static final String FORM = "employee";
  private static final String PERMISSIONS = "permissions";
  private static final String COMPENSATION = "compensation";

  private final Records records;
  private final BackofficeSwitches switches;
  private final SiteTree visible;
  private final EmployeePages pages;
  private final Outcome outcome;
  private final Uniqueness uniqueness;
  private final List<String> scripted;
  private final Clock clock;

  /**
   * @param scripted refusals that a fault asks for, besides the form's own
   */
  EmployeeRequests(
      Records records,
      BackofficeSwitches switches,
      Outcome outcome,
      List<String> scripted,
      Clock clock) {
    this.records = records;
    this.switches = switches;
    this.visible = records.tree().without(new HashSet<>(switches.site().hiddenSites()));
    this.pages = new EmployeePages(visible, records.catalogue(), switches);
    this.outcome = outcome;
    this.uniqueness = new Uniqueness(records, switches.unique());
    this.scripted = scripted;
    this.clock = clock;
  }

  /**
   * @param page 0 for the address without one
   */
  Response list(Request request, int page) {
    if (page > 0 && !switches.roster().rosterPathPages()) {
      return notFound();
    }
    Roster roster = new Roster(visible, records.catalogue(), switches, request.parameters());
    Alerts alerts = outcome.alerts("employees");
    return page("Employees", roster.content(records.employees().stream(), page, alerts), 20_000);
  }

  Response createPage() {
    Optional<Session.Kept> kept = outcome.kept(FORM);
    EmployeeForm form =
        kept.map(Session.Kept::refill)
            .filter(EmployeeForm.class::isInstance)
            .map(EmployeeForm.class::cast)
            .orElseGet(() -> EmployeeForm.blank(today()));
    return page("Create Employee", pages.create(form, outcome.alerts(kept)), 75_000);
  }

  Response editPage(long id) {
    return ofEmployee(id, this::editPage);
  }

  private Response editPage(Employee employee) {
    return page("Edit " + employee.fullName(), pages.edit(employee, outcome.alerts(FORM)), 61_000);
  }

  Response permissionsPage(long id) {
    return ofEmployee(id, this::permissionsPage);
  }

  private Response permissionsPage(Employee employee) {
    return Layout.page(
        switches.page(),
        200,
        "Employee Access",
        Layout.part(
            "sub-title",
            Map.of("name", employee.fullName(), "posUserId", employee.profile().posUserId())),
        pages.permissions(employee, outcome.alerts(PERMISSIONS)),
        108_000);
  }

  Response compensationPage(long id) {
    return ofEmployee(id, this::compensationPage);
  }

  private Response compensationPage(Employee employee) {
    return page(
        "Compensation for " + employee.fullName(),
        pages.compensation(employee, today(), outcome.alerts(COMPENSATION)),
        31_000);
  }

  /** Section 7.2: active, with no permissions. */
  Response insert(Request request) {
    Fields posted = request.form();
    Access access = AccessBinding.ofEmployeeForm(visible, switches.site(), posted, Access.NOWHERE);
    EmployeeForm form =
        EmployeeForm.submitted(posted, access, Optional.empty(), records.catalogue());
    WageForm wage = WageForm.submitted(posted, records.tree());
    List<String> problems = new ArrayList<>(form.problems(true));
    problems.addAll(wage.problems());
    if (problems.isEmpty()) {
      problems.addAll(uniqueness.problems(form.profile(), Optional.empty()));
    }
    problems.addAll(scripted);
    if (!problems.isEmpty()) {
      return outcome.refused(
          FORM,
          problems,
          form,
          "/employee/create",
          switches.page().insertFailure(),
          this::createPage);
    }
    long id = records.nextEmployeeId();
    Profile profile = form.profile();
    records.store(
        new Employee(
            id,
            id - 60, // credentials have ids of their own
            profile,
            true,
            clock.instant(),
            access,
            PosGrants.NONE,
            List.of(wage.starting(profile.startDate()))));
    return outcome.done(FORM, "/employee/permissions/" + id);
  }

  /** Sections 8.3 and 8.4: the whole form, activity by presence. */
  Response update(Request request) {
    Fields posted = request.form();
    return ofEmployee(id(posted.text("employee[id]")), employee -> update(posted, employee));
  }

  private Response update(Fields posted, Employee employee) {
    EmployeeSwitches reading = switches.employee();
    boolean wanted = posted.has("employee[isActive]");
    if (!reading.activeByPresence()) {
      wanted &= !List.of("", "0").contains(posted.text("employee[isActive]"));
    }
    boolean returns = wanted && !employee.active();
    boolean active = wanted && !(returns && reading.reactivation() == Reactivation.IGNORED);
    Access access =
        AccessBinding.ofEmployeeForm(visible, switches.site(), posted, employee.access());
    Optional<Profile> kept =
        reading.omittedFieldsCleared() ? Optional.empty() : Optional.of(employee.profile());
    EmployeeForm form = EmployeeForm.submitted(posted, access, kept, records.catalogue());
    List<String> problems = new ArrayList<>(form.problems(active || reading.inactiveNeedsSites()));
    if (problems.isEmpty()) {
      problems.addAll(uniqueness.problems(form.profile(), Optional.of(employee)));
    }
    if (returns && reading.reactivation() == Reactivation.REFUSED) {
      problems.add("The employee cannot be activated.");
    }
    problems.addAll(scripted);
    if (!problems.isEmpty()) {
      return outcome.refused(FORM, problems, null, "/employee/edit/" + employee.id());
    }
    Employee changed = employee.with(form.profile()).with(access).active(active, clock.instant());
    if (employee.active() && !active) {
      changed = disabled(changed);
    }
    records.store(changed);
    return outcome.done(FORM, "/employee");
  }

  private Employee disabled(Employee employee) {
    if (switches.employee().disableClosesUser()) {
      List.copyOf(records.users()).stream()
          .filter(user -> user.employeeId() != null && user.employeeId() == employee.id())
          .forEach(user -> records.store(user.active(false)));
    }
    if (!switches.employee().disableClosesWage() || employee.wages().isEmpty()) {
      return employee;
    }
    List<Wage> history = new ArrayList<>(employee.wages());
    history.set(0, history.get(0).endingAt(today()));
    return employee.with(history);
  }

  /** Section 9.3: without the whole matrix it answers success and changes nothing. */
  Response updatePermissions(Request request) {
    Fields posted = request.form();
    return ofEmployee(
        id(posted.text("employeeId")),
        employee -> {
          if (!scripted.isEmpty()) {
            return outcome.refused(
                PERMISSIONS,
                scripted,
                null,
                "/employee/permissions/" + employee.id(),
                switches.page().permissionsFailure(),
                () -> permissionsPage(employee));
          }
          if (holdsWholeMatrix(posted)) {
            records.store(employee.with(grants(posted)));
          }
          return outcome.done(PERMISSIONS, "/employee");
        });
  }

  private boolean holdsWholeMatrix(Fields posted) {
    return records.catalogue().permissions().stream()
        .allMatch(
            permission -> {
              String row = "permissions[" + permission.id() + "]";
              return posted.text(row + "[id]").equals(Integer.toString(permission.id()))
                  && posted.has(row + "[label]")
                  && posted.has(row + "[description]");
            });
  }

  private PosGrants grants(Fields posted) {
    Set<Integer> grants = new TreeSet<>();
    Set<Integer> overrides = new TreeSet<>();
    // A hidden field with a value, not a checkbox (8.4): "1" is everything (9.2).
    boolean authority = posted.text("hasActionApprovalAuthority").equals("1");
    for (PosPermission permission : records.catalogue().permissions()) {
      String row = "permissions[" + permission.id() + "]";
      if (authority || posted.has(row + "[hasGrantAccess]")) {
        grants.add(permission.id());
        String override = posted.text(row + "[requiresOverride]");
        if (!authority && !override.isEmpty() && !override.equals("0")) {
          overrides.add(permission.id());
        }
      }
    }
    String template = posted.text("templateId");
    return new PosGrants(
        grants, overrides, template.matches("[0-9]{1,6}") ? Integer.valueOf(template) : null);
  }

  /** Section 11.3; both locations are unknown, hence readings. */
  Response updateCompensation(Request request) {
    Fields posted = request.form();
    return ofEmployee(
        id(posted.text("employeeId")), employee -> updateCompensation(posted, employee));
  }

  private Response updateCompensation(Fields posted, Employee employee) {
    WageSwitches reading = switches.wage();
    WageForm form = WageForm.submitted(posted, records.tree());
    List<String> problems = new ArrayList<>(form.problems());
    Optional<LocalDate> asked = Dates.parse(posted.text("wage[effectiveDate]"));
    if (asked.isEmpty()) {
      problems.add("Effective Date must be a valid date.");
    }
    Optional<Wage> latest = employee.latestWage();
    boolean early =
        latest.isPresent() && asked.isPresent() && !asked.get().isAfter(latest.get().effective());
    if (early && reading.earlyWage() == EarlyWage.REJECT) {
      problems.add("Effective Date must be at least one day after the latest wage.");
    }
    LocalDate start = employee.profile().startDate();
    if (latest.isEmpty()
        && reading.firstWage() == FirstWage.REJECT
        && !asked.equals(Optional.of(start))) {
      problems.add("The first wage must start on the employee's start date.");
    }
    problems.addAll(scripted);
    if (!problems.isEmpty()) {
      return outcome.refused(
          COMPENSATION,
          problems,
          null,
          "/employee/compensation/" + employee.id(),
          reading.wageFailure(),
          () -> compensationPage(employee));
    }
    Employee stored = employee;
    if (!early || reading.earlyWage() == EarlyWage.ACCEPT) {
      boolean locked = latest.isEmpty() && reading.firstWage() == FirstWage.START_DATE;
      stored = employee.with(history(employee, form, locked ? start : asked.orElseThrow()));
      records.store(stored);
    }
    Response done =
        outcome.done(
            COMPENSATION,
            reading.wageSuccess() == WageSwitches.WageSuccess.ROSTER
                ? "/employee"
                : "/employee/compensation/" + employee.id());
    return reading.wageSuccess() == WageSwitches.WageSuccess.PAGE ? compensationPage(stored) : done;
  }

  private static List<Wage> history(Employee employee, WageForm form, LocalDate effective) {
    List<Wage> history = new ArrayList<>(employee.wages());
    if (!history.isEmpty() && history.get(0).end() == null) {
      history.set(0, history.get(0).endingAt(effective));
    }
    history.add(0, form.starting(effective));
    return history;
  }

  /** Exists, contract unknown (section 5): plausible answers. */
  Response checkUnique(Request request) {
    Fields asked = request.method().equals("POST") ? request.form() : request.parameters();
    boolean unique =
        !uniqueness.isPosUserIdTaken(
            id(asked.text("posCredential[POSLoginID]")), id(asked.text("employee[id]")));
    return switch (switches.page().checkUnique()) {
      case OBJECT -> Response.json(200, "{\"isUnique\":" + unique + "}");
      case BOOLEAN -> Response.json(200, Boolean.toString(unique));
      case NOT_FOUND -> notFound();
    };
  }

  Response timesheet(long id) {
    return ofEmployee(
        id,
        employee ->
            page(
                "Timesheet for " + employee.fullName(),
                Layout.part("list", Map.of("lines", List.of())),
                0));
  }

  private Response ofEmployee(long id, Function<Employee, Response> answer) {
    return records
        .employee(id)
        .map(answer)
        .orElseGet(
            () ->
                switch (switches.page().unknownEmployee()) {
                  case REDIRECT -> Layout.redirect("/employee");
                  case NOT_FOUND -> notFound();
                  case SERVER_ERROR ->
                      Layout.page(switches.page(), 500, "An Error Occurred", Layout.NOTHING);
                });
  }

  /** 0, which nobody has, for anything that is no id. */
  static long id(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  private Response notFound() {
    return Layout.page(switches.page(), 404, "Page not found", Layout.NOTHING);
  }

  private Response page(String title, Part content, int help) {
    return Layout.page(switches.page(), 200, title, Layout.NOTHING, content, help);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), switches.page().tenantZone());
  }
}
