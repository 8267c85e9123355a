package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.intake.PersonDraft;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands in an event of somebody who is known by employee number. */
abstract class PersonEventCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;

  @Option(
      names = "--event-id",
      paramLabel = "ID",
      description = "HR's id of this event; the same id twice is one event. Left out: random.")
  private String eventId;

  @Option(
      names = "--decided-at",
      paramLabel = "INSTANT",
      description = "When HR decided: 2026-08-01T09:00:00Z. Left out: now.")
  private String decidedAt;

  @Option(
      names = "--dry-run",
      description = "Show the plan and every problem; write nothing and ask nobody.")
  private boolean dryRun;

  @Mixin private RequesterChoice requester;
  @Mixin private WaitChoice waiting;
  @Mixin private OutputChoice output;

  private final Surroundings around;

  PersonEventCommand(Surroundings around) {
    this.around = around;
  }

  /** The flags of this command. */
  abstract void take(Typed typed);

  /** The event that they make, or {@link InputRefused}. */
  abstract HrEvent read(PersonDraft draft);

  @Override
  public final Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    EmployeeNumber number = person.employeeNumber();
    Typed typed = new Typed();
    // Never tried out under HR's own id: the event itself is still to come.
    typed.takeFlag("eventId", dryRun ? null : eventId);
    typed.takeFlag("decidedAt", decidedAt);
    requester.take(typed, around.configuration().user());
    take(typed);
    Optional<HrEvent> event = event(typed, number);
    waiting.check(typed);
    if (dryRun && waiting.wanted()) {
      typed.mistake("--dry-run", "does not go together with waiting");
    }
    typed.throwMistakes();
    TemporalConnection connection = around.connection();
    HrIntake intake =
        new HrIntake(
            connection.client(), connection.pinSealer(), connection.taskQueue(), around.clock());
    if (dryRun) {
      return new DryRunReport(around, output.json())
          .run(() -> intake.submit(new DryRunEvent(event.orElseThrow())));
    }
    return new Submission(around, output.json(), waiting)
        .run(() -> intake.submit(event.orElseThrow()));
  }

  private Optional<HrEvent> event(Typed typed, EmployeeNumber number) {
    try {
      return Optional.of(
          read(new PersonDraft(typed.fields(), number, around::freshId, around.clock().instant())));
    } catch (InputRefused refused) {
      typed.take(refused);
      return Optional.empty();
    }
  }
}
