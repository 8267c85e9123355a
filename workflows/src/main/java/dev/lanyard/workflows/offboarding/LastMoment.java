package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.TimedWait;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.EffectiveMoment;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.progress.Progress;
import dev.lanyard.workflows.progress.Stages;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Until when the leaver keeps the access: it can be brought forward while the run waits, never put
 * off; it can be called off until it comes.
 */
final class LastMoment {

  private final EmployeeNumber employeeNumber;
  private final Progress progress;

  /** The one that counts, of several: its end is the earliest. */
  private Optional<Termination> ruling;

  private List<String> siteNames = List.of();
  private Optional<EffectiveMoment> moment = Optional.empty();
  private boolean showsWaiting;
  private boolean now;
  private boolean reached;
  private boolean calledOff;
  private int changes;

  LastMoment(EmployeeNumber employeeNumber, Termination termination, Progress progress) {
    this.employeeNumber = employeeNumber;
    this.progress = progress;
    this.ruling = Optional.ofNullable(termination);
    this.now = termination == null || termination.immediate();
  }

  boolean isNow() {
    return now;
  }

  /** On the sites' clocks, whichever sites these are; only while it is not now. */
  EffectiveDate end() {
    return EffectiveDate.of(ruling.orElseThrow(), List.of(), employeeNumber);
  }

  /** The same for people. */
  String words() {
    EffectiveDate end = end();
    return end.endsAt()
        .map(at -> "Access ends: " + at.toString().replace('T', ' '))
        .orElse("Last day: " + end.lastDay());
  }

  /** From here on the run's stage says so while the moment is waited for. */
  void showWaiting() {
    showsWaiting = true;
  }

  /** On the sites' clocks, and as an instant; once it was resolved, and not for what is now. */
  String momentInWords() {
    EffectiveDate end = end();
    return end.endsAt()
            .map(at -> at.toString().replace('T', ' '))
            .orElse("the end of " + end.lastDay())
        + " in "
        + moment.orElseThrow().zone()
        + " ("
        + moment.get().at()
        + ")";
  }

  /**
   * Signal handler: decides at once, and leaves the look-up of the instant to those who wait. After
   * a call-off it is a termination of its own.
   */
  void bringForward(Termination termination) {
    if (termination.immediate()) {
      now = true;
      calledOff = false;
      changes++;
    } else if (!now && (calledOff || isEarlier(termination))) {
      ruling = Optional.of(termination);
      calledOff = false;
      changes++;
    }
  }

  private boolean isEarlier(Termination termination) {
    return termination.localEnd().get().isBefore(ruling.get().localEnd().get());
  }

  /** Whether nothing was taken yet, and nothing has to be now. */
  boolean canBeCalledOff() {
    return !now && !reached && !calledOff;
  }

  /** Only while it can be. */
  void callOff() {
    calledOff = true;
    changes++;
  }

  boolean calledOff() {
    return calledOff;
  }

  /** From here on something may be taken, or there is nothing to take. */
  void reach() {
    reached = true;
    changes++;
  }

  /** The same day in the zone of the leaver's sites, once they are known. */
  void sitesKnown(List<String> names) {
    if (!now && !names.isEmpty() && !names.equals(siteNames)) {
      siteNames = List.copyOf(names);
      changes++;
    }
  }

  void resolve() {
    if (!now) {
      moment =
          Optional.of(
              ActivityStubs.planning()
                  .resolve(EffectiveDate.of(ruling.orElseThrow(), siteNames, employeeNumber)));
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.EFFECTIVE_AT.valueSet(moment.get().at().atOffset(ZoneOffset.UTC)));
    }
  }

  /**
   * Returns when the access has to end, or when that was called off; true when it had to be waited
   * for.
   */
  boolean await(String step) {
    boolean waited = false;
    while (!now && !calledOff) {
      int seen = changes;
      resolve();
      Duration left = Duration.between(clock(), moment.get().at());
      if (left.isNegative() || left.isZero()) {
        break;
      }
      waited = true;
      if (showsWaiting) {
        progress.stage(Stages.WAITING_FOR_DATE);
      }
      progress.waiting(step, "until " + momentInWords());
      TimedWait.until(left, "the access ends", () -> now || changes != seen);
    }
    if (waited) {
      progress.done(step, calledOff ? "called off" : now ? "brought forward to now" : "reached");
    }
    reached = reached || !calledOff;
    return waited;
  }

  private static Instant clock() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
