package dev.lanyard.workflows.notification;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.TimedWait;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.hr.EmployeeNumber;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The one way in which a run tells people. It holds nothing up and fails nothing: what could not be
 * sent becomes a warning of the run. Where the policy sends no notices, no activity is scheduled.
 */
public final class Notices {

  /** Name of the change, for {@code Workflow.getVersion}. */
  private static final String CHANGE = "notices";

  /**
   * How long a run that is over waits for what is under way: some retries of a server that
   * stumbles, and no more, since the next event of the person waits too (guessed).
   */
  static final Duration LAST_WAIT = Duration.ofMinutes(1);

  private final String process;
  private final EmployeeNumber employeeNumber;
  private final Consumer<String> warn;
  private final List<UnderWay> underWay = new ArrayList<>();
  private boolean sends;
  private int told;
  private String who = "";

  /**
   * @param warn is told, in one line, what could not be sent and why
   */
  public Notices(String process, EmployeeNumber employeeNumber, Consumer<String> warn) {
    this.process = process;
    this.employeeNumber = employeeNumber;
    this.warn = warn;
  }

  /** Until this is called nothing is sent. A run that is replayed without it never sends. */
  public void follow(ProcessPolicy policy) {
    // The flag alone would do but for a worker of an older version that read it and ignored it.
    sends =
        policy.sendsNotices()
            && Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION;
  }

  /** The person in words, as the run's page has it. */
  public void person(String words) {
    who = words;
  }

  /** A request that was just opened: to every group that may answer it. */
  public void asked(OpenRequest request) {
    boolean approval = request.kind().equals(OpenRequest.APPROVAL);
    toAll(approval ? Notice.APPROVAL_ASKED : Notice.PARKED, request);
  }

  /** A request that is asked again, or of the deputies by now; what was answered in part is not. */
  public void changed(OpenRequest was, OpenRequest request) {
    RequestTerms before = was.terms().orElse(null);
    RequestTerms after = request.terms().orElse(null);
    if (before == null || after == null) {
      return;
    }
    if (after.escalated() && !before.escalated()) {
      about(Notice.ESCALATED, request, request.group());
    } else if (after.reminders() > before.reminders()) {
      toAll(Notice.REMINDER, request);
    }
  }

  private void toAll(String kind, OpenRequest request) {
    List<String> groups = request.terms().map(RequestTerms::groups).orElse(List.of());
    (groups.isEmpty() ? List.of(request.group()) : groups)
        .stream().distinct().forEach(group -> about(kind, request, group));
  }

  /**
   * The same request once more, as a reminder, or to another group.
   *
   * @param kind {@link Notice#REMINDER}, {@link Notice#ESCALATED}, …
   */
  public void about(String kind, OpenRequest request, String group) {
    if (!sends) {
      return;
    }
    send(
        new Notice(
            nextId(),
            kind,
            group,
            process,
            workflowId(),
            number(),
            request.id(),
            request.question(),
            request.detail(),
            who,
            request.until(),
            request.choices().stream().map(choice -> command(choice, request.id())).toList()));
  }

  /** Something happened; nothing is asked. */
  public void tell(String kind, String group, String what, List<String> detail) {
    if (!sends) {
      return;
    }
    send(
        new Notice(
            nextId(),
            kind,
            group,
            process,
            workflowId(),
            number(),
            "",
            what,
            detail,
            who,
            Optional.empty(),
            number().isEmpty() ? List.of() : List.of("./lanyard status " + number())));
  }

  /**
   * For a run that is over: waits for what is under way, at most a minute, and leaves the rest with
   * a warning. Whoever goes on afterwards must not have decided yet how the run ends.
   *
   * @param hurry ends the wait at once
   */
  public void settle(BooleanSupplier hurry) {
    if (underWay.isEmpty()) {
      return;
    }
    Workflow.newDetachedCancellationScope(
            () ->
                TimedWait.until(
                    LAST_WAIT,
                    "notices are under way",
                    () -> underWay.isEmpty() || hurry.getAsBoolean()))
        .run();
    List<UnderWay> left = List.copyOf(underWay);
    underWay.clear();
    left.forEach(
        notice -> warn.accept("it is not known whether " + notice + ": the run was over first"));
  }

  private void send(Notice notice) {
    UnderWay entry = new UnderWay(told, notice.group(), notice.kind());
    underWay.add(entry);
    NotificationActivities activities = ActivityStubs.notifications(summary(notice));
    // Detached: a run that is withdrawn still says so.
    Workflow.newDetachedCancellationScope(
            () -> {
              Promise<NoticeSent> sent = Async.function(activities::notify, notice);
              sent.handle(
                  (done, failure) -> {
                    ended(entry, failure);
                    return done;
                  });
            })
        .run();
  }

  private void ended(UnderWay entry, RuntimeException failure) {
    if (underWay.remove(entry) && failure != null) {
      warn.accept("could not notify " + entry.group + " (" + entry.kind + "): " + words(failure));
    }
  }

  /** A failed notification is a warning, whatever it failed of. */
  private static String words(RuntimeException failure) {
    Throwable cause = failure instanceof ActivityFailure ? failure.getCause() : failure;
    // After the last attempt Temporal reports the time-out, and below it what the attempts said.
    Throwable last = cause != null && cause.getCause() != null ? cause.getCause() : cause;
    if (last instanceof ApplicationFailure application) {
      return application.getType() + ": " + application.getOriginalMessage();
    }
    return last instanceof TemporalFailure known ? known.getOriginalMessage() : "unknown";
  }

  private String nextId() {
    told++;
    return Workflow.randomUUID().toString().substring(0, 8) + "-" + told;
  }

  private String command(String choice, String requestId) {
    return "./lanyard " + choice + " " + number() + " --request " + requestId;
  }

  private String number() {
    return employeeNumber == null ? "" : employeeNumber.value();
  }

  private static String workflowId() {
    return Workflow.getInfo().getWorkflowId();
  }

  private static String summary(Notice notice) {
    return "tell " + notice.group() + ": " + notice.kind();
  }

  /** One notice whose answer is not there yet. */
  private record UnderWay(int number, String group, String kind) {
    @Override
    public String toString() {
      return group + " was notified (" + kind + ")";
    }
  }
}
