package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.intake.ReadingDraft;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.reading.EmployeeWorkflow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "employee",
    description =
        "Everything that Backoffice shows of one employee, the PIN excepted: contact data, sites,"
            + " departments, permissions, wages.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard employee 12345",
      "  ./lanyard employee --employee-id 413 --json",
      "",
      "The roster does not show an employee without a site that the bot may see.",
      "Such a record is found by the number in its address in Backoffice,",
      "/employee/edit/413.",
      "",
      "Exit codes: 0 found, 1 not found or Backoffice could not be asked, 2 wrong usage."
    })
final class EmployeeCommand extends ReadingCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "<pos-user-id>",
      description = "Typed at the till: 12345.")
  private String posUserId;

  @Option(
      names = "--employee-id",
      paramLabel = "N",
      description = "Backoffice's internal number, which is not the POS user ID.")
  private String employeeId;

  EmployeeCommand(Surroundings around) {
    super(around);
  }

  @Override
  int work() {
    Typed typed = Typed.withArgument("posUserId", "<pos-user-id>");
    typed.takeFlag("posUserId", posUserId);
    typed.takeFlag("employeeId", employeeId);
    EmployeeQuestion question = question(typed, ReadingDraft::employee);
    EmployeeAnswer answer = ask(EmployeeWorkflow.class, "employee", question, EmployeeAnswer.class);
    EmployeeSnapshot employee = answer.employee().orElseThrow(() -> nobody(question, answer));
    if (json()) {
      ObjectNode told = JsonText.object().put("outcome", "found");
      told.setAll(JsonText.object(employee));
      tell(told);
    } else {
      tell(SnapshotText.lines(employee, around().clock().getZone()));
    }
    return ExitCodes.DONE;
  }

  private static StarterFailure nobody(EmployeeQuestion question, EmployeeAnswer answer) {
    return question
        .posUserId()
        .map(
            id ->
                new StarterFailure(
                    "nobody with POS user ID "
                        + id
                        + " shows in Backoffice's roster, which is no proof that it is free ("
                        + answer.caveat()
                        + ")",
                    "check the number; if you know the record's internal number, ask"
                        + " ./lanyard employee --employee-id N"))
        .orElseGet(
            () ->
                new StarterFailure(
                    "Backoffice has no employee " + question.employeeId().orElseThrow(),
                    "check the number; ./lanyard employees lists them"));
  }
}
