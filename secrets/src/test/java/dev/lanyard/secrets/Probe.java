package dev.lanyard.secrets;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workflow that sends one text along every path that a payload can take. */
public final class Probe {
  private Probe() {}

  /** What a path carries. */
  public record Note(String text, int round) {}

  @WorkflowInterface
  public interface Walk {
    @WorkflowMethod
    Note walk(Note note);

    @SignalMethod
    void tell(Note note);

    @UpdateMethod
    Note change(Note note);

    @UpdateValidatorMethod(updateName = "change")
    void check(Note note);

    @QueryMethod
    Note ask(Note note);
  }

  @WorkflowInterface
  public interface Companion {
    @WorkflowMethod
    Note accompany(Note note);
  }

  @WorkflowInterface
  public interface Stray {
    @WorkflowMethod
    String stray(Note note);
  }

  @WorkflowInterface
  public interface Listen {
    @WorkflowMethod
    List<String> listen();

    @SignalMethod
    void hear(Note note);
  }

  @ActivityInterface
  public interface Errands {
    Note run(Note note);

    Note failTwice(Note note);

    Note failForGood(Note note);
  }

  @ActivityInterface
  public interface Absent {
    Note absent(Note note);
  }

  /** Asks for an activity that no worker has and returns how that failed. */
  public static final class StrayWorkflow implements Stray {
    @Override
    public String stray(Note note) {
      try {
        Workflow.newActivityStub(
                Absent.class,
                ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(20))
                    .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                    .build())
            .absent(note);
        return "none";
      } catch (ActivityFailure e) {
        return ((ApplicationFailure) e.getCause()).getOriginalMessage();
      }
    }
  }

  /** Collects what it is told until it is told round 0. */
  public static final class ListenWorkflow implements Listen {
    private final List<String> told = new ArrayList<>();
    private boolean last;

    @Override
    public List<String> listen() {
      Workflow.await(() -> last);
      return told;
    }

    @Override
    public void hear(Note note) {
      told.add(note.text());
      last = note.round() == 0;
    }
  }

  /** First round: waits for a signal and an update, then continues as new; second: the rest. */
  public static final class WalkWorkflow implements Walk {
    private final Errands errands =
        Workflow.newActivityStub(
            Errands.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(20))
                .setHeartbeatTimeout(Duration.ofSeconds(10))
                .setSummary("activity for Jane-Doe-marker")
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(3).build())
                .build());
    private final Errands local =
        Workflow.newLocalActivityStub(
            Errands.class,
            LocalActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(20))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build());
    private Note told;
    private Note changed;

    @Override
    public Note walk(Note note) {
      Workflow.setCurrentDetails("details of " + note.text());
      if (note.round() == 1) {
        Workflow.upsertMemo(Map.of("later", note.text()));
        Workflow.await(() -> told != null && changed != null);
        Workflow.newContinueAsNewStub(Walk.class).walk(new Note(note.text(), 2));
      }
      Workflow.newTimer(
              Duration.ofSeconds(1),
              TimerOptions.newBuilder().setSummary("timer for " + note.text()).build())
          .get();
      Note drawn = Workflow.sideEffect(Note.class, () -> new Note("side effect " + note.text(), 2));
      Note ran = errands.run(errands.failTwice(drawn));
      String failures = failureOf(() -> errands.failForGood(ran));
      local.run(ran);
      failures += failureOf(() -> local.failForGood(ran));
      failures += failureOf(() -> child(note).accompany(new Note(note.text(), 99)));
      child(note).accompany(ran);
      return new Note(failures, 2);
    }

    private static Companion child(Note note) {
      return Workflow.newChildWorkflowStub(
          Companion.class,
          ChildWorkflowOptions.newBuilder()
              .setWorkflowId("companion/1")
              .setMemo(Map.of("child", note.text()))
              .setStaticSummary("child summary of " + note.text())
              .setStaticDetails("child details of " + note.text())
              .build());
    }

    private static String failureOf(Runnable act) {
      try {
        act.run();
        return "none;";
      } catch (ActivityFailure | ChildWorkflowFailure e) {
        ApplicationFailure cause = (ApplicationFailure) e.getCause();
        return cause.getOriginalMessage() + cause.getDetails().get(Note.class).text() + ";";
      }
    }

    @Override
    public void tell(Note note) {
      told = note;
    }

    @Override
    public Note change(Note note) {
      changed = note;
      return note;
    }

    @Override
    public void check(Note note) {
      if (note.round() == 0) {
        throw new IllegalArgumentException("refused " + note.text());
      }
    }

    @Override
    public Note ask(Note note) {
      return note;
    }
  }

  /** Tells its parent by an external signal, or fails in round 99. */
  public static final class CompanionWorkflow implements Companion {
    @Override
    public Note accompany(Note note) {
      if (note.round() == 99) {
        throw ApplicationFailure.newNonRetryableFailure("child failed ", "Child", note);
      }
      String parent = Workflow.getInfo().getParentWorkflowId().orElseThrow();
      Workflow.newExternalWorkflowStub(Walk.class, parent).tell(note);
      return note;
    }
  }

  public static final class ErrandsActivities implements Errands {
    @Override
    public Note run(Note note) {
      return note;
    }

    @Override
    public Note failTwice(Note note) {
      int attempt = Activity.getExecutionContext().getInfo().getAttempt();
      if (attempt > 1) {
        Note last = Activity.getExecutionContext().getHeartbeatDetails(Note.class).orElseThrow();
        if (!last.equals(note)) {
          throw ApplicationFailure.newNonRetryableFailure("heartbeat lost", "Heartbeat", note);
        }
      }
      Activity.getExecutionContext().heartbeat(note);
      if (attempt < 3) {
        throw new IllegalStateException("not yet for " + note.text());
      }
      return note;
    }

    @Override
    public Note failForGood(Note note) {
      throw ApplicationFailure.newNonRetryableFailure("failed for good ", "Errand", note);
    }
  }
}
