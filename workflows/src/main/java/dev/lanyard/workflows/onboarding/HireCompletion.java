package dev.lanyard.workflows.onboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.ApplyRules;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.RuledHire;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.reservation.ProposedId;
import dev.lanyard.workflows.reservation.ReserveId;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a whole hire of one that names a role or a model, from the worker's rules and from what
 * Backoffice shows. A hire that spells everything out passes untouched, and nothing is asked.
 *
 * <p>What came of it stays until the hire is amended or a human asks for another look: what was
 * approved does not change with the model or with the configuration.
 */
final class HireCompletion {

  private final OnboardingInput input;
  private final Progress progress;
  private final Amendments amendments;
  private Optional<RuledHire> ruled = Optional.empty();
  private Optional<PosUserId> proposed = Optional.empty();
  private int seen = -1;
  private boolean reserves;

  HireCompletion(OnboardingInput input, Progress progress, Amendments amendments) {
    this.input = input;
    this.progress = progress;
    this.amendments = amendments;
  }

  /** A human asked for another look: what was found before counts no more. */
  void forget() {
    ruled = Optional.empty();
  }

  /**
   * The hire as it stands, completed; {@link Amendments#hire} answers it from now on.
   *
   * @param begun whether a record with the proposed POS user ID may exist by now: then it stays
   */
  RuledHire complete(boolean begun, AttendedSteps steps) {
    Hire stated = amendments.stated();
    if (!stated.derives()) {
      return new RuledHire(stated, List.of(), List.of(), null, null);
    }
    if (ruled.isEmpty() || seen != amendments.count()) {
      seen = amendments.count();
      RuledHire answer = applied(stated, steps);
      ruled =
          Optional.of(
              answer.range().isPresent()
                  ? withId(answer, answer.range().get(), begun, steps)
                  : answer);
      amendments.completed(ruled.get().hire());
      show(ruled.get().hire());
    }
    return ruled.get();
  }

  private RuledHire applied(Hire stated, AttendedSteps steps) {
    Optional<EmployeeAnswer> model =
        stated
            .like()
            .map(
                id ->
                    steps.run(
                        "look at the model",
                        () ->
                            ActivityStubs.backofficeReading("POS user ID " + id)
                                .readEmployee(new EmployeeQuestion(Optional.of(id), null)),
                        answer ->
                            answer
                                .employee()
                                .map(found -> "employee " + found.employeeId())
                                .orElse("nobody was found")));
    return steps.run(
        "apply access rules",
        () ->
            ActivityStubs.accessRules()
                .apply(
                    new ApplyRules(
                        input.employeeNumber(),
                        stated,
                        stated.formerEmployee().or(input::formerEmployee).isPresent(),
                        model)),
        answer -> answer.problems().isEmpty() ? "complete" : PreFlight.count(answer.problems()));
  }

  private RuledHire withId(
      RuledHire answer, PosUserIdRange range, boolean begun, AttendedSteps steps) {
    if (!begun || proposed.isEmpty()) {
      UsedPosUserIds used =
          steps.run(
              "list POS user IDs",
              () -> ActivityStubs.backofficeReading("POS user IDs " + range).usedPosUserIds(range),
              listed -> "of " + range);
      proposed = propose(new ReserveId(Workflow.getInfo().getWorkflowId(), range, used), steps);
    }
    List<Finding> problems = new ArrayList<>(answer.problems());
    List<String> notes = new ArrayList<>(answer.notes());
    if (proposed.isEmpty()) {
      problems.add(
          new Finding(
              "NO_FREE_POS_USER_ID",
              "posUserId",
              "Every POS user ID of "
                  + range
                  + " is used or reserved; name one, or widen the range."));
    } else {
      notes.add(
          "POS user ID "
              + proposed.get()
              + ": the next free one of "
              + range
              + (input.dryRun() ? " (not reserved)" : ""));
    }
    return new RuledHire(
        answer.hire().withPosUserId(proposed.orElse(null)),
        problems,
        notes,
        answer.staff(),
        Optional.of(range));
  }

  private Optional<PosUserId> propose(ReserveId request, AttendedSteps steps) {
    if (!input.dryRun()) {
      reserves = true;
    }
    ProposedId answer =
        steps.run(
            input.dryRun() ? "propose POS user ID" : "reserve POS user ID",
            () ->
                input.dryRun()
                    ? ActivityStubs.posUserIds().propose(request)
                    : ActivityStubs.posUserIds().reserve(request),
            given -> given.posUserId().map(PosUserId::toString).orElse("none is free"));
    return answer.posUserId();
  }

  private void show(Hire hire) {
    progress.headline(hire.described());
    if (hire.posUserId() != null) {
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.POS_USER_ID.valueSet((long) hire.posUserId().value()));
    }
  }

  /** However the run ends; a register that does not answer does not hold that up for ever. */
  void release() {
    if (reserves) {
      reserves = false;
      Workflow.newDetachedCancellationScope(this::giveBack).run();
    }
  }

  private void giveBack() {
    String holder = Workflow.getInfo().getWorkflowId();
    try {
      ActivityStubs.posUserIdsBriefly().release(holder);
    } catch (ActivityFailure unanswered) {
      progress.warn(
          new Finding(
              "POS_USER_ID_STILL_RESERVED",
              "posUserId",
              "The reserved POS user ID was not given back; the workflow pos-user-ids still has it"
                  + " for "
                  + holder
                  + ". It is given back once its range is used up, or by the update release."));
    }
  }
}
