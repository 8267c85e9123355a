package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.PlanOutline;
import dev.lanyard.workflows.progress.PlanText;
import dev.lanyard.workflows.progress.RunStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "plan",
    description = "The exact writes that a hire's approval stands for, in words.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  ./lanyard plan hr-10442")
final class PlanCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;
  @Mixin private OutputChoice output;

  private final Surroundings around;

  PlanCommand(Surroundings around) {
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
    String process =
        status
            .currentProcess()
            .or(status::lastProcess)
            .orElseThrow(() -> new StarterFailure("nothing ran for " + number + " yet", ""));
    RunStatus run = persons.process(process);
    if (run.outline().isPresent()) {
      tell(process, run.outline().get());
      return ExitCodes.DONE;
    }
    AccessPlan plan =
        run.plan()
            .orElseThrow(
                () ->
                    new StarterFailure(
                        process + " has no plan (" + run.stage() + ")",
                        "./lanyard status " + number + " says why"));
    if (output.json()) {
      around.terminal().line(JsonText.of(JsonText.object(plan)));
    } else {
      around.terminal().line("Plan of " + process + ", digest " + plan.digest());
      FollowView.indented(PlanText.lines(plan)).forEach(around.terminal()::line);
    }
    return ExitCodes.DONE;
  }

  private void tell(String process, PlanOutline plan) {
    if (output.json()) {
      around.terminal().line(JsonText.of(JsonText.object(plan)));
    } else {
      around
          .terminal()
          .line(
              "Plan of " + process + (plan.digest().isEmpty() ? "" : ", digest " + plan.digest()));
      FollowView.indented(plan.lines()).forEach(around.terminal()::line);
    }
  }
}
