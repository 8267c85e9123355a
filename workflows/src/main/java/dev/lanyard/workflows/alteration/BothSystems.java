package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where one person's records are, and what they show. */
public final class BothSystems {

  private final EmployeeNumber employeeNumber;
  private final Optional<PosUserId> posUserId;
  private final Optional<Integer> employeeId;
  private final Optional<Long> staffId;
  private final AttendedSteps steps;

  /** The links are those of the person's run. */
  public BothSystems(
      EmployeeNumber employeeNumber,
      Optional<PosUserId> posUserId,
      Optional<Integer> employeeId,
      Optional<Long> staffId,
      AttendedSteps steps) {
    this.employeeNumber = employeeNumber;
    this.posUserId = posUserId;
    this.employeeId = employeeId;
    this.staffId = staffId;
    this.steps = steps;
  }

  /** Looks only; what cannot be read parks. */
  public Present read() {
    Optional<EmployeeSnapshot> employee =
        posUserId.isEmpty() && employeeId.isEmpty() ? Optional.empty() : inBackoffice();
    Optional<StaffMemberView> staff = inStaffApi(employee);
    return new Present(employee, staff, strangers(employee, staff));
  }

  private Optional<EmployeeSnapshot> inBackoffice() {
    return steps.run(
        "read employee",
        () ->
            ActivityStubs.backofficeReading("Backoffice: as it is now")
                .readEmployee(new EmployeeQuestion(posUserId, employeeId))
                .employee(),
        found ->
            found
                .map(one -> "employee " + one.employeeId() + (one.active() ? "" : ", inactive"))
                .orElse("there is none"));
  }

  private Optional<StaffMemberView> inStaffApi(Optional<EmployeeSnapshot> employee) {
    return steps.run(
        "read staff member",
        () -> {
          StaffMemberLocated located =
              ActivityStubs.staffApi("staff API: " + employeeNumber)
                  .locate(
                      new LocateStaffMember(employeeNumber, staffId, email(employee), noGuard()));
          return located
              .staffId()
              .flatMap(
                  id ->
                      ActivityStubs.staffReading("staff API: as it is now")
                          .show(new StaffMemberQuestion(Optional.of(id), Optional.empty()))
                          .members()
                          .stream()
                          .findFirst());
        },
        found -> found.map(one -> "staff member " + one.id()).orElse("there is none"));
  }

  /** A name may be what changes: it is compared here instead. */
  private static Optional<String> noGuard() {
    return Optional.empty();
  }

  private static Optional<String> email(Optional<EmployeeSnapshot> employee) {
    return employee.map(one -> one.profile().email().strip()).filter(email -> !email.isEmpty());
  }

  private List<Finding> strangers(
      Optional<EmployeeSnapshot> employee, Optional<StaffMemberView> staff) {
    List<Finding> found = new ArrayList<>();
    employee
        .filter(one -> employeeId.filter(id -> id != one.employeeId()).isPresent())
        .ifPresent(
            one ->
                found.add(
                    new Finding(
                        "NOT_OURS",
                        "posUserId",
                        "POS user ID "
                            + one.posUserId()
                            + " now belongs to employee "
                            + one.employeeId()
                            + "; the one that is known is employee "
                            + employeeId.get()
                            + ". Look whose record it is, then retry.")));
    staff
        .filter(one -> one.code().filter(code -> !ours(code)).isPresent())
        .ifPresent(
            one ->
                found.add(
                    new Finding(
                        "NOT_OURS",
                        "employeeNumber",
                        "Staff member "
                            + one.id()
                            + " carries another code than "
                            + employeeNumber
                            + ". Look whose record it is, then retry.")));
    staff
        .filter(one -> one.code().isEmpty() && staffId.isEmpty())
        .filter(one -> employee.filter(other -> !sameName(one, other)).isPresent())
        .ifPresent(
            one ->
                found.add(
                    new Finding(
                        "NOT_OURS",
                        "email",
                        "Staff member "
                            + one.id()
                            + " has the same e-mail address and another name. Give it the code "
                            + employeeNumber
                            + " if it is the same person, then retry.")));
    return List.copyOf(found);
  }

  private boolean ours(String code) {
    return code.strip().equals(employeeNumber.value());
  }

  /** Whether both records show the same last name; true where one is missing. */
  public static boolean sameLastName(Present present) {
    return present
        .employee()
        .flatMap(
            one ->
                present
                    .staff()
                    .map(
                        member ->
                            folded(one.profile().lastName()).equals(folded(member.lastName()))))
        .orElse(true);
  }

  private static boolean sameName(StaffMemberView member, EmployeeSnapshot employee) {
    return folded(member.lastName()).equals(folded(employee.profile().lastName()))
        && folded(member.firstName()).equals(folded(employee.profile().firstName()));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
