package dev.lanyard.workflows.person;

import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.transfer.TransferResult;
import java.time.LocalDate;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Carries out what gives access, changes it, or gives it back. */
final class Grants {

  private final PersonAccess access;
  private final Course course;
  private final Agenda agenda;
  private final Deque<HrEvent> waiting;
  private final Alterations alterations;

  Grants(
      PersonAccess access,
      Course course,
      Agenda agenda,
      Deque<HrEvent> waiting,
      Alterations alterations) {
    this.access = access;
    this.course = course;
    this.agenda = agenda;
    this.waiting = waiting;
    this.alterations = alterations;
  }

  void hire(HireEvent event) {
    HireEvent hire = access.withKnownId(event);
    Optional<Integer> formerEmployee = access.formerEmployee(hire.hire().posUserId());
    access.hiring(hire.hire().posUserId());
    Onboarding onboarding = new Onboarding(hire, formerEmployee, course.next());
    course.run(onboarding, access.links());
    onboarding.await(waiting, agenda);
    access.hired(onboarding);
    if (access.employed()) {
      agenda.clear();
    }
  }

  void change(ChangeEvent event) {
    Alteration<ChangeResult> change =
        alterations.change(event.change(), access.links(), course.next());
    course.run(change, access.links());
    change
        .await(waiting, agenda)
        .ifPresent(result -> access.found(result.employeeId(), result.staffId()));
  }

  /** What was changed, as it was amended, and what both systems showed before. */
  Optional<LoanEnd> transfer(
      Transfer wanted, Optional<AccessSnapshot> backTo, Optional<String> requester) {
    Alteration<TransferResult> transfer =
        alterations.transfer(wanted, backTo, requester, access.links(), course.next());
    course.run(transfer, access.links());
    Optional<TransferResult> result = transfer.await(waiting, agenda);
    result.ifPresent(ended -> access.found(ended.employeeId(), ended.staffId()));
    return result
        .filter(ended -> ended.outcome().equals(TransferResult.DONE))
        .flatMap(
            ended ->
                ended
                    .before()
                    .map(before -> new LoanEnd(ended.amendedTo().orElse(wanted), before)));
  }

  void restore(String kind, Optional<LocalDate> on, String reason, Optional<String> requester) {
    Alteration<RestorationResult> restoration =
        alterations.restore(
            kind,
            access.lastExit().orElseThrow().before(),
            on,
            reason,
            requester,
            access.links(),
            course.next());
    course.run(restoration, access.links());
    Optional<RestorationResult> result = restoration.await(waiting, agenda);
    result.ifPresent(ended -> access.found(ended.employeeId(), ended.staffId()));
    boolean done =
        result.filter(ended -> ended.outcome().equals(RestorationResult.DONE)).isPresent();
    List<AgendaEntry> loans = access.restored(done || restoration.unsettled());
    if (access.employed()) {
      if (Exits.loansOutlastExits()) {
        agenda.givenBack(loans);
      } else {
        agenda.clear();
      }
    }
  }
}
