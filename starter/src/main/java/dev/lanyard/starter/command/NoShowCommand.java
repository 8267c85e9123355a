package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.connection.TemporalWords;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.person.PersonStatus;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "no-show",
    description =
        "Somebody was hired and never came: the onboarding is withdrawn while it runs, else all"
            + " access ends at once.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard no-show hr-10442",
      "",
      "It says which of both it did. A withdrawal may have to be approved, as the policy says;",
      "a termination at once is never held up.",
      "",
      "Exit codes: 0 it was asked for, or nothing was left to do; 1 failed; 2 wrong usage."
    })
final class NoShowCommand implements Callable<Integer> {

  private static final String REASON = "hired and never came";

  @Mixin private PersonArgument person;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so. Left out: the user.")
  private String by;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask again.")
  private boolean yes;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  NoShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    EmployeeNumber number = person.employeeNumber();
    Persons persons = new Persons(around.connection().client());
    PersonStatus status = persons.status(number);
    Optional<String> onboarding = running(status, "onboarding/");
    if (onboarding.isPresent()) {
      confirm("This undoes " + onboarding.get() + ". Sure? [y/N] ");
      if (withdrawn(onboarding.get())) {
        return tellWithdrawn(number, onboarding.get());
      }
      // It ended while somebody was asked.
      status = persons.status(number);
    }
    if (running(status, "offboarding/").isPresent()) {
      return tellNothing(
          number, running(status, "offboarding/").get() + " ends the access already");
    }
    if (!status.employed() && status.currentProcess().isEmpty() && status.waiting() == 0) {
      return tellNothing(
          number,
          "there is no access"
              + status.lastProcess().map(last -> "; " + last + " was the last").orElse(""));
    }
    if (onboarding.isEmpty()) {
      confirm("End the access of " + number + " in both systems now? [y/N] ");
    }
    return terminate(number);
  }

  private static Optional<String> running(PersonStatus status, String process) {
    return status.currentProcess().filter(id -> id.startsWith(process));
  }

  /** False when it has ended by itself. */
  private boolean withdrawn(String workflowId) {
    try {
      new Decisions(around.connection().client())
          .withdraw(
              workflowId,
              new Withdrawal(
                  by == null || by.isBlank() ? around.configuration().user() : by, REASON));
      return true;
    } catch (WorkflowNotFoundException ended) {
      if (TemporalWords.saysNoNamespace(ended)) {
        throw ended;
      }
      return false;
    }
  }

  private int terminate(EmployeeNumber number) {
    TemporalConnection connection = around.connection();
    Submitted submitted =
        new HrIntake(
                connection.client(), connection.pinSealer(), connection.taskQueue(), around.clock())
            .submit(
                new TerminationEvent(
                    around.freshId(),
                    around.clock().instant(),
                    number,
                    new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true)));
    if (output.json()) {
      told("terminated", number, said -> said.put("eventId", submitted.eventId()));
    } else {
      around
          .terminal()
          .line("Terminated: the onboarding was over, so all access of " + number + " ends now.");
      follow(number);
    }
    return ExitCodes.DONE;
  }

  private int tellWithdrawn(EmployeeNumber number, String workflowId) {
    if (output.json()) {
      told("withdrawn", number, said -> said.put("workflowId", workflowId));
    } else {
      around
          .terminal()
          .line("Withdrawn: " + workflowId + " is asked to undo everything; the policy may ask.");
      follow(number);
    }
    return ExitCodes.DONE;
  }

  private int tellNothing(EmployeeNumber number, String why) {
    if (output.json()) {
      told("nothing", number, said -> said.put("reason", why));
    } else {
      around.terminal().line("Nothing to do for " + number + ": " + why + ".");
    }
    return ExitCodes.DONE;
  }

  private void follow(EmployeeNumber number) {
    around.terminal().line("  follow it: ./lanyard status " + number + " --follow");
  }

  private interface Saying {
    ObjectNode in(ObjectNode told);
  }

  private void told(String did, EmployeeNumber number, Saying more) {
    ObjectNode told = JsonText.object().put("outcome", did).put("employeeNumber", number.value());
    around.terminal().line(JsonText.of(more.in(told)));
  }

  private void confirm(String question) {
    if (!yes && !output.json() && !around.terminal().sure(question)) {
      throw new StarterFailure("nothing was sent", "");
    }
  }
}
