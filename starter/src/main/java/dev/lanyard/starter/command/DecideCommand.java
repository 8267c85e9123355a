package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.decision.ApproverKeys;
import dev.lanyard.starter.decision.Decisions;
import dev.lanyard.starter.decision.SigningApprover;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.Withdrawal;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.RunStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers what a person's process waits for; one instance for each choice. */
@Command(sortOptions = false, mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;

  @Option(
      names = "--request",
      paramLabel = "ID",
      description = "Which request; needed when several are open.")
  private String requestId;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides. Left out: the user.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
  private String reason;

  @Option(
      names = "--sign",
      description = "Sign it with the key that --by enrolled, where the policy asks for that.")
  private boolean sign;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask again.")
  private boolean yes;

  @Mixin private OutputChoice output;

  private final Surroundings around;
  private final String choice;

  DecideCommand(Surroundings around, String choice) {
    this.around = around;
    this.choice = choice;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    EmployeeNumber number = person.employeeNumber();
    Persons persons = new Persons(around.connection().client());
    String workflowId = asking(persons, number);
    RunStatus status = persons.process(workflowId);
    List<OpenRequest> fitting = fitting(status);
    if (fitting.isEmpty()
        && requestId == null
        && choice.equals(Decision.WITHDRAW)
        && workflowId.startsWith("onboarding/")) {
      return withdraw(number, workflowId);
    }
    OpenRequest request = only(fitting, status, number);
    if (!output.json()) {
      RequestText.question(request, status).forEach(around.terminal()::line);
    }
    if (!sign && RequestText.mustBeSigned(request, choice)) {
      throw new StarterFailure(
          "request " + request.id() + " takes signed decisions only", "add --sign");
    }
    confirm(
        choice.equals(Decision.DONE)
            ? "It is done, and can be read back. Sure? [y/N] "
            : "This " + choice + "s it. Sure? [y/N] ");
    DecisionAnswer answer =
        new Decisions(around.connection().client())
            .decide(workflowId, decision(workflowId, request));
    return tell(number, workflowId, request.id(), answer);
  }

  /** The run that asks: the person's process, or one that asks whether to call something off. */
  private String asking(Persons persons, EmployeeNumber number) {
    PersonStatus person = persons.status(number);
    List<String> runs =
        Stream.concat(
                person.currentProcess().stream(),
                person.planned().stream().flatMap(planned -> planned.callOff().stream()))
            .toList();
    if (runs.isEmpty()) {
      throw new StarterFailure(
          "nothing runs for " + number + ", so there is nothing to " + choice,
          "./lanyard status " + number + " says what happened");
    }
    List<String> asking =
        runs.size() == 1
            ? runs
            : runs.stream().filter(id -> !fitting(persons.process(id)).isEmpty()).toList();
    if (asking.size() > 1) {
      throw new WrongUsage(
          "--request",
          "is needed, several are open: "
              + asking.stream()
                  .map(id -> id + ": " + described(fitting(persons.process(id))))
                  .collect(Collectors.joining("; ")));
    }
    return asking.isEmpty() ? runs.get(0) : asking.get(0);
  }

  private Decision decision(String workflowId, OpenRequest request) {
    if (!sign) {
      return new Decision(request.id(), choice, decider(), reason);
    }
    String approver = decider().strip().toLowerCase(Locale.ROOT);
    return new SigningApprover(
            around.connection().client(),
            around.clock(),
            approver,
            new ApproverKeys(around.configuration().home()).open(approver))
        .decide(workflowId, request, choice, reason);
  }

  /** A run that asks nothing just now can still be told to undo everything. */
  private int withdraw(EmployeeNumber number, String workflowId) {
    confirm("This undoes " + workflowId + ". Sure? [y/N] ");
    new Decisions(around.connection().client())
        .withdraw(workflowId, new Withdrawal(decider(), reason));
    if (output.json()) {
      around
          .terminal()
          .line(
              JsonText.of(
                  JsonText.object().put("outcome", "submitted").put("workflowId", workflowId)));
    } else {
      around.terminal().line("Asked " + workflowId + " to undo everything.");
      around.terminal().line("  follow it: ./lanyard status " + number + " --follow");
    }
    return ExitCodes.DONE;
  }

  private List<OpenRequest> fitting(RunStatus status) {
    return status.awaiting().stream()
        .filter(request -> requestId == null || request.id().equals(requestId))
        .filter(request -> request.choices().contains(choice))
        .toList();
  }

  private OpenRequest only(List<OpenRequest> fitting, RunStatus status, EmployeeNumber number) {
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    if (fitting.isEmpty()) {
      throw new StarterFailure(
          "no open request of "
              + number
              + (requestId == null ? "" : " with id " + requestId)
              + " takes "
              + choice,
          status.awaiting().isEmpty()
              ? "it waits for nobody; its stage is " + status.stage()
              : "open are " + described(status.awaiting()));
    }
    throw new WrongUsage("--request", "is needed, several are open: " + described(fitting));
  }

  private static String described(List<OpenRequest> requests) {
    return requests.stream()
        .map(request -> request.id() + " (" + String.join(", ", request.choices()) + ")")
        .collect(Collectors.joining("; "));
  }

  private void confirm(String question) {
    if (!yes && !output.json() && !around.terminal().sure(question)) {
      throw new StarterFailure("nothing was decided", "");
    }
  }

  private String decider() {
    return by == null || by.isBlank() ? around.configuration().user() : by;
  }

  /** {@code accepted, 1 of 2} says that more are needed. */
  private static String told(DecisionAnswer answer) {
    return answer.reason().startsWith("accepted, ")
        ? " (" + answer.reason().substring("accepted, ".length()) + ")."
        : ".";
  }

  private int tell(
      EmployeeNumber number, String workflowId, String decided, DecisionAnswer answer) {
    if (output.json()) {
      ObjectNode told = JsonText.object();
      told.put("outcome", answer.accepted() ? "accepted" : "refused");
      told.put("reason", answer.reason());
      told.put("workflowId", workflowId);
      told.put("requestId", decided);
      around.terminal().line(JsonText.of(told));
    } else if (answer.accepted()) {
      around.terminal().line("Accepted: " + choice + " by " + decider() + told(answer));
      around.terminal().line("  follow it: ./lanyard status " + number + " --follow");
    } else {
      around.terminal().error("Refused: " + answer.reason());
    }
    return answer.accepted() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
