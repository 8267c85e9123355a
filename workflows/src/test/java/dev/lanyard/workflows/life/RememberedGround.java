package dev.lanyard.workflows.life;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.fake.RememberingBackoffice.Employee;
import dev.lanyard.workflows.fake.RememberingRecords;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.fake.RememberingStaffRecords;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.pin.SealedPin;
import io.temporal.client.WorkflowClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Both systems as fakes that remember. */
final class RememberedGround implements Ground {

  private static final String GENERAL = "General User";

  /** Another Jane Doe, and somebody else in the staff API, with all access. */
  private static final int NAMESAKE = 499;

  private static final long DANAS = 8999;

  private final TestTemporal temporal = new TestTemporal();

  RememberedGround() {
    temporal.planning.policy =
        new ProcessPolicy(
                "managers",
                "operations",
                false,
                Duration.ofDays(14),
                Duration.ZERO,
                Duration.ofDays(30),
                Duration.ofHours(1),
                Duration.ofDays(3000))
            .withBeginsBefore(Duration.ofDays(1))
            .withGracePeriod(Duration.ofDays(7));
    temporal.backoffice.employees.put(NAMESAKE, namesake());
    temporal.staffApi.members.put(
        DANAS, new Member(DANAS, EmployeeNumber.of("hr-1"), "dana@example.com", true));
  }

  private static Employee namesake() {
    SiteRef site = new SiteRef(101, "Wash 37135");
    return new Employee(
        NAMESAKE,
        new BackofficePlan(
            PosUserId.of(70001),
            "Jane",
            "Doe",
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2026, 4, 1),
            new BigDecimal("15.50"),
            new BigDecimal("23.25"),
            new BackofficeTarget(
                new SiteGrant(false, List.of(site)),
                site,
                List.of(new DepartmentRef(3, "Greeter")),
                new TemplateRef(3, GENERAL, List.of(22), List.of()))),
        new SealedPin("sealed-0"),
        GENERAL,
        true);
  }

  @Override
  public EmployeeNumber employee() {
    return TestTemporal.JANE;
  }

  @Override
  public WorkflowClient client() {
    return temporal.client();
  }

  @Override
  public Instant now() {
    return temporal.now();
  }

  @Override
  public void skip(Duration time) {
    temporal.skip(time);
  }

  @Override
  public void hand(HrEvent event) {
    temporal.hand(event);
  }

  @Override
  public Hire hire(LocalDate firstDay) {
    return temporal.hire("unused", now(), firstDay).hire();
  }

  @Override
  public Access hired() {
    return new Access(
        Optional.of(new Access.Pos(Set.of("Wash 37135"), GENERAL, Set.of("Greeter"))),
        Optional.of(staff(Set.of("Wash 37135"), GENERAL)));
  }

  @Override
  public List<String> sites() {
    return List.of("Wash 37135", "Harbor", "Uptown");
  }

  @Override
  public List<String> templates() {
    return List.of(GENERAL, RememberingRecords.SHIFT_LEAD);
  }

  @Override
  public List<String> departments() {
    return List.of("Greeter", "Detailer");
  }

  @Override
  public Access.Staff staff(Set<String> sites, String template) {
    return new Access.Staff(
        sites.stream()
            .map(name -> RememberingStaffRecords.SITES.get(name).toString())
            .collect(Collectors.toSet()),
        template.equals(RememberingRecords.SHIFT_LEAD)
            ? Set.of("CashIn", "FinishSale", "PosPermission")
            : Set.of("FinishSale", "PosPermission"));
  }

  @Override
  public Access seen() {
    return new Access(
        temporal
            .backoffice
            .at(TestTemporal.JANES_POS_USER_ID)
            .filter(Employee::active)
            .map(
                employee ->
                    new Access.Pos(
                        employee.plan().target().sites().sites().stream()
                            .map(SiteRef::name)
                            .collect(Collectors.toSet()),
                        employee.access(),
                        employee.plan().target().departments().stream()
                            .map(DepartmentRef::name)
                            .collect(Collectors.toSet()))),
        temporal
            .staffApi
            .byCode(TestTemporal.JANE)
            .filter(Member::access)
            .map(
                member ->
                    new Access.Staff(
                        member.siteIds().stream().map(Object::toString).collect(Collectors.toSet()),
                        new TreeSet<>(member.permissions()))));
  }

  @Override
  public String doubles() {
    int records = temporal.backoffice.employees.size() - 1;
    int members = temporal.staffApi.members.size() - 1;
    return records > 1 || members > 1 ? records + " records and " + members : "";
  }

  @Override
  public String others() {
    return temporal.backoffice.employees.get(NAMESAKE) + " " + temporal.staffApi.members.get(DANAS);
  }

  @Override
  public List<String> writes() {
    return temporal.journal.writes();
  }

  @Override
  public long calls() {
    return temporal.journal.calls().size();
  }

  @Override
  public boolean recordExists() {
    return temporal.backoffice.employees.size() > 1;
  }

  @Override
  public void byHand(HandEdit edit) {
    temporal.backoffice.employees.replaceAll(
        (id, was) ->
            id == NAMESAKE
                ? was
                : switch (edit) {
                  case REACTIVATE -> new Employee(id, was.plan(), was.pin(), was.access(), true);
                  case DISABLE -> new Employee(id, was.plan(), was.pin(), was.access(), false);
                  case WIDEN ->
                      new Employee(id, wider(was.plan()), was.pin(), was.access(), was.active());
                });
  }

  private static BackofficePlan wider(BackofficePlan plan) {
    List<SiteRef> all = new ArrayList<>();
    for (Map.Entry<String, Integer> site : RememberingRecords.SITES.entrySet()) {
      all.add(new SiteRef(site.getValue(), site.getKey()));
    }
    all.sort(Comparator.comparingInt(SiteRef::id));
    BackofficeTarget target = plan.target();
    return new BackofficePlan(
        plan.posUserId(),
        plan.firstName(),
        plan.lastName(),
        plan.phone(),
        plan.email(),
        plan.startDate(),
        plan.wageRate(),
        plan.overtimeRate(),
        new BackofficeTarget(
            new SiteGrant(false, all), target.wageSite(), target.departments(), target.template()));
  }

  @Override
  public void fault(Fault fault) {
    String lost = FailureTypes.UNCONFIRMED_WRITE;
    String refused = FailureTypes.BACKOFFICE_REFUSED;
    String staffRefused = FailureTypes.STAFF_API_REFUSED;
    switch (fault) {
      case CREATE_LOST -> temporal.backoffice.failures.passingAfter("createEmployee", lost);
      case DISABLE_LOST -> temporal.backoffice.failures.passingAfter("disableEmployee", lost);
      case CHANGE_LOST -> temporal.records.failures.passingAfter("changeEmployee", lost);
      case RESTORE_LOST -> temporal.staffApi.failures.passingAfter("restoreStaffMember", lost);
      case CREATE_REFUSED -> temporal.backoffice.failures.finalBefore("createEmployee", refused);
      case DISABLE_REFUSED -> temporal.backoffice.failures.finalBefore("disableEmployee", refused);
      case CHANGE_REFUSED -> temporal.records.failures.finalBefore("changeEmployee", refused);
      case PERMISSIONS_REFUSED -> temporal.records.failures.finalBefore("setPermissions", refused);
      case REACTIVATION_REFUSED ->
          temporal.records.failures.finalBefore("reactivateEmployee", refused);
      case REVOCATION_REFUSED ->
          temporal.staffApi.failures.finalBefore("revokeStaffMember", staffRefused);
      case STAFF_CHANGE_REFUSED ->
          temporal.staffRecords.failures.finalBefore("changeStaffMember", staffRefused);
      case STAFF_RESTORE_REFUSED ->
          temporal.staffApi.failures.finalBefore("restoreStaffMember", staffRefused);
      case STAFF_CREATE_REFUSED ->
          temporal.staffApi.failures.finalBefore("createStaffMember", staffRefused);
    }
  }

  @Override
  public void during(Moment moment, Supplier<Optional<HrEvent>> event) {
    String call =
        switch (moment) {
          case PRE_FLIGHT -> "backoffice.preFlight";
          case CREATE -> "backoffice.createEmployee";
          case CHANGE -> "records.changeEmployee";
          case DISABLE -> "backoffice.disableEmployee";
          case REACTIVATE -> "records.reactivateEmployee";
          case REVOKE -> "staffApi.revokeStaffMember";
        };
    temporal.journal.during(call, () -> event.get().ifPresent(temporal::handAndLetItBeHeard));
  }

  @Override
  public Set<String> secrets() {
    return Set.of("sealed-");
  }

  @Override
  public void close() {
    temporal.close();
  }
}
