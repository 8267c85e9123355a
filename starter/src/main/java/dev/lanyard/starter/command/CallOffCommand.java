package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.NoWorkerAnswers;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.Updates;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.CallOff;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "call-off",
    description = "Call off what waits for its day: a termination, a transfer, a leave, a return.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard call-off hr-10442",
      "",
      "The policy says who has to approve it: kind undo for a termination, withdraw",
      "for all else. The end of a loan cannot be called off. What has begun is ended",
      "with ./lanyard withdraw, and undone with ./lanyard undo."
    })
final class CallOffCommand implements Callable<Integer> {

  /** The worker assesses and answers within some tens of milliseconds (guessed). */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static final int LOOKS = 15;

  @Mixin private PersonArgument person;

  @Option(
      names = "--event",
      paramLabel = "ID",
      description = "Which one, as ./lanyard status shows it; needed when several are planned.")
  private String eventId;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so. Left out: the user.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
  private String reason;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  CallOffCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    EmployeeNumber number = person.employeeNumber();
    PersonStatus status = new Persons(around.connection().client()).status(number);
    Optional<String> ending =
        status
            .currentProcess()
            .filter(id -> id.startsWith("offboarding/") || id.startsWith("leave/"));
    if (ending.isPresent() && eventId == null) {
      return callOff(ending.get());
    }
    PlannedEvent planned = only(status.planned());
    DecisionAnswer answer =
        new Decisions(around.connection().client())
            .callOff(
                number,
                new CallOff(planned.id(), by == null ? around.configuration().user() : by, reason));
    if (output.json()) {
      ObjectNode told = JsonText.object();
      told.put("outcome", answer.accepted() ? "accepted" : "refused");
      told.put("reason", answer.reason());
      told.put("event", planned.id());
      around.terminal().line(JsonText.of(told));
    } else if (answer.accepted()) {
      around.terminal().line("Asked: " + answer.reason() + ".");
      outcome(number, planned).forEach(around.terminal()::line);
    } else {
      around.terminal().error("Refused: " + answer.reason());
    }
    return answer.accepted() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  /** Where one word is enough it is gone in a moment; else somebody is asked. */
  private List<String> outcome(EmployeeNumber number, PlannedEvent planned) {
    Persons persons = new Persons(around.connection().client());
    for (int look = 0; look < LOOKS; look++) {
      PersonStatus person = persons.status(number);
      Optional<PlannedEvent> still =
          person.planned().stream().filter(one -> one.id().equals(planned.id())).findFirst();
      if (still.isEmpty()) {
        return List.of("Not planned any more: " + planned.what() + " of " + planned.at() + ".");
      }
      Optional<OpenRequest> request = still.get().callOff().flatMap(run -> request(persons, run));
      if (request.isPresent()) {
        return List.of(
            "  asked of  " + request.get().group(),
            "  approve   " + RequestText.command(number, request.get(), Decision.APPROVE));
      }
      pause();
    }
    return List.of("  see it    ./lanyard status " + number);
  }

  /** Empty also while nobody answers for that run: it was asked for, and will ask. */
  private static Optional<OpenRequest> request(Persons persons, String run) {
    try {
      return persons.process(run).awaiting().stream().findFirst();
    } catch (NoWorkerAnswers | WorkflowNotFoundException notYet) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StarterFailure("interrupted; what was asked for stays asked for", "");
    }
  }

  private int callOff(String workflowId) {
    DecisionAnswer answer =
        new Updates(around.connection().client(), Updates.PATIENCE)
            .ask(
                workflowId,
                "call off",
                DecisionAnswer.class,
                new Withdrawal(
                    by == null ? around.configuration().user() : by, reason == null ? "" : reason));
    if (output.json()) {
      ObjectNode told =
          JsonText.object().put("outcome", answer.accepted() ? "accepted" : "refused");
      told.put("reason", answer.reason()).put("workflowId", workflowId);
      around.terminal().line(JsonText.of(told));
    } else {
      around
          .terminal()
          .line(
              answer.accepted()
                  ? "Asked: " + answer.reason() + "."
                  : "Not called off: " + answer.reason() + ".");
    }
    return answer.accepted() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private PlannedEvent only(List<PlannedEvent> planned) {
    List<PlannedEvent> fitting =
        planned.stream().filter(one -> eventId == null || one.id().equals(eventId)).toList();
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    String known =
        planned.stream()
            .map(one -> one.id() + " (" + one.what() + ", " + one.at() + ")")
            .collect(Collectors.joining("; "));
    if (fitting.isEmpty()) {
      throw new StarterFailure(
          "nothing like that is planned for a later day",
          planned.isEmpty()
              ? "./lanyard status says what runs; what has begun is withdrawn"
              : "planned are " + known);
    }
    throw new WrongUsage("--event", "is needed, several are planned: " + known);
  }
}
