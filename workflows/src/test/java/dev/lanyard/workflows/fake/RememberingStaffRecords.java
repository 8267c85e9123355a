package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.fake.RememberingStaffApi.Member;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.LookAtStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccessNames;
import dev.lanyard.workflows.staffapi.StaffChangeActivities;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffMemberChanged;
import dev.lanyard.workflows.staffapi.StaffMemberSeen;
import dev.lanyard.workflows.staffapi.StaffNameActivities;
import dev.lanyard.workflows.staffapi.StaffNamesResolved;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
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
public final class RememberingStaffRecords implements StaffNameActivities, StaffChangeActivities {

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
        member.siteIds().stream().map(id -> new StaffSite(id, nameOf(id))).toList(),
        List.of(),
        List.of(),
        Optional.of(member.code().value()),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public StaffMemberSeen lookAt(LookAtStaffMember request) {
    journal.enter("staffRecords.lookAt");
    failures.before("lookAt");
    Optional<Member> found =
        request.staffId().isPresent()
            ? request.staffId().map(staffApi.members::get)
            : staffApi.byCode(request.employeeNumber());
    if (found.isEmpty() && request.staffId().isPresent()) {
      throw ApplicationFailure.newNonRetryableFailure("gone", FailureTypes.STAFF_MEMBER_NOT_FOUND);
    }
    return new StaffMemberSeen(found.map(RememberingStaffRecords::seen));
  }

  private static StaffSnapshot seen(Member member) {
    return new StaffSnapshot(
        member.firstName(),
        member.lastName(),
        Optional.of(member.phone()),
        Optional.of(member.email()),
        Optional.of(member.code().value()),
        List.of(),
        Optional.empty(),
        member.snapshot());
  }

  @Override
  public StaffMemberChanged changeStaffMember(ChangeStaffMember request) {
    journal.enter("staffRecords.changeStaffMember");
    failures.before("changeStaffMember");
    Member was = staffApi.members.get(request.before().staffId());
    StaffFields wanted = request.wanted();
    StaffSnapshot now = seen(was);
    StaffFields all = everything(now);
    StaffFields before = request.before().only(all);
    StaffFields target = request.before().with(wanted).only(all);
    List<String> surprises = new ArrayList<>();
    compare(wanted.firstName(), before.firstName(), was.firstName(), surprises);
    compare(wanted.lastName(), before.lastName(), was.lastName(), surprises);
    compare(wanted.phone(), before.phone(), was.phone(), surprises);
    compare(wanted.email(), before.email(), was.email(), surprises);
    compare(target.siteIds(), before.siteIds(), was.siteIds(), surprises);
    compare(target.permissions(), before.permissions(), was.permissions(), surprises);
    if (!surprises.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure("a field", FailureTypes.STATE_CHANGED);
    }
    Member then =
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
    staffApi.members.put(was.id(), then);
    failures.afterActing("changeStaffMember");
    return new StaffMemberChanged(!then.equals(was), seen(then));
  }

  private static StaffFields everything(StaffSnapshot now) {
    return new StaffFields(
        Optional.of(now.firstName()),
        Optional.of(now.lastName()),
        Optional.of(""),
        Optional.of(""),
        Optional.empty(),
        Optional.of(now.access().siteIds()),
        Optional.of(now.access().permissions()));
  }

  private static <T> void compare(
      Optional<T> wanted, Optional<T> before, T now, List<String> surprises) {
    if (wanted.isPresent() && !now.equals(wanted.get()) && before.filter(now::equals).isEmpty()) {
      surprises.add("one");
    }
  }

  static String nameOf(long id) {
    return SITES.entrySet().stream()
        .filter(site -> site.getValue() == id)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
