package dev.lanyard.workflows.life;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.Leave;
import dev.lanyard.workflows.hr.LeaveEvent;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.ReturnEvent;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.hr.UndoEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.person.CallOff;
import dev.lanyard.workflows.person.EventRecord;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import dev.lanyard.workflows.restoration.RestorationResult;
import dev.lanyard.workflows.transfer.TransferInput;
import dev.lanyard.workflows.transfer.TransferResult;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One person's life: events are handed in, requests answered, records changed by hand, and after
 * each of it both systems are compared with what the person has to have by then.
 */
public final class Life implements AutoCloseable {

  /** Until it counts as never coming to rest, or never coming right (guessed). */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** How often everything has to look the same until it counts as at rest (guessed). */
  private static final int SAME_LOOKS = 3;

  /** Far more than a process needs that neither fails nor waits (guessed). */
  private static final int LOOKS_BEFORE_A_JUMP = 100;

  /** More than anything here parks or waits (guessed). */
  private static final int ROUNDS = 20;

  private static final List<String> KINDS =
      List.of(
          "onboarding", "offboarding", "change", "transfer", "leave", "undo", "return", "deletion");

  private final Ground ground;
  private final PersonModel model;
  private final List<HrEvent> handed = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> processes = new LinkedHashMap<>();
  private boolean disturbed;
  private int calledOffTransfers;
  private int calledOffChanges;
  private int ended;
  private Instant latest = Instant.EPOCH;
  private final String others;

  public Life(Ground ground) {
    this.ground = ground;
    this.model = new PersonModel(ground);
    this.others = ground.others();
  }

  // What happens to the person; days count from today.

  HireEvent hire(int inDays) {
    return new HireEvent(newId(), newer(), ground.employee(), ground.hire(day(inDays)));
  }

  TerminationEvent termination(Optional<Integer> lastDay) {
    return new TerminationEvent(
        newId(),
        newer(),
        ground.employee(),
        new Termination(
            Optional.empty(), Optional.empty(), lastDay.map(this::day), lastDay.isEmpty()));
  }

  ChangeEvent change(String phone, Optional<Integer> from) {
    return new ChangeEvent(
        newId(),
        newer(),
        ground.employee(),
        new PersonChange(
            null, null, Optional.of(phone), null, null, null, null, from.map(this::day)));
  }

  /**
   * @param sites by their places in the list; none: they stay
   */
  TransferEvent transfer(
      Set<Integer> sites,
      Optional<Integer> template,
      Optional<Integer> from,
      Optional<Integer> until) {
    List<String> names = sites.stream().sorted().map(ground.sites()::get).toList();
    return new TransferEvent(
        newId(),
        newer(),
        ground.employee(),
        new Transfer(
            names.isEmpty() ? Optional.empty() : Optional.of(SiteChoice.of(names)),
            List.of(),
            template.map(ground.templates()::get),
            null,
            from.map(this::day),
            until.map(this::day)));
  }

  LeaveEvent leave(Optional<Integer> lastDay, Optional<Integer> returnOn) {
    return new LeaveEvent(
        newId(),
        newer(),
        ground.employee(),
        new Leave(lastDay.map(this::day), returnOn.map(this::day)));
  }

  ReturnEvent back(Optional<Integer> on) {
    return new ReturnEvent(newId(), newer(), ground.employee(), on.map(this::day));
  }

  UndoEvent undo() {
    return new UndoEvent(newId(), newer(), ground.employee(), "by mistake");
  }

  /** The same event once more. */
  void again(int which) {
    if (!handed.isEmpty()) {
      tell("again");
      withoutAnyWrite(
          () -> {
            ground.hand(handed.get(which % handed.size()));
            settle();
          });
    }
  }

  /** What was decided before everything else, under another id. */
  void replayOld() {
    if (handed.isEmpty()) {
      return;
    }
    List<String> newer = handed.stream().map(HrEvent::eventId).toList();
    boolean tookSome = accepted().anyMatch(event -> newer.contains(event.eventId()));
    String id = newId();
    Instant old = handed.get(0).decidedAt().minusSeconds(1);
    ground.hand(new HireEvent(id, old, ground.employee(), ground.hire(day(0))));
    tell("old hire " + id);
    settle();
    boolean refused =
        person().events().stream()
            .filter(event -> event.eventId().equals(id))
            .allMatch(event -> event.disposition().equals(EventRecord.REFUSED));
    if (!refused && tookSome) {
      throw wrong("an event older than those that were taken was taken");
    }
  }

  Life hand(HrEvent event) {
    if (wouldStopWhatHasNotBegun(event)) {
      return this;
    }
    handed.add(event);
    tell("hand " + EventRecord.typeOf(event) + " " + event.eventId());
    ground.hand(event);
    settle();
    return this;
  }

  /** A dry run writes nothing and is not remembered as taken. */
  void tryOut(HireEvent event) {
    if (known()) {
      tell("dry run of " + EventRecord.typeOf(event) + " " + event.eventId());
      withoutAnyWrite(
          () -> {
            ground.hand(new DryRunEvent(event));
            settle();
          });
    }
  }

  private void withoutAnyWrite(Runnable act) {
    List<String> before = ground.writes();
    act.run();
    if (!ground.writes().equals(before)) {
      throw wrong("it wrote: " + ground.writes().subList(before.size(), ground.writes().size()));
    }
  }

  void during(Ground.Moment moment, Supplier<HrEvent> made) {
    disturbed = true;
    ground.during(
        moment,
        () -> {
          HrEvent event = made.get();
          if (wouldStopWhatHasNotBegun(event)) {
            return Optional.empty();
          }
          handed.add(event);
          tell("during " + moment + " " + EventRecord.typeOf(event) + " " + event.eventId());
          return Optional.of(event);
        });
  }

  /**
   * The test server loses the workflow task in which a run's first activity is cancelled before it
   * began (measured): so no termination comes behind an event that waits.
   */
  private boolean wouldStopWhatHasNotBegun(HrEvent event) {
    return event instanceof TerminationEvent && known() && person().waiting() > 0;
  }

  void byHand(Ground.HandEdit edit) {
    boolean parked =
        running().stream()
            .flatMap(status -> status.awaiting().stream())
            .anyMatch(request -> request.kind().equals(OpenRequest.PARKED));
    if (ground.recordExists() && !parked) {
      disturbed = true;
      tell("by hand " + edit);
      ground.byHand(edit);
      model.byHand(ground.seen());
      settle();
    }
  }

  void fault(Ground.Fault fault) {
    disturbed = true;
    tell("fault " + fault);
    ground.fault(fault);
  }

  void skip(Duration time) {
    tell("skip " + time);
    ground.skip(time);
    settle();
  }

  /** Approves as long as approval is asked. */
  void approve() {
    for (int round = 0; round < 5; round++) {
      Optional<OpenRequest> asked = asked(OpenRequest.APPROVAL);
      if (asked.isEmpty()) {
        return;
      }
      answer(asked.get(), Decision.APPROVE);
    }
  }

  /** Answers whatever is asked, if it can be answered so. */
  void answer(String choice) {
    running().stream()
        .flatMap(status -> status.awaiting().stream())
        .filter(request -> request.choices().contains(choice))
        .findFirst()
        .ifPresent(request -> answer(request, choice));
  }

  private Optional<OpenRequest> asked(String kind) {
    return running().stream()
        .flatMap(status -> status.awaiting().stream())
        .filter(request -> request.kind().equals(kind))
        .findFirst();
  }

  private void answer(OpenRequest request, String choice) {
    tell(choice + " " + request.question() + request.detail());
    workflow(person().currentProcess().orElseThrow())
        .signal("decide", Map.of("requestId", request.id(), "choice", choice, "by", "maria"));
    settle();
  }

  void withdraw() {
    Optional<String> current = known() ? person().currentProcess() : Optional.empty();
    if (current
        .filter(id -> !id.startsWith("offboarding") && !id.startsWith("leave"))
        .isPresent()) {
      tell("withdraw");
      workflow(current.get()).signal("withdraw", new Withdrawal("maria", "not needed"));
      settle();
    }
  }

  /** As Temporal's own button does it. */
  void cancel() {
    Optional<String> current = known() ? person().currentProcess() : Optional.empty();
    if (current.filter(id -> !id.startsWith("leave")).isPresent()) {
      disturbed = true;
      tell("cancel " + current.get());
      workflow(current.get()).cancel();
      settle();
    }
  }

  void callOff() {
    if (!known()) {
      return;
    }
    Optional<PlannedEvent> first =
        person().planned().stream()
            // What takes access away for good, or ends what was lent, is not for one word.
            .filter(one -> List.of("transfer", "change", "leave", "return").contains(one.what()))
            .findFirst();
    if (first.isPresent()) {
      tell("call off " + first.get().what());
      DecisionAnswer answer =
          workflow(WorkflowIds.person(ground.employee()))
              .update(
                  "call off",
                  DecisionAnswer.class,
                  new CallOff(first.get().id(), "maria", "not needed"));
      if (!answer.accepted()) {
        throw wrong("what is planned could not be called off: " + answer.reason());
      }
      switch (first.get().what()) {
        case "transfer" -> calledOffTransfers++;
        case "change" -> calledOffChanges++;
        default -> {}
      }
      settle();
    }
  }

  /** However it went: a termination closes everything, and another one what came in between. */
  public void finish() {
    for (int round = 0; round < ROUNDS; round++) {
      if (known() && person().waiting() > 0) {
        answer(Decision.APPROVE); // An end of a loan parks again at each retry.
        answer(Decision.RETRY);
        withdraw();
        skip(Duration.ofDays(5));
        continue;
      }
      hand(termination(Optional.empty()));
      for (int parked = 0; parked < ROUNDS && person().currentProcess().isPresent(); parked++) {
        answer(Decision.RETRY);
      }
      if (person().currentProcess().isEmpty() && ground.seen().equals(Access.NONE)) {
        return;
      }
    }
    throw wrong("the last termination left access");
  }

  // What has to be so.

  private void settle() {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    int same = 0;
    int looks = 0;
    long calls = -1;
    Optional<String> last = Optional.of("nothing was looked at");
    while (System.nanoTime() < giveUp) {
      last = unrest().or(this::violation);
      same = last.isEmpty() && ground.calls() == calls ? same + 1 : 0;
      calls = ground.calls();
      if (same >= SAME_LOOKS) {
        return;
      }
      if (++looks % LOOKS_BEFORE_A_JUMP == 0) {
        ground.skip(Duration.ofSeconds(1)); // What is tried again is waited for.
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    throw wrong(last.orElse("it goes on and on"));
  }

  private AssertionError wrong(String what) {
    return new AssertionError(
        what
            + "\n  has to be: "
            + model.where()
            + " "
            + model.access()
            + "\n  is: "
            + ground.seen()
            + "\n  person: "
            + (known() ? person() : "unknown")
            + "\n  runs: "
            + running().stream().map(run -> run.stage() + run.steps() + run.awaiting()).toList()
            + "\n  "
            + String.join("\n  ", told));
  }

  /** What is still under way; empty when all wait for somebody, for a day or for an event. */
  private Optional<String> unrest() {
    if (!known()) {
      return handed.isEmpty() ? Optional.empty() : Optional.of("the person's run has not begun");
    }
    takeIn();
    PersonStatus person = person();
    if (busy(WorkflowIds.person(ground.employee()))) {
      return Optional.of("the person's run is busy");
    }
    if (person.currentProcess().isEmpty()) {
      return person.waiting() == 0
          ? Optional.empty()
          : Optional.of("an event waits though nothing runs");
    }
    String id = person.currentProcess().get();
    RunStatus run = workflow(id).query("status", RunStatus.class);
    boolean waits =
        !run.awaiting().isEmpty()
            || run.stage().equals(Stages.WAITING_FOR_DATE)
            || run.steps().stream().anyMatch(step -> step.state().equals("waiting"));
    return waits && !busy(id)
        ? Optional.empty()
        : Optional.of(id + " neither ends nor waits for anybody");
  }

  private boolean busy(String id) {
    WorkflowExecutionDescription run = workflow(id).describe();
    return run.getRawDescription().getPendingActivitiesCount() > 0
        || run.getRawDescription().hasPendingWorkflowTask();
  }

  /** Processes that ended since, in their order. */
  private void takeIn() {
    while (true) {
      Optional<String> next = KINDS.stream().map(this::nextOf).filter(this::isOver).findFirst();
      if (next.isEmpty()) {
        return;
      }
      ended++;
      String kind = next.get().substring(0, next.get().indexOf('/'));
      takeIn(kind, new Ended(ground.client(), next.get()));
    }
  }

  private String nextOf(String kind) {
    return kind + "/" + ground.employee().value() + "/" + (ended + 1);
  }

  private boolean isOver(String id) {
    try {
      return workflow(id).describe().getWorkflowExecutionInfo().hasCloseTime();
    } catch (WorkflowException notThere) {
      return false;
    }
  }

  private void takeIn(String kind, Ended run) {
    String counted = kind;
    String outcome = "";
    switch (kind) {
      case "onboarding" -> {
        outcome = run.result(OnboardingResult.class).map(OnboardingResult::outcome).orElse("");
        if (outcome.equals(OnboardingResult.DONE)) {
          model.hired();
        }
      }
      case "offboarding", "leave" -> {
        Optional<OffboardingResult> result = run.result(OffboardingResult.class);
        outcome = result.map(OffboardingResult::outcome).orElse("");
        if (result.filter(OffboardingResult::closedEverywhere).isPresent()) {
          boolean nothing = model.hasNothing() && model.where() == PersonModel.Where.EMPLOYED;
          if (!(kind.equals("leave") && nothing)) {
            model.left(kind.equals("leave"));
          }
        }
      }
      case "transfer" -> {
        TransferInput input = run.input(TransferInput.class);
        outcome = run.result(TransferResult.class).map(TransferResult::outcome).orElse("");
        boolean done = outcome.equals(TransferResult.DONE);
        if (input.backTo().isPresent()) {
          counted = "end of a loan";
          if (done) {
            model.loanEnded(input.transfer());
          } else {
            model.loanStays(input.transfer());
          }
        } else if (done) {
          model.transferred(input.transfer());
        }
      }
      case "undo", "return" -> {
        outcome = run.result(RestorationResult.class).map(RestorationResult::outcome).orElse("");
        if (outcome.equals(RestorationResult.DONE)) {
          model.restored();
        }
      }
      default -> {}
    }
    processes.merge(counted, 1, Integer::sum);
    tell(counted + "/" + ended + " ended " + outcome);
  }

  private Optional<String> violation() {
    if (!known()) {
      return Optional.empty();
    }
    PersonStatus person = person();
    Optional<RunStatus> run = running();
    String doubles = ground.doubles();
    if (!doubles.isEmpty()) {
      return Optional.of("twice: " + doubles);
    }
    if (!ground.others().equals(others)) {
      return Optional.of("somebody else's record was touched: " + ground.others());
    }
    boolean writing =
        run.stream()
            .flatMap(status -> status.awaiting().stream())
            .anyMatch(request -> request.kind().equals(OpenRequest.PARKED));
    if (writing && !disturbed && !endsALoan(person.currentProcess().orElseThrow())) {
      return Optional.of("it parks though nothing went wrong");
    }
    if (!writing && !ground.seen().equals(model.access())) {
      return Optional.of("access is not what was approved");
    }
    if (run.isPresent()) {
      return secretIn(
          run.get().steps()
              + " "
              + run.get().awaiting().stream()
                  .map(one -> one.detail().toString() + one.question())
                  .toList());
    }
    if (person.employed() != (model.where() == PersonModel.Where.EMPLOYED)
        || person.onLeave() != (model.where() == PersonModel.Where.AWAY)) {
      return Optional.of("the person's run thinks otherwise");
    }
    Optional<Transfer> overdue = model.overdue(ground.now());
    if (overdue.isPresent()) {
      return Optional.of("a loan did not end: until " + overdue.get().until());
    }
    return unaccounted(person, "transfer", calledOffTransfers)
        .or(() -> unaccounted(person, "change", calledOffChanges))
        .or(() -> unaccounted(person, "undo", 0))
        .or(() -> secretIn(person.events().toString()));
  }

  /** That parks by itself where a later transfer, or another loan, changed what was lent. */
  private boolean endsALoan(String id) {
    return id.startsWith("transfer")
        && new Ended(ground.client(), id).input(TransferInput.class).backTo().isPresent();
  }

  /** Each event that was taken has become a process, is planned, or is listed as refused. */
  private Optional<String> unaccounted(PersonStatus person, String kind, int calledOff) {
    long accepted = count(person, kind, EventRecord.ACCEPTED);
    Set<String> taken =
        Set.copyOf(
            person.events().stream()
                .filter(event -> event.disposition().equals(EventRecord.ACCEPTED))
                .map(EventRecord::eventId)
                .toList());
    List<String> before = new ArrayList<>();
    long givenBack = 0;
    for (EventRecord event : person.events()) {
      if (event.type().equals(kind) && event.disposition().equals(EventRecord.ACCEPTED)) {
        before.add(event.eventId());
      } else if (event.type().equals(kind)
          && event.disposition().equals(EventRecord.REFUSED)
          && taken.contains(event.eventId())
          && before.remove(event.eventId())) {
        givenBack++;
      }
    }
    long planned = person.planned().stream().filter(one -> one.what().equals(kind)).count();
    long ran = processes.getOrDefault(kind, 0);
    return accepted == givenBack + planned + calledOff + ran
        ? Optional.empty()
        : Optional.of(
            "of %d events '%s' %d ran, %d are planned, %d called off, %d given back"
                .formatted(accepted, kind, ran, planned, calledOff, givenBack));
  }

  private Stream<EventRecord> accepted() {
    return person().events().stream()
        .filter(event -> event.disposition().equals(EventRecord.ACCEPTED));
  }

  private static long count(PersonStatus person, String kind, String disposition) {
    return person.events().stream()
        .filter(event -> event.type().equals(kind) && event.disposition().equals(disposition))
        .count();
  }

  private Optional<String> secretIn(String words) {
    return ground.secrets().stream().anyMatch(words::contains)
        ? Optional.of("a PIN is shown in " + words)
        : Optional.empty();
  }

  private Optional<RunStatus> running() {
    try {
      return known()
          ? person().currentProcess().map(id -> workflow(id).query("status", RunStatus.class))
          : Optional.empty();
    } catch (WorkflowException notThereYet) {
      return Optional.empty();
    }
  }

  private boolean known() {
    return !handed.isEmpty();
  }

  PersonStatus person() {
    return workflow(WorkflowIds.person(ground.employee())).query("status", PersonStatus.class);
  }

  private WorkflowStub workflow(String id) {
    return ground.client().newUntypedWorkflowStub(id);
  }

  private String newId() {
    return "event-" + (handed.size() + told.size() + 1);
  }

  private synchronized Instant newer() {
    Instant now = ground.now();
    latest = now.isAfter(latest) ? now : latest.plusMillis(1);
    return latest;
  }

  private LocalDate day(int inDays) {
    return LocalDate.ofInstant(ground.now(), ZoneOffset.UTC).plusDays(inDays);
  }

  /** How many of each kind have ended, with or without success. */
  public Map<String, Integer> processes() {
    return Map.copyOf(processes);
  }

  private void tell(String what) {
    told.add(what);
  }

  @Override
  public void close() {
    ground.close();
  }
}
