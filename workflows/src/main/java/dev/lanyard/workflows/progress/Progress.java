package dev.lanyard.workflows.progress;

import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.notification.Notices;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The story of one run as it is told in three places: the query {@code status}, the run's current
 * details in Temporal UI, and the search attributes {@code Stage} and {@code AwaitingGroup}.
 */
public final class Progress {

  private final String process;
  private final EmployeeNumber employeeNumber;
  private final List<StepStatus> steps = new ArrayList<>();
  private final List<OpenRequest> awaiting = new ArrayList<>();
  private final Map<String, String> alarms = new LinkedHashMap<>();
  private final List<DecisionRecord> decisions = new ArrayList<>();
  private final List<Finding> unsent = new ArrayList<>();
  private final Notices notices;
  private List<Finding> problems = List.of();
  private List<Finding> warnings = List.of();
  private Optional<AccessPlan> plan = Optional.empty();
  private Optional<PlanOutline> outline = Optional.empty();
  private String headline = "";
  private String stage = "";
  private String shownStage = "";

  /** Decisions that are kept for the record: more than any honest run sees (guessed). */
  private static final int DECISIONS_KEPT = 50;

  /** Notices that failed and are kept as warnings; a dead mail server is said often enough. */
  private static final int UNSENT_KEPT = 10;

  public Progress(String process, EmployeeNumber employeeNumber) {
    this.process = process;
    this.employeeNumber = employeeNumber;
    this.notices = new Notices(process, employeeNumber, this::unsent);
  }

  /** Who is told of this run; every request that opens goes to its group. */
  public Notices notices() {
    return notices;
  }

  /** Who and what this is, for the first line of the run's page. */
  public void headline(String text) {
    headline = text;
    notices.person(text);
    show();
  }

  /** Where the run is; while any step is parked, {@code parked} is shown instead. */
  public void stage(String next) {
    stage = next;
    showStage();
    show();
  }

  /** A step begins, or begins again after it was parked: then its line goes on. */
  public void begin(String step) {
    if (indexOfOpen(step) < 0) {
      steps.add(new StepStatus(step, StepStatus.RUNNING, now(), Optional.empty(), ""));
    } else {
      move(step, StepStatus.RUNNING, false, "");
    }
    show();
  }

  /** A step waits for a moment or for a person. */
  public void waiting(String step, String note) {
    begin(step);
    move(step, StepStatus.WAITING, false, note);
    show();
  }

  public void done(String step, String note) {
    move(step, StepStatus.DONE, true, note);
    show();
  }

  public void parked(String step, String note) {
    move(step, StepStatus.PARKED, false, note);
    show();
  }

  public void failed(String step, String note) {
    move(step, StepStatus.FAILED, true, note);
    show();
  }

  public void findings(List<Finding> problems, List<Finding> warnings) {
    this.problems = List.copyOf(problems);
    this.warnings = List.copyOf(warnings);
    show();
  }

  public void warn(Finding warning) {
    List<Finding> more = new ArrayList<>(warnings);
    more.add(warning);
    warnings = List.copyOf(more);
    show();
  }

  public void plan(AccessPlan plan) {
    this.plan = Optional.of(plan);
    show();
  }

  public void outline(PlanOutline outline) {
    this.outline = Optional.of(outline);
    show();
  }

  public void opened(OpenRequest request) {
    awaiting.add(request);
    showAwaiting();
    notices.asked(request);
  }

  public void closed(OpenRequest request) {
    awaiting.removeIf(open -> open.id().equals(request.id()));
    showAwaiting();
  }

  /** Asked of others by now, or answered in part. */
  public void changed(OpenRequest request) {
    Optional<OpenRequest> before =
        awaiting.stream().filter(open -> open.id().equals(request.id())).findFirst();
    awaiting.replaceAll(open -> open.id().equals(request.id()) ? request : open);
    showAwaiting();
    before.ifPresent(was -> notices.changed(was, request));
  }

  public void decision(DecisionRecord decision) {
    decisions.add(decision);
    if (decisions.size() > DECISIONS_KEPT) {
      decisions.remove(0);
    }
    show();
  }

  /** What was warned of does not hold any more. */
  public void unwarn(Finding warning) {
    warnings = warnings.stream().filter(known -> !known.equals(warning)).toList();
    show();
  }

  /** Somebody is needed although nothing is asked: a step goes on failing. */
  public void alarmed(String step, String group, String note) {
    alarms.put(step, group);
    move(step, StepStatus.RUNNING, false, note);
    showAwaiting();
  }

  /** It passed, or ended otherwise. */
  public void calmed(String step) {
    alarms.remove(step);
    showAwaiting();
  }

  /** Texts of the warnings, for the result. */
  public List<String> warningTexts() {
    return allWarnings().stream().map(Finding::text).toList();
  }

  public RunStatus status() {
    return new RunStatus(
        process,
        employeeNumber,
        shownStage,
        List.copyOf(steps),
        List.copyOf(awaiting),
        problems,
        allWarnings(),
        List.copyOf(decisions),
        plan,
        outline);
  }

  /** A check that is repeated replaces what the one before it found, and not what was not sent. */
  private List<Finding> allWarnings() {
    List<Finding> all = new ArrayList<>(warnings);
    all.addAll(unsent);
    return List.copyOf(all);
  }

  private void unsent(String words) {
    unsent.add(new Finding("NOT_NOTIFIED", "notification", words));
    if (unsent.size() > UNSENT_KEPT) {
      unsent.remove(0);
    }
    show();
  }

  private int indexOfOpen(String step) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).name().equals(step) && steps.get(i).endedAt().isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private void move(String step, String state, boolean ended, String note) {
    int index = indexOfOpen(step);
    if (index >= 0) {
      StepStatus was = steps.get(index);
      steps.set(
          index,
          new StepStatus(
              step, state, was.startedAt(), ended ? Optional.of(now()) : Optional.empty(), note));
    }
  }

  private void showAwaiting() {
    if (awaiting.isEmpty() && !alarms.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.AWAITING_GROUP.valueSet(alarms.values().iterator().next()));
    } else if (awaiting.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(SearchAttributes.AWAITING_GROUP.valueUnset());
    } else {
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.AWAITING_GROUP.valueSet(awaiting.get(0).group()));
    }
    showStage();
    show();
  }

  private void showStage() {
    boolean parked = awaiting.stream().anyMatch(open -> open.kind().equals(OpenRequest.PARKED));
    String next = parked ? Stages.PARKED : stage;
    if (!next.equals(shownStage)) {
      shownStage = next;
      Workflow.upsertTypedSearchAttributes(SearchAttributes.STAGE.valueSet(next));
    }
  }

  private void show() {
    Workflow.setCurrentDetails(RunPage.render(headline, status()));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
