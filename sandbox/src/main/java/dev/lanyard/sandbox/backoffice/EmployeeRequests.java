package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
  private final Clock clock;

  EmployeeRequests(Records records, BackofficeSwitches switches, Outcome outcome, Clock clock) {
    this.records = records;
    this.switches = switches;
    this.visible = records.tree().without(new HashSet<>(switches.hiddenSites()));
    this.pages = new EmployeePages(visible, switches);
    this.outcome = outcome;
    this.uniqueness = new Uniqueness(records, switches);
    this.clock = clock;
  }

  Response list(Request request, int page) {
    Roster roster = new Roster(visible, switches, request.parameters());
    return page("Employees", "", roster.content(records.employees().stream(), page));
  }

  Response createPage(Session session) {
    EmployeeForm form =
        session.takeRefill(FORM, EmployeeForm.class).orElseGet(() -> EmployeeForm.blank(today()));
    return page("Create Employee", "", pages.create(form, session.takeMessages(FORM)));
  }

  Response editPage(Session session, long id) {
    return ofEmployee(
        id,
        employee ->
            page(
                "Edit " + employee.fullName(),
                "",
                pages.edit(employee, session.takeMessages(FORM))));
  }

  Response permissionsPage(Session session, long id) {
    return ofEmployee(
        id,
        employee ->
            page(
                "Employee Access",
                Layout.fill(
                    "sub-title",
                    Map.of(
                        "name", employee.fullName(),
                        "posUserId", employee.profile().posUserId())),
                pages.permissions(employee, session.takeMessages(PERMISSIONS))));
  }

  Response compensationPage(Session session, long id) {
    return ofEmployee(
        id,
        employee ->
            page(
                "Compensation for " + employee.fullName(),
                "",
                pages.compensation(employee, today(), session.takeMessages(COMPENSATION))));
  }

  /** Section 7.2: active, with no permissions. */
  Response insert(Request request, Session session) {
    Fields posted = request.form();
    Access access = AccessBinding.ofEmployeeForm(visible, switches, posted, Access.NOWHERE);
    EmployeeForm form = EmployeeForm.submitted(posted, access, Optional.empty());
    WageForm wage = WageForm.submitted(posted, records.tree());
    List<String> problems = new ArrayList<>(form.problems());
    problems.addAll(wage.problems());
    if (problems.isEmpty()) {
      problems.addAll(uniqueness.problems(form.profile(), Optional.empty()));
    }
    if (!problems.isEmpty()) {
      return outcome.refused(session, FORM, problems, form, "/employee/create");
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
    return outcome.done("/employee/permissions/" + id);
  }

  /** Sections 8.3 and 8.4: the whole form, activity by presence. */
  Response update(Request request, Session session) {
    Fields posted = request.form();
    return ofEmployee(
        id(posted.text("employee[id]")),
        employee -> {
          Access access =
              AccessBinding.ofEmployeeForm(visible, switches, posted, employee.access());
          Optional<Profile> kept =
              switches.omittedFieldsCleared() ? Optional.empty() : Optional.of(employee.profile());
          EmployeeForm form = EmployeeForm.submitted(posted, access, kept);
          List<String> problems = new ArrayList<>(form.problems());
          if (problems.isEmpty()) {
            problems.addAll(uniqueness.problems(form.profile(), Optional.of(employee)));
          }
          if (!problems.isEmpty()) {
            String page = "/employee/edit/" + employee.id();
            return outcome.refused(session, FORM, problems, null, page);
          }
          records.store(
              employee
                  .with(form.profile())
                  .with(access)
                  .active(posted.has("employee[isActive]"), clock.instant()));
          return outcome.done("/employee");
        });
  }

  /** Section 9.3: without the whole matrix it answers success and changes nothing. */
  Response updatePermissions(Request request) {
    Fields posted = request.form();
    return ofEmployee(
        id(posted.text("employeeId")),
        employee -> {
          if (holdsWholeMatrix(posted)) {
            records.store(employee.with(grants(posted)));
          }
          return outcome.done("/employee");
        });
  }

  private static boolean holdsWholeMatrix(Fields posted) {
    return PosPermission.all().stream()
        .allMatch(
            permission -> {
              String row = "permissions[" + permission.id() + "]";
              return posted.text(row + "[id]").equals(Integer.toString(permission.id()))
                  && posted.has(row + "[label]")
                  && posted.has(row + "[description]");
            });
  }

  private static PosGrants grants(Fields posted) {
    Set<Integer> grants = new TreeSet<>();
    Set<Integer> overrides = new TreeSet<>();
    // A hidden field with a value, not a checkbox (8.4): "1" is everything (9.2).
    boolean authority = posted.text("hasActionApprovalAuthority").equals("1");
    for (PosPermission permission : PosPermission.all()) {
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

  /** Section 11.3; both locations are unknown, so they follow the other forms. */
  Response updateCompensation(Request request, Session session) {
    Fields posted = request.form();
    return ofEmployee(
        id(posted.text("employeeId")),
        employee -> {
          WageForm form = WageForm.submitted(posted, records.tree());
          List<String> problems = new ArrayList<>(form.problems());
          Optional<LocalDate> asked = Dates.parse(posted.text("wage[effectiveDate]"));
          if (asked.isEmpty()) {
            problems.add("Effective Date must be a valid date.");
          }
          Optional<Wage> latest = employee.latestWage();
          boolean early =
              latest.isPresent()
                  && asked.isPresent()
                  && !asked.get().isAfter(latest.get().effective());
          if (early && switches.earlyWage() == BackofficeSwitches.EarlyWage.REJECT) {
            problems.add("Effective Date must be at least one day after the latest wage.");
          }
          if (!problems.isEmpty()) {
            String page = "/employee/compensation/" + employee.id();
            return outcome.refused(session, COMPENSATION, problems, null, page);
          }
          if (!early) {
            records.store(employee.with(history(employee, form, asked.orElseThrow())));
          }
          return outcome.done("/employee");
        });
  }

  private static List<Wage> history(Employee employee, WageForm form, LocalDate asked) {
    if (employee.wages().isEmpty()) {
      return List.of(form.starting(employee.profile().startDate())); // the first is locked to it
    }
    List<Wage> history = new ArrayList<>(employee.wages());
    history.set(0, history.get(0).endingAt(asked));
    history.add(0, form.starting(asked));
    return history;
  }

  /** Exists, contract unknown (section 5): a plausible answer. */
  Response checkUnique(Request request) {
    Fields asked = request.method().equals("POST") ? request.form() : request.parameters();
    boolean taken =
        records
            .employee(
                other ->
                    asked
                            .text("posCredential[POSLoginID]")
                            .equals(Long.toString(other.profile().posUserId()))
                        && other.id() != id(asked.text("employee[id]")))
            .isPresent();
    return Response.json(200, "{\"isUnique\":" + !taken + "}");
  }

  Response timesheet(long id) {
    return ofEmployee(
        id,
        employee ->
            page(
                "Timesheet for " + employee.fullName(),
                "",
                Layout.fill("list", Map.of("lines", List.of()))));
  }

  private Response ofEmployee(long id, Function<Employee, Response> answer) {
    return records
        .employee(id)
        .map(answer)
        .orElseGet(
            () ->
                switches.unknownEmployee() == BackofficeSwitches.UnknownEmployee.REDIRECT
                    ? Layout.redirect("/employee")
                    : Layout.page(switches, 404, "Page not found", "", ""));
  }

  /** 0, which nobody has, for anything that is no id. */
  static long id(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  private Response page(String title, String subTitle, String content) {
    return Layout.page(switches, 200, title, subTitle, content);
  }

  /** The tenant's zone is unknown (section 21); UTC keeps runs comparable. */
  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
