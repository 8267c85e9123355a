package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.staffapi.client.SiteDecision;
import dev.lanyard.activities.staffapi.client.StaffUpdate;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.LookAtStaffMember;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffMemberChanged;
import dev.lanyard.workflows.staffapi.StaffMemberSeen;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One update of one record: what is wanted, and the sites in any case. */
final class StaffChange {

  private final StaffApi api;
  private final Surplus surplus;

  StaffChange(StaffApi api) {
    this.api = api;
    this.surplus = new Surplus(api);
  }

  StaffMemberSeen lookAt(LookAtStaffMember request) {
    Optional<ReadBack> found =
        request
            .staffId()
            .map(this::present)
            .or(
                () ->
                    api.records()
                        .listing()
                        .withCode(request.employeeNumber())
                        .flatMap(api.records()::read));
    return new StaffMemberSeen(found.map(back -> owned(back, request.employeeNumber()).snapshot()));
  }

  StaffMemberChanged change(ChangeStaffMember request, Attempt attempt) {
    requireSendable(request);
    ReadBack now = look(request);
    if (attempt.mayHaveWritten() && isOpen(now, request)) {
      attempt.settle(api.settings().settleDelay());
      now = look(request);
    }
    if (!isOpen(now, request)) {
      return new StaffMemberChanged(false, now.snapshot());
    }
    requireAsPlanned(now, request);
    requireFreeEmail(request);
    long id = request.before().staffId();
    if (!api.client().update(id, update(now, request.wanted()), new LeaveToWrite(attempt))) {
      throw Failures.notFound(id);
    }
    ReadBack back = present(id);
    List<String> differing = new ArrayList<>();
    StaffComparison.of(back.snapshot(), request)
        .open()
        .forEach(field -> differing.add(field + ": not as wanted"));
    if (!sameTags(now, back)) {
      differing.add("tags: are others now");
    }
    // What the member had before is nobody's surplus, where the write came to nothing.
    if (!back.access().amountsTo(now.access())) {
      surplus.takeBack(back, StaffComparison.target(request), attempt).ifPresent(differing::add);
    }
    back.requireNone(differing);
    return new StaffMemberChanged(true, back.snapshot());
  }

  private static boolean isOpen(ReadBack now, ChangeStaffMember request) {
    return !StaffComparison.of(now.snapshot(), request).open().isEmpty();
  }

  private ReadBack look(ChangeStaffMember request) {
    long id = request.before().staffId();
    ReadBack now = owned(present(id), request.employeeNumber());
    StaffFields wanted = request.wanted();
    boolean more =
        wanted.email().isPresent()
            || wanted.image().isPresent()
            || wanted.siteIds().isPresent()
            || wanted.permissions().isPresent();
    if (now.member().admin() && more) {
      throw Failures.administrator(id);
    }
    return now;
  }

  private ReadBack present(long id) {
    return api.records().read(id).orElseThrow(() -> Failures.notFound(id));
  }

  /** Who was found by e-mail has no code; another's code says that the record changed hands. */
  private static ReadBack owned(ReadBack back, EmployeeNumber employeeNumber) {
    if (back.member().identity().code().isPresent()
        && !back.member().identity().hasCode(employeeNumber.value())) {
      throw Failures.notOurs(
          "Staff member %d carries another code than %s. Look whose record it is."
              .formatted(back.member().id(), employeeNumber));
    }
    return back;
  }

  private static void requireAsPlanned(ReadBack now, ChangeStaffMember request) {
    List<String> foreign = StaffComparison.of(now.snapshot(), request).foreign();
    if (!foreign.isEmpty()) {
      throw Failures.stateChanged(
          "Staff member %d is neither as planned on nor as wanted in %s: somebody else changed it. Look who; plan the change anew, or set it there."
              .formatted(now.member().id(), String.join(", ", foreign)));
    }
  }

  private void requireFreeEmail(ChangeStaffMember request) {
    if (request.wanted().email().isEmpty()) {
      return;
    }
    List<Long> others =
        api.records().listing().withEmail(request.wanted().email().get()).stream()
            .filter(id -> id != request.before().staffId())
            .toList();
    if (!others.isEmpty()) {
      throw Failures.notOurs(
          "The wanted e-mail address is that of staff member %s. Look whose it is; amend the change, or correct it there."
              .formatted(Failures.ids(others)));
    }
  }

  /** Every problem at once; what the member had before may be sent as the API itself named it. */
  private void requireSendable(ChangeStaffMember request) {
    requireComplete(request);
    StaffFields wanted = request.wanted();
    StaffSnapshot before = request.before();
    List<String> problems =
        new ArrayList<>(overlaid(StaffUpdate.at(SiteDecision.none()), wanted).problems());
    List<String> codes =
        wanted.permissions().orElse(List.of()).stream()
            .filter(code -> !PermissionCatalogue.knows(code))
            .filter(code -> !before.access().permissions().contains(code))
            .toList();
    if (!codes.isEmpty()) {
      problems.add("permissions: no permission codes are " + String.join(", ", codes));
    }
    List<Long> unknown =
        wanted.siteIds().map(api::unknownSites).orElse(List.of()).stream()
            .filter(id -> !before.access().siteIds().contains(id))
            .toList();
    if (!unknown.isEmpty()) {
      problems.add("sites: no sites of the company are " + Failures.ids(unknown));
    }
    if (!problems.isEmpty()) {
      throw Failures.notSent(problems);
    }
  }

  /** A process that was started by hand may lack them; retrying would not bring them. */
  private static void requireComplete(ChangeStaffMember request) {
    List<String> problems = new ArrayList<>();
    if (request.employeeNumber() == null) {
      problems.add("employeeNumber: is missing");
    }
    if (request.before() == null || request.before().access() == null) {
      problems.add(
          "before: is missing; it says whose record it is and what the change is based on");
    }
    if (!problems.isEmpty()) {
      throw Failures.notSent(problems);
    }
  }

  private static StaffUpdate update(ReadBack now, StaffFields wanted) {
    SiteDecision sites =
        wanted.siteIds().map(SiteDecision::exactly).orElse(SiteDecision.exactly(now.siteIds()));
    StaffUpdate update = overlaid(StaffUpdate.at(sites), wanted);
    return wanted
        .permissions()
        .map(codes -> update.permissions(codes.stream().distinct().sorted().toList()))
        .orElse(update);
  }

  private static StaffUpdate overlaid(StaffUpdate update, StaffFields wanted) {
    StaffUpdate all = update;
    if (wanted.firstName().isPresent()) {
      all = all.firstName(wanted.firstName().get());
    }
    if (wanted.lastName().isPresent()) {
      all = all.lastName(wanted.lastName().get());
    }
    if (wanted.phone().isPresent()) {
      all = all.phone(wanted.phone().get());
    }
    if (wanted.email().isPresent()) {
      all = all.email(wanted.email().get());
    }
    if (wanted.image().isPresent()) {
      all = all.image(wanted.image().get());
    }
    return all;
  }

  private static boolean sameTags(ReadBack one, ReadBack other) {
    return new TreeSet<>(one.member().profile().tags())
        .equals(new TreeSet<>(other.member().profile().tags()));
  }
}
