package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.intake.TerminationDraft;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "offboard",
    description = "Hand in a termination: access ends in both systems.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard offboard 12345 --last-name Doe --now --wait",
      "  ./lanyard offboard --employee-number hr-10442 --effective-date 2026-08-31",
      "  ./lanyard offboard hr-10442 --effective-date 2026-08-31 --end-of-shift 17:00",
      "  ./lanyard offboard hr-10442 --effective-date 2026-08-31 --dry-run",
      "",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class OffboardCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "<who>",
      description = "Who leaves: a POS user ID, or an employee number such as hr-10442.")
  private String positional;

  @Option(names = "--pos-user-id", paramLabel = "ID", description = "The same as the argument.")
  private String posUserId;

  @Option(
      names = "--last-name",
      paramLabel = "NAME",
      description = "Guards against a mistyped POS user ID; needed with one.")
  private String lastName;

  @Option(names = "--employee-number", paramLabel = "N", description = "HR's id: hr-10442.")
  private String employeeNumber;

  @Option(
      names = "--effective-date",
      paramLabel = "DATE",
      description = "The last day with access, in the site's zone: 2026-08-31.")
  private String effectiveDate;

  @Option(
      names = "--end-of-shift",
      paramLabel = "TIME",
      description = "On that day, in the site's zone: 17:00. Left out: access lasts all day.")
  private String endOfShift;

  @Option(
      names = "--last-worked-at",
      paramLabel = "WHEN",
      description = "In the site's zone, also past: 2026-08-31T16:45. The earliest of all counts.")
  private String lastWorkedAt;

  @Option(names = "--now", description = "At once, without approval or date.")
  private boolean now;

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
      names = {"-y", "--yes"},
      description = "Do not ask whether --now is meant (asked on a terminal only).")
  private boolean yes;

  @Option(
      names = "--dry-run",
      description = "Show what would be closed, when, and who must approve; write nothing.")
  private boolean dryRun;

  @Mixin private WaitChoice waiting;
  @Mixin private OutputChoice output;

  private final Surroundings around;

  OffboardCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    Typed typed = typed();
    Optional<TerminationDraft> draft = draft(typed);
    waiting.check(typed);
    if (dryRun && waiting.wanted()) {
      typed.mistake("--dry-run", "does not go together with waiting");
    }
    typed.throwMistakes();
    TemporalConnection connection = around.connection();
    TerminationEvent event =
        draft.orElseThrow().event(id -> new Owners(connection.client()).of(id));
    if (now && !dryRun && !confirmed(event)) {
      throw new StarterFailure("nothing was sent", "");
    }
    HrIntake intake =
        new HrIntake(
            connection.client(), connection.pinSealer(), connection.taskQueue(), around.clock());
    if (dryRun) {
      return new DryRunReport(around, output.json())
          .run(() -> intake.submit(new DryRunEvent(event)));
    }
    return new Submission(around, output.json(), waiting).run(() -> intake.submit(event));
  }

  private Typed typed() {
    Typed typed = new Typed();
    if (positional != null && posUserId != null) {
      typed.mistake("--pos-user-id", "was given twice");
    }
    // hr-10442, not 12345 and not a mistyped word.
    boolean number = positional != null && positional.matches("[A-Za-z].*[0-9].*");
    typed.takeFlag("posUserId", posUserId == null && !number ? positional : posUserId);
    typed.takeFlag("lastName", lastName);
    typed.takeFlag(
        "employeeNumber", employeeNumber == null && number ? positional : employeeNumber);
    typed.takeFlag("effectiveDate", effectiveDate);
    typed.takeFlag("endOfShift", endOfShift);
    typed.takeFlag("lastWorkedAt", lastWorkedAt);
    typed.takeFlag("revokeNow", now ? "true" : null);
    // Never tried out under HR's own id: the event itself is still to come.
    typed.takeFlag("eventId", dryRun ? null : eventId);
    typed.takeFlag("decidedAt", decidedAt);
    return typed;
  }

  private Optional<TerminationDraft> draft(Typed typed) {
    try {
      return Optional.of(
          TerminationDraft.read(typed.fields(), around::freshId, around.clock().instant()));
    } catch (InputRefused refused) {
      typed.take(refused);
      return Optional.empty();
    }
  }

  private boolean confirmed(TerminationEvent event) {
    return yes
        || output.json()
        || around
            .terminal()
            .sure("End the access of " + event.employeeNumber() + " in both systems now? [y/N] ");
  }
}
