package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.intake.TerminationDraft;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.TerminationEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    typed.throwMistakes();
    TemporalConnection connection = around.connection();
    TerminationEvent event =
        draft.orElseThrow().event(id -> owner(new Persons(connection.client()), id));
    if (now && !confirmed(event)) {
      throw new StarterFailure("nothing was sent", "");
    }
    HrIntake intake =
        new HrIntake(
            connection.client(), connection.pinSealer(), connection.taskQueue(), around.clock());
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
    typed.takeFlag("revokeNow", now ? "true" : null);
    typed.takeFlag("eventId", eventId);
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

  /**
   * Somebody whom no event of ours brought in gets an owner named after the POS user ID. Of several
   * people the one who has access is meant: the others' hires came to nothing.
   */
  private static EmployeeNumber owner(Persons persons, PosUserId id) {
    List<EmployeeNumber> known = persons.withPosUserId(id);
    if (known.size() > 1) {
      List<EmployeeNumber> withAccess = known.stream().filter(persons::mayHaveAccess).toList();
      if (withAccess.size() == 1) {
        return withAccess.get(0);
      }
      throw new StarterFailure(
          "several people had POS user ID " + id,
          "say who leaves: "
              + known.stream()
                  .map(number -> "--employee-number " + number)
                  .collect(Collectors.joining(" or ")));
    }
    return known.isEmpty() ? EmployeeNumber.of("pos-" + id) : known.get(0);
  }

  private boolean confirmed(TerminationEvent event) {
    if (yes || output.json() || around.terminal().prompt().isEmpty()) {
      return true;
    }
    return around
        .terminal()
        .prompt()
        .get()
        .line("End the access of " + event.employeeNumber() + " in both systems now? [y/N] ")
        .filter(answer -> answer.strip().equalsIgnoreCase("y"))
        .isPresent();
  }
}
