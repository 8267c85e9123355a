package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.Updates;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.CallOff;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.person.PlannedEvent;
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
      "A termination that is called off takes an approval. What has begun is",
      "ended with ./lanyard withdraw, and undone with ./lanyard undo."
    })
final class CallOffCommand implements Callable<Integer> {

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
      around.terminal().line("Called off: " + planned.what() + " of " + planned.at() + ".");
    } else {
      around.terminal().error("Refused: " + answer.reason());
    }
    return answer.accepted() ? ExitCodes.DONE : ExitCodes.FAILED;
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
