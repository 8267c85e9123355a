package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.Updates;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "call-off",
    description = "Call off a termination or a leave that waits for its day; takes an approval.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  ./lanyard call-off hr-10442 --by maria --reason \"she stays\"")
final class CallOffCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;

  @Option(names = "--by", paramLabel = "NAME", description = "Who asks. Left out: the user.")
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
    String workflowId =
        new Persons(around.connection().client())
            .status(number)
            .currentProcess()
            .filter(id -> id.startsWith("offboarding/") || id.startsWith("leave/"))
            .orElseThrow(
                () ->
                    new StarterFailure(
                        "no termination of " + number + " waits for its day",
                        "what was carried out is undone: ./lanyard undo " + number));
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
}
