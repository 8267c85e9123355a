package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.starter.person.PersonUnknown;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.progress.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "fire",
    description =
        "End somebody's access now: finds by name in both systems, asks once, and shows what was"
            + " read back in each.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard fire \"Jane Doe\"",
      "  ./lanyard fire 12345",
      "  ./lanyard fire 12345 --last-name Doe --yes",
      "",
      "What it shows is the first look; a second one follows in the run.",
      "",
      "Exit codes: 0 read back as closed, 1 nobody was found or it failed, 2 wrong usage,",
      "nothing was sent, 3 something is open and waits for a human."
    })
final class FireCommand implements Callable<Integer> {

  @Parameters(
      arity = "1",
      paramLabel = "<who>",
      description = "A name, a POS user ID, or an employee number such as hr-10442.")
  private String who;

  @Option(
      names = "--last-name",
      paramLabel = "NAME",
      description = "Guards against a mistyped POS user ID; needed with --yes.")
  private String lastName;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask; only with a POS user ID and --last-name.")
  private boolean yes;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  FireCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    boolean posUserId = who.matches("[0-9]{1,9}");
    Typed typed = new Typed();
    if (yes && !(posUserId && lastName != null && !lastName.isBlank())) {
      typed.mistake("--yes", "is taken only with a POS user ID and --last-name");
    }
    Optional<Terminal.Prompt> prompt = around.terminal().prompt();
    if (!yes && prompt.isEmpty()) {
      typed.mistake("--yes", "is missing: nobody is there to be asked");
    }
    typed.throwMistakes();
    TemporalConnection connection = around.connection();
    Leaver leaver = new LeaverSearch(around, prompt).find(who, Optional.ofNullable(lastName));
    if (!output.json()) {
      leaver.facts().forEach(around.terminal()::line);
      planned(leaver).forEach(around.terminal()::line);
    }
    if (!yes && !confirmed(prompt.orElseThrow(), leaver)) {
      throw new StarterFailure("nothing was sent", "");
    }
    Submitted submitted =
        new HrIntake(
                connection.client(), connection.pinSealer(), connection.taskQueue(), around.clock())
            .submit(event(leaver));
    FollowView view = FollowView.of(around, output.json(), false);
    FollowOutcome outcome =
        new Follower(connection.client()).follow(submitted, new FireProof(view));
    return told(leaver, outcome, view);
  }

  private TerminationEvent event(Leaver leaver) {
    return new TerminationEvent(
        around.freshId(),
        around.clock().instant(),
        leaver.owner(),
        new Termination(leaver.posUserId(), leaver.lastName(), Optional.empty(), true));
  }

  /** A termination for a later day, which this one overtakes. */
  private List<String> planned(Leaver leaver) {
    try {
      return new Persons(around.connection().client())
          .status(leaver.owner()).planned().stream()
              .filter(one -> one.what().equals("termination"))
              .map(one -> "  planned      to leave at " + one.at() + "; this comes in its place")
              .toList();
    } catch (PersonUnknown | NoWorkerAnswers nothingIsKnown) {
      return List.of();
    }
  }

  private boolean confirmed(Terminal.Prompt prompt, Leaver leaver) {
    String id = leaver.posUserId().map(Object::toString).orElse("y");
    String question =
        id.equals("y")
            ? "End all access of " + leaver.owner() + " now? [y/N] "
            : "End all access now? Type " + id + " or y: ";
    return prompt
        .line(question)
        .map(String::strip)
        .filter(answer -> answer.equalsIgnoreCase("y") || answer.equals(id))
        .isPresent();
  }

  /** A run that was over first has told its whole status too. */
  private int told(Leaver leaver, FollowOutcome outcome, FollowView view) {
    Optional<RunStatus> status =
        outcome instanceof FollowOutcome.OffboardingEnded ended
            ? Optional.of(new Persons(around.connection().client()).process(ended.workflowId()))
            : FireProof.of(outcome);
    if (status.isEmpty()) {
      return view.ending(leaver.owner(), outcome);
    }
    int code = FireProof.exitCode(status.get());
    if (output.json()) {
      ObjectNode told = JsonText.object().put("event", "result").put("outcome", outcome(code));
      told.put("employeeNumber", leaver.owner().value());
      told.set("proof", JsonText.list(FireProof.lines(status.get())));
      around.terminal().line(JsonText.of(told));
      return code;
    }
    around.terminal().line(headline(leaver, code));
    FireProof.text(status.get(), around.clock().getZone()).forEach(around.terminal()::line);
    left(leaver, code).ifPresent(around.terminal()::line);
    return code;
  }

  private static Optional<String> left(Leaver leaver, int code) {
    return switch (code) {
      case ExitCodes.DONE ->
          Optional.of("  a second look follows: ./lanyard status " + leaver.owner());
      case ExitCodes.WAITING -> Optional.of("  open: ./lanyard status " + leaver.owner());
      default -> Optional.empty();
    };
  }

  private static String outcome(int code) {
    return code == ExitCodes.DONE ? "closed" : code == ExitCodes.WAITING ? "open" : "nobody found";
  }

  private static String headline(Leaver leaver, int code) {
    return switch (code) {
      case ExitCodes.DONE -> "Done: " + leaver.owner() + " has no access any more.";
      case ExitCodes.WAITING -> "Not closed yet: something waits for a human.";
      default ->
          "Nobody was found: neither system knows "
              + leaver.owner()
              + ". Nothing was changed; check who was meant.";
    };
  }
}
