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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A termination that waits behind a process, or was planned before it, and whose moment comes
 * before that has ended.
 */
final class DueTermination {

  private final Deque<HrEvent> waiting;
  private final Agenda agenda;
  private boolean anyEvent;
  private final Map<String, Instant> moments = new HashMap<>();

  DueTermination(Deque<HrEvent> waiting, Agenda agenda) {
    this.waiting = waiting;
    this.agenda = agenda;
  }

  /** Every other event that waits comes before the end too. */
  DueTermination orAnyEvent() {
    anyEvent = true;
    return this;
  }

  private boolean isOvertaken() {
    return anyEvent && !waiting.isEmpty();
  }

  /** True when one became due before the process ended. */
  boolean comesBefore(Promise<?> end) {
    while (!end.isCompleted()) {
      Workflow.await(
          () ->
              end.isCompleted()
                  || terminations().findAny().isPresent()
                  || !agenda.terminations().isEmpty()
                  || isOvertaken());
      if (end.isCompleted()) {
        return false;
      }
      if (isOvertaken()) {
        return true;
      }
      int seen = waiting.size();
      Optional<Instant> first = firstMoment();
      if (first.isEmpty()) {
        continue; // It was called off meanwhile.
      }
      Duration left = Duration.between(now(), first.get());
      if (left.isNegative() || left.isZero()) {
        return true;
      }
      Workflow.await(left, () -> end.isCompleted() || waiting.size() != seen);
    }
    return false;
  }

  /** When the earliest of the waiting and the planned terminations takes effect. */
  private Optional<Instant> firstMoment() {
    for (TerminationEvent termination : terminations().toList()) {
      if (!moments.containsKey(termination.eventId())) {
        moments.put(termination.eventId(), moment(termination));
      }
    }
    return Stream.concat(
            terminations()
                .map(TerminationEvent::eventId)
                .filter(moments::containsKey)
                .map(moments::get),
            agenda.terminations().stream().map(AgendaEntry::at))
        .min(Comparator.naturalOrder());
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
