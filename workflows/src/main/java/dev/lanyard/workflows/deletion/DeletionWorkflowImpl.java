package dev.lanyard.workflows.deletion;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.Approvals;
import dev.lanyard.workflows.attention.Alarm;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.Requests;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.PersonConsent;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffMemberDeleted;
import dev.lanyard.workflows.staffapi.StaffMemberLocated;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks first, and deletes only who has no access: whoever was given some since is kept. */
public final class DeletionWorkflowImpl implements DeletionWorkflow {

  private static final String DELETED = "deleted";
  private static final String KEPT = "kept";
  private static final String WAS_GONE = "was gone";
  private static final String LEFT_TO_A_HUMAN = "left to a human";

  private final DeletionInput input;
  private final Progress progress;
  private final Requests requests;
  private int withdrawals;

  /** Thrown between two steps; what has begun is finished. */
  private static final class Withdrawn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Withdrawn() {
      super("the deletion was withdrawn");
    }
  }

  @WorkflowInit
  public DeletionWorkflowImpl(DeletionInput input) {
    this.input = input == null ? new DeletionInput(null, 0) : input;
    this.progress = new Progress("deletion", this.input.employeeNumber());
    this.requests = new Requests(progress);
  }

  @Override
  public String delete(DeletionInput sameInput) {
    EmployeeNumber employeeNumber = input.employeeNumber();
    PersonConsent.require(employeeNumber, DeletionRules.problems(input));
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.EMPLOYEE_NUMBER.valueSet(employeeNumber.value()));
    progress.headline("Deletion of " + employeeNumber + ", staff member " + input.staffId());
    progress.stage(Stages.CHECKING);
    ProcessPolicy policy = ActivityStubs.planning().readPolicy();
    progress.notices().follow(policy);
    String outcome = policy.deleteLeavers() ? deletedUnlessWithdrawn(policy) : KEPT;
    progress.stage(Stages.DONE);
    progress.notices().settle(() -> false);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return outcome;
  }

  private String deletedUnlessWithdrawn(ProcessPolicy policy) {
    try {
      return deleted(attended(policy));
    } catch (Withdrawn otherEventComesFirst) {
      return WITHDRAWN;
    }
  }

  private AttendedSteps attended(ProcessPolicy policy) {
    Approvals approvals = new Approvals(progress, requests);
    approvals.begin();
    return new AttendedSteps(
            progress,
            approvals.parked(AccessRequest.about(AccessRequest.TERMINATE, input.employeeNumber())),
            policy.operators(),
            List.of(),
            type -> !type.equals(FailureTypes.STATE_CHANGED),
            decision -> {},
            () -> withdrawals,
            this::requireWanted)
        .alarming(Alarm.of(policy, progress));
  }

  private void requireWanted() {
    if (withdrawals > 0) {
      throw new Withdrawn();
    }
  }

  private String deleted(AttendedSteps steps) {
    Optional<StaffMemberLocated> located =
        steps.runOr(
            "locate staff member",
            () ->
                ActivityStubs.staffApi(input.employeeNumber().value())
                    .locate(
                        new LocateStaffMember(
                            input.employeeNumber(),
                            Optional.of(input.staffId()),
                            Optional.empty(),
                            Optional.empty())),
            found ->
                found.staffId().isEmpty()
                    ? "is gone"
                    : found.hasAccess() ? "has access" : "no access",
            List.of(Decision.SKIP));
    if (located.isEmpty()) {
      return LEFT_TO_A_HUMAN;
    }
    if (located.get().staffId().isEmpty()) {
      return WAS_GONE;
    }
    // Another record under the same employee number is not the one that was revoked.
    return located.get().hasAccess() || located.get().staffId().get() != input.staffId()
        ? kept()
        : deletedWithoutAccess(steps);
  }

  private String deletedWithoutAccess(AttendedSteps steps) {
    try {
      return steps
          .runOr(
              "delete staff member",
              () ->
                  ActivityStubs.staffApi(input.employeeNumber().value())
                      .deleteStaffMember(
                          new DeleteStaffMember(input.employeeNumber(), input.staffId())),
              DeletionWorkflowImpl::words,
              List.of(Decision.SKIP))
          .map(DeletionWorkflowImpl::words)
          .orElse(LEFT_TO_A_HUMAN);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof ApplicationFailure cause
          && FailureTypes.STATE_CHANGED.equals(cause.getType())) {
        return kept();
      }
      throw failure;
    }
  }

  private static String words(StaffMemberDeleted done) {
    return done.kept() ? KEPT : done.written() ? DELETED : WAS_GONE;
  }

  private String kept() {
    progress.warn(
        new Finding(
            "HAS_ACCESS_AGAIN",
            "staffId",
            "The staff member has access again and was not deleted: somebody granted it outside of"
                + " Lanyard."));
    return KEPT;
  }

  @Override
  public void decide(RawValue decision) {
    requests.decide(decision);
  }

  @Override
  public DecisionAnswer decideNow(Decision decision) {
    return requests.decide(decision);
  }

  @Override
  public void validateDecideNow(Decision decision) {
    Requests.requireWellFormed(decision);
  }

  @Override
  public void withdraw(Withdrawal asked) {
    boolean fromThePerson =
        asked != null
            && input.mandate().key().isPresent()
            && input.mandate().key().equals(asked.key());
    if (fromThePerson) {
      withdrawals++;
    } else {
      progress.decision(
          new DecisionRecord(
              "",
              Decision.WITHDRAW,
              asked == null ? "" : asked.by(),
              false,
              "only the person's run withdraws a deletion; skip it where it is parked",
              Instant.ofEpochMilli(Workflow.currentTimeMillis())));
    }
  }

  @Override
  public RunStatus status() {
    return progress.status();
  }
}
