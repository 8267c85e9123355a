package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What somebody wants to do about one person's access, as far as a policy can ask for it. No name,
 * phone or e-mail address.
 *
 * @param kind one of {@link #KINDS}
 * @param template the exact name of a Backoffice permission template
 * @param departments exact names
 * @param sites exact long names of Backoffice sites; with {@code allSites} today's
 * @param wageRate US dollars an hour
 * @param role of the access rules, such as {@code Greeter at Harbor}
 * @param minor whether the person is under age; empty when nobody said so
 * @param startsOn when it takes effect, a date in the site's zone
 * @param requester id of a person of the policy's {@code people}, as the event or the message says
 *     it: nobody proved it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessRequest(
    String kind,
    EmployeeNumber employeeNumber,
    Optional<PosUserId> posUserId,
    Optional<Long> staffId,
    Optional<String> template,
    List<String> departments,
    List<String> sites,
    boolean allSites,
    Optional<BigDecimal> wageRate,
    Optional<String> role,
    Optional<Boolean> minor,
    Optional<LocalDate> startsOn,
    Optional<String> requester) {

  public static final String ONBOARD = "onboard";
  public static final String REHIRE = "rehire";
  public static final String CHANGE = "change";
  public static final String TRANSFER = "transfer";
  public static final String LEAVE = "leave";
  public static final String RETURN = "return";
  public static final String TERMINATE = "terminate";
  public static final String UNDO = "undo";
  public static final String AMEND = "amend";
  public static final String RESCHEDULE = "reschedule";
  public static final String SKIP = "skip";
  public static final String COMPENSATE = "compensate";
  public static final String WITHDRAW = "withdraw";

  /** Every kind that a rule may name. {@code retry} is none: it grants nothing. */
  public static final Set<String> KINDS =
      Set.of(
          ONBOARD,
          REHIRE,
          CHANGE,
          TRANSFER,
          LEAVE,
          RETURN,
          TERMINATE,
          UNDO,
          AMEND,
          RESCHEDULE,
          SKIP,
          COMPENSATE,
          WITHDRAW);

  public AccessRequest {
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    staffId = staffId == null ? Optional.empty() : staffId;
    template = template == null ? Optional.empty() : template;
    departments = departments == null ? List.of() : List.copyOf(departments);
    sites = sites == null ? List.of() : List.copyOf(sites);
    wageRate = wageRate == null ? Optional.empty() : wageRate;
    role = role == null ? Optional.empty() : role;
    minor = minor == null ? Optional.empty() : minor;
    startsOn = startsOn == null ? Optional.empty() : startsOn;
    requester = requester == null ? Optional.empty() : requester;
  }

  /** Nothing known but whom it is about. */
  public static AccessRequest about(String kind, EmployeeNumber employeeNumber) {
    return new AccessRequest(
        kind,
        employeeNumber,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What a hire asks for, in its own words; what a role has not completed yet is absent. */
  public static AccessRequest of(String kind, EmployeeNumber employeeNumber, Hire hire) {
    return new AccessRequest(
        kind,
        employeeNumber,
        Optional.ofNullable(hire.posUserId()),
        Optional.empty(),
        Optional.ofNullable(hire.permissionTemplate()),
        hire.departments(),
        hire.sites() == null ? List.of() : hire.sites().names(),
        hire.sites() != null && hire.sites().all(),
        Optional.ofNullable(hire.wageRate()),
        hire.role(),
        Optional.empty(),
        Optional.of(hire.startDate()),
        Optional.empty());
  }

  /** What a transfer asks for, in its own words; what stays is absent. */
  public static AccessRequest of(String kind, EmployeeNumber employeeNumber, Transfer transfer) {
    return new AccessRequest(
        kind,
        employeeNumber,
        Optional.empty(),
        Optional.empty(),
        transfer.permissionTemplate(),
        transfer.departments(),
        transfer.sites().map(SiteChoice::names).orElse(List.of()),
        transfer.sites().filter(SiteChoice::all).isPresent(),
        transfer.wageRate(),
        Optional.empty(),
        Optional.empty(),
        transfer.from(),
        Optional.empty());
  }

  /** The access that a plan would give, by the names that it resolved. */
  public static AccessRequest of(String kind, AccessPlan plan) {
    BackofficePlan backoffice = plan.backoffice();
    BackofficeTarget target = backoffice.target();
    return new AccessRequest(
        kind,
        plan.employeeNumber(),
        Optional.of(backoffice.posUserId()),
        Optional.empty(),
        Optional.of(target.template().name()),
        target.departments().stream().map(DepartmentRef::name).toList(),
        target.sites().sites().stream().map(SiteRef::name).toList(),
        target.sites().all(),
        Optional.of(backoffice.wageRate()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(backoffice.startDate()),
        Optional.empty());
  }

  /** The same access, asked for in another way. */
  public AccessRequest withKind(String other) {
    return with(copy -> copy.kind = other);
  }

  /** The same, by this role of the access rules. */
  public AccessRequest withRole(Optional<String> by) {
    return with(copy -> copy.role = by);
  }

  /** The same, with the records that it is about. */
  public AccessRequest withRecords(Optional<PosUserId> employee, Optional<Long> staffMember) {
    return with(
        copy -> {
          copy.posUserId = employee;
          copy.staffId = staffMember;
        });
  }

  /** The same, asked for by this person of the policy. */
  public AccessRequest withRequester(Optional<String> by) {
    return with(copy -> copy.requester = by);
  }

  /** The same, taking effect on this day. */
  public AccessRequest withStartsOn(Optional<LocalDate> day) {
    return with(copy -> copy.startsOn = day);
  }

  private AccessRequest with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new AccessRequest(
        copy.kind,
        employeeNumber,
        copy.posUserId,
        copy.staffId,
        template,
        departments,
        sites,
        allSites,
        wageRate,
        copy.role,
        minor,
        copy.startsOn,
        copy.requester);
  }

  /** What may be another one in a request for the same access. */
  private static final class Copy {
    private String kind;
    private Optional<PosUserId> posUserId;
    private Optional<Long> staffId;
    private Optional<String> role;
    private Optional<LocalDate> startsOn;
    private Optional<String> requester;

    private Copy(AccessRequest was) {
      kind = was.kind;
      posUserId = was.posUserId;
      staffId = was.staffId;
      role = was.role;
      startsOn = was.startsOn;
      requester = was.requester;
    }
  }

  @Override
  public String toString() {
    return "AccessRequest[" + kind + ", " + employeeNumber + "]";
  }
}
