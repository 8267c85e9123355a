package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.SearchAttributes;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Until when the leaver keeps the access: it can be brought forward while the run waits, never put
 * off.
 */
final class LastMoment {

  private final Progress progress;
  private Optional<LocalDate> lastDay;
  private List<String> siteNames = List.of();
  private Optional<Instant> moment = Optional.empty();
  private boolean now;
  private int changes;

  LastMoment(Termination termination, Progress progress) {
    this.progress = progress;
    this.lastDay = termination == null ? Optional.empty() : termination.effectiveDate();
    this.now = termination == null || termination.immediate();
  }

  boolean isNow() {
    return now;
  }

  /** Only while it is not now. */
  LocalDate lastDay() {
    return lastDay.orElseThrow();
  }

  /** Signal handler: decides at once, and leaves the look-up of the instant to those who wait. */
  void bringForward(Termination termination) {
    if (termination.immediate()) {
      now = true;
      changes++;
    } else if (!now && termination.effectiveDate().get().isBefore(lastDay.get())) {
      lastDay = termination.effectiveDate();
      changes++;
    }
  }

  /** The same day in the zone of the leaver's sites, once they are known. */
  void sitesKnown(List<String> names) {
    if (!now && !names.isEmpty() && !names.equals(siteNames)) {
      siteNames = List.copyOf(names);
      changes++;
    }
  }

  void resolve(List<String> names) {
    if (!now) {
      moment =
          Optional.of(
              ActivityStubs.planning().resolve(new EffectiveDate(lastDay.get(), names)).at());
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.EFFECTIVE_AT.valueSet(moment.get().atOffset(ZoneOffset.UTC)));
    }
  }

  /** Returns when the access has to end; true when that had to be waited for. */
  boolean await(String step) {
    boolean waited = false;
    while (!now) {
      int seen = changes;
      resolve(siteNames);
      Duration left = Duration.between(clock(), moment.get());
      if (left.isNegative() || left.isZero()) {
        break;
      }
      waited = true;
      progress.waiting(step, "until " + moment.get());
      Workflow.await(left, () -> now || changes != seen);
    }
    if (waited) {
      progress.done(step, now ? "brought forward to now" : "reached");
    }
    return waited;
  }

  private static Instant clock() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
