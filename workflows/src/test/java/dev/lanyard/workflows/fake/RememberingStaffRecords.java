package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.alteration.StaffAlterationActivities;
import dev.lanyard.workflows.alteration.StaffWish;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.StaffAccessNames;
import dev.lanyard.workflows.staffapi.StaffNameActivities;
import dev.lanyard.workflows.staffapi.StaffNamesResolved;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import dev.lanyard.workflows.staffapi.look.StaffMembers;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of {@link RememberingStaffApi}, looked at and changed. */
public final class RememberingStaffRecords
    implements StaffNameActivities, StaffAlterationActivities {

  /** By the name of the Backoffice site. */
  public static final Map<String, Long> SITES =
      Map.of("Wash 37135", 921L, "Harbor", 922L, "Uptown", 923L);

  public final FailuresAhead failures = new FailuresAhead();
  private final RememberingStaffApi staffApi;
  private final Journal journal;

  public RememberingStaffRecords(RememberingStaffApi staffApi, Journal journal) {
    this.staffApi = staffApi;
    this.journal = journal;
  }

  @Override
  public StaffNamesResolved resolve(StaffAccessNames names) {
    journal.enter("staffRecords.resolve");
    List<Finding> problems = new ArrayList<>();
    List<StaffSite> sites = new ArrayList<>();
    for (String name : names.siteNames()) {
      if (SITES.containsKey(name)) {
        sites.add(new StaffSite(SITES.get(name), name));
      } else {
        problems.add(new Finding("UNMAPPED_SITE", "sites", name));
      }
    }
    sites.sort(Comparator.comparingLong(StaffSite::id));
    return new StaffNamesResolved(
        problems,
        true,
        sites,
        names
            .template()
            .map(
                name ->
                    name.equals(RememberingRecords.SHIFT_LEAD)
                        ? List.of("CashIn", "FinishSale", "PosPermission")
                        : List.of("FinishSale", "PosPermission")));
  }

  /** The answer of {@code show staff member}. */
  StaffMembers show(StaffMemberQuestion question) {
    journal.enter("staffRecords.show");
    return new StaffMembers(
        question.id().map(staffApi.members::get).map(this::view).stream().toList());
  }

  private StaffMemberView view(Member member) {
    return new StaffMemberView(
        member.id(),
        member.firstName(),
        member.lastName(),
        List.of(member.email()),
        Optional.of(member.phone()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        member.permissions().stream()
            .map(code -> new StaffMemberView.Permission(code, code, "POS"))
            .toList(),
        member.siteIds().stream().map(id -> new StaffSite(id, "site " + id)).toList(),
        List.of(),
        List.of(),
        Optional.of(member.code().value()),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public boolean changeStaffMember(
      EmployeeNumber employeeNumber, long staffId, StaffWish before, StaffWish wanted) {
    journal.enter("staffRecords.changeStaffMember");
    failures.before("changeStaffMember");
    Member was = staffApi.members.get(staffId);
    List<String> surprises = new ArrayList<>();
    compare(wanted.firstName(), before.firstName(), was.firstName(), surprises);
    compare(wanted.lastName(), before.lastName(), was.lastName(), surprises);
    compare(wanted.phone(), before.phone(), was.phone(), surprises);
    compare(wanted.email(), before.email(), was.email(), surprises);
    compare(wanted.siteIds(), before.siteIds(), was.siteIds(), surprises);
    compare(wanted.permissions(), before.permissions(), was.permissions(), surprises);
    if (!surprises.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure("a field", FailureTypes.STATE_CHANGED);
    }
    Member now =
        new Member(
                was.id(),
                was.code(),
                wanted.email().orElse(was.email()),
                was.access(),
                wanted.firstName().orElse(was.firstName()),
                wanted.lastName().orElse(was.lastName()),
                wanted.phone().orElse(was.phone()),
                was.permissions(),
                was.siteIds())
            .with(
                wanted.permissions().orElse(was.permissions()),
                wanted.siteIds().orElse(was.siteIds()));
    staffApi.members.put(staffId, now);
    failures.afterActing("changeStaffMember");
    return !now.equals(was);
  }

  private static <T> void compare(
      Optional<T> wanted, Optional<T> before, T now, List<String> surprises) {
    if (wanted.isPresent() && !now.equals(wanted.get()) && before.filter(now::equals).isEmpty()) {
      surprises.add("one");
    }
  }
}
