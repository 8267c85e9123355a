package dev.lanyard.workflows.person;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A termination that waits behind a process and whose moment comes before that has ended. */
final class DueTermination {

  private final Deque<HrEvent> waiting;
  private final Map<String, Instant> moments = new HashMap<>();

  DueTermination(Deque<HrEvent> waiting) {
    this.waiting = waiting;
  }

  /** True when one became due before the process ended. */
  boolean comesBefore(Promise<?> end) {
    while (!end.isCompleted()) {
      Workflow.await(() -> end.isCompleted() || terminations().findAny().isPresent());
      if (end.isCompleted()) {
        return false;
      }
      int seen = waiting.size();
      Duration left = Duration.between(now(), firstMoment());
      if (left.isNegative() || left.isZero()) {
        return true;
      }
      Workflow.await(left, () -> end.isCompleted() || waiting.size() != seen);
    }
    return false;
  }

  /** When the earliest of the waiting terminations takes effect. */
  private Instant firstMoment() {
    for (TerminationEvent termination : terminations().toList()) {
      if (!moments.containsKey(termination.eventId())) {
        moments.put(termination.eventId(), moment(termination));
      }
    }
    return terminations()
        .map(TerminationEvent::eventId)
        .filter(moments::containsKey)
        .map(moments::get)
        .min(Comparator.naturalOrder())
        .orElseGet(DueTermination::now);
  }

  private static Instant moment(TerminationEvent event) {
    return event.termination().immediate()
        ? now()
        : ActivityStubs.planning()
            .resolve(EffectiveDate.of(event.termination(), List.of(), event.employeeNumber()))
            .at();
  }

  private Stream<TerminationEvent> terminations() {
    return waiting.stream()
        .filter(TerminationEvent.class::isInstance)
        .map(TerminationEvent.class::cast);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
