package dev.lanyard.workflows.person;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.calloff.CallOffInput;
import dev.lanyard.workflows.calloff.CallOffResult;
import dev.lanyard.workflows.calloff.CallOffWorkflow;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes planned events off the agenda once the policy lets it. Each is asked for in a run of its
 * own, which holds nothing up; what was planned takes place if nobody approves in time.
 */
final class PlannedCallOffs {

  /** One that is asked for, by the id of what is planned. */
  private record Asked(AgendaEntry entry, String workflowId, Promise<WorkflowExecution> start) {}

  private final EmployeeNumber employeeNumber;
  private final Agenda agenda;
  private final EventLedger ledger;
  private final PersonAccess access;
  private final Deque<HrEvent> waiting;
  private final Map<String, Asked> open = new LinkedHashMap<>();
  private int asked;

  PlannedCallOffs(
      PersonState begun,
      Agenda agenda,
      EventLedger ledger,
      PersonAccess access,
      Deque<HrEvent> waiting) {
    this.waiting = waiting;
    this.employeeNumber = begun.employeeNumber();
    this.asked = begun.callOffs();
    this.agenda = agenda;
    this.ledger = ledger;
    this.access = access;
  }

  /** Handler of the update: asks, or says why not, which is listed too. */
  DecisionAnswer ask(CallOff request) {
    Optional<AgendaEntry> planned =
        request == null || request.id() == null ? Optional.empty() : agenda.planned(request.id());
    Optional<String> objection = objection(request, planned);
    if (objection.isPresent()) {
      String id = request == null || request.id() == null ? "" : request.id();
      ledger.callOff(id, EventRecord.REFUSED, objection.get(), now());
      return new DecisionAnswer(false, objection.get());
    }
    start(planned.orElseThrow(), request);
    return new DecisionAnswer(true, "accepted; it takes effect once it is approved");
  }

  private Optional<String> objection(CallOff request, Optional<AgendaEntry> planned) {
    if (request == null || request.id() == null || blank(request.by())) {
      return Optional.of("it takes one JSON object such as {\"id\":\"…\",\"by\":\"your name\"}");
    }
    if (planned.isEmpty()) {
      return Optional.of("nothing with this id is planned; it has begun, or never was");
    }
    if (planned.get().event().isEmpty()) {
      return Optional.of(
          "the end of a loan cannot be called off; a transfer keeps the access, once approved");
    }
    return open.containsKey(request.id())
        ? Optional.of("somebody asked for it already; it waits for its approval")
        : Optional.empty();
  }

  private void start(AgendaEntry entry, CallOff request) {
    asked++;
    String workflowId = WorkflowIds.callOff(employeeNumber, asked);
    CallOffWorkflow child =
        Process.child(
            CallOffWorkflow.class,
            workflowId,
            "Call-off for " + employeeNumber + ": " + entry.what());
    Promise<CallOffResult> end =
        Async.function(
            child::ask,
            new CallOffInput(
                about(entry),
                entry.id(),
                entry.what(),
                entry.at(),
                request.by(),
                request.reason()));
    Asked now = new Asked(entry, workflowId, Workflow.getWorkflowExecution(child));
    open.put(entry.id(), now);
    Promise<Void> followed = Async.procedure(() -> follow(now, child, end));
    followed.exceptionally(
        failure -> {
          open.remove(entry.id(), now);
          return null;
        });
  }

  private void follow(Asked now, CallOffWorkflow child, Promise<CallOffResult> end) {
    Workflow.await(() -> end.isCompleted() || !agenda.contains(now.entry()));
    if (!end.isCompleted() && !Process.told(child, child::overtaken)) {
      Workflow.getLogger(PlannedCallOffs.class).debug("it ended before it could be told");
    }
    CallOffResult result =
        end.handle(
                (answer, failure) ->
                    failure == null ? answer : new CallOffResult(false, "the run was ended"))
            .get();
    open.remove(now.entry().id(), now);
    boolean still = agenda.contains(now.entry());
    if (result.approved() && still) {
      agenda.remove(now.entry());
      ledger.callOff(
          now.entry().id(), EventRecord.ACCEPTED, "called off, " + result.reason(), now());
      LaterTerminations.countAgain(now.entry().inPlaceOf(), ledger, waiting);
    } else {
      ledger.callOff(
          now.entry().id(),
          EventRecord.REFUSED,
          still ? result.reason() : "it was too late: it has begun, or was replaced",
          now());
    }
  }

  /**
   * To keep somebody's access that was to end is as much as to give it back: kind {@code undo}, as
   * when the termination runs already. All else is the withdrawal of a request.
   */
  private AccessRequest about(AgendaEntry entry) {
    return AccessRequest.about(
            entry.termination().isPresent() ? AccessRequest.UNDO : AccessRequest.WITHDRAW,
            employeeNumber)
        .withRecords(
            access
                .links()
                .posUserId()
                .or(() -> entry.termination().flatMap(event -> event.termination().posUserId())),
            access.links().staffId())
        .withStartsOn(entry.event().flatMap(HrEvent::firstDay).or(() -> lastDay(entry)));
  }

  private static Optional<LocalDate> lastDay(AgendaEntry entry) {
    return entry
        .termination()
        .flatMap(event -> event.termination().localEnd())
        .map(LocalDateTime::toLocalDate);
  }

  /** Workflow ids of those that are asked for, by the ids of what is planned. */
  Optional<String> askedFor(String id) {
    return Optional.ofNullable(open.get(id))
        .filter(one -> one.start().isCompleted())
        .map(Asked::workflowId);
  }

  /** A run that continues as new would end them. */
  boolean isIdle() {
    return open.isEmpty();
  }

  /** How many were asked for so far. */
  int asked() {
    return asked;
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
