package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalOutcome;
import dev.lanyard.workflows.approval.ApprovalOutcome.Result;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.approval.MessageDigests;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether somebody's access may end: by the approval policy, or, in runs from before there was
 * one, any approver. An immediate end is never held up, but for somebody on the protected list.
 */
final class OffboardingApproval {

  private final OffboardingInput input;
  private final Progress progress;
  private final Requests requests;
  private final Approvals approvals;
  private final LastMoment lastMoment;
  private boolean byPolicy;

  OffboardingApproval(
      OffboardingInput input,
      Progress progress,
      Requests requests,
      Approvals approvals,
      LastMoment lastMoment) {
    this.input = input;
    this.progress = progress;
    this.requests = requests;
    this.approvals = approvals;
    this.lastMoment = lastMoment;
  }

  /** To be called once, before anything is asked. */
  void begin() {
    byPolicy = Approvals.apply();
    approvals.begin();
  }

  /** What is asked for. */
  AccessRequest about() {
    return AccessRequest.about(AccessRequest.TERMINATE, input.employeeNumber())
        .withRecords(input.posUserId().or(() -> input.termination().posUserId()), input.staffId());
  }

  /** How a parked step asks. */
  Asking parked() {
    return byPolicy ? approvals.parked(about()) : requests::askParked;
  }

  /** True also when nobody has to be asked any more. */
  boolean given(ProcessPolicy policy) {
    return byPolicy ? byPolicy() : byAnyApprover(policy);
  }

  /** Only a dated termination may be held up, and never once it became immediate. */
  private boolean byAnyApprover(ProcessPolicy policy) {
    if (!policy.offboardingNeedsApproval() || lastMoment.isNow()) {
      return true;
    }
    progress.stage(Stages.AWAITING_APPROVAL);
    progress.waiting("approval", "asked of " + policy.approvers());
    while (!lastMoment.isNow() && !lastMoment.calledOff()) {
      EffectiveDate asked = lastMoment.end();
      Optional<Decision> decision =
          requests.ask(
              OpenRequest.APPROVAL,
              "May the access of " + input.employeeNumber() + " end on its last day?",
              List.of(lastMoment.words()),
              policy.approvers(),
              List.of(Decision.APPROVE, Decision.REJECT),
              Optional.empty(),
              () -> lastMoment.calledOff() || !end().equals(Optional.of(asked)));
      // What was brought forward meanwhile is another question, also to somebody who just answered.
      if (decision.isPresent() && !lastMoment.calledOff() && end().equals(Optional.of(asked))) {
        boolean given = decision.get().choice().equals(Decision.APPROVE);
        String by = decision.get().by();
        if (given) {
          progress.done("approval", "given by " + by);
        } else {
          progress.failed("approval", "rejected by " + by);
        }
        return given;
      }
    }
    progress.done("approval", "no longer needed");
    return true;
  }

  /** An immediate one is asked about only where it concerns somebody on the protected list. */
  private boolean byPolicy() {
    while (!lastMoment.calledOff()) {
      Optional<EffectiveDate> asked = end();
      ApprovalOutcome outcome =
          approvals.ask(
              about().withStartsOn(asked.map(EffectiveDate::lastDay)),
              "May the access of "
                  + input.employeeNumber()
                  + " end"
                  + asked.map(day -> " on its last day?").orElse(" now?"),
              asked.map(end -> List.of(lastMoment.words())).orElse(List.of()),
              MessageDigests.of(
                  List.of(
                      input.employeeNumber().value(),
                      asked.map(OffboardingApproval::exactly).orElse("now"))),
              () -> lastMoment.isNow() || lastMoment.calledOff() || !end().equals(asked));
      // What was brought forward meanwhile is another question, also to somebody who just answered.
      if (lastMoment.isNow() && outcome.result() != Result.REJECTED) {
        return true;
      }
      if (end().equals(asked) && !lastMoment.calledOff()) {
        return outcome.approved();
      }
    }
    return true;
  }

  private static String exactly(EffectiveDate end) {
    return end.endsAt().map(LocalDateTime::toString).orElse(end.lastDay().toString());
  }

  private Optional<EffectiveDate> end() {
    return lastMoment.isNow() ? Optional.empty() : Optional.of(lastMoment.end());
  }
}
