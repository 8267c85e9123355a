package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.person.PersonStatus;
import dev.lanyard.workflows.progress.RunStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = "Where a person stands, what runs, who is awaited.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  ./lanyard status hr-10442 --follow")
final class StatusCommand implements Callable<Integer> {

  @Mixin private PersonArgument person;

  @Option(names = "--follow", description = "Then follow the run to its end, one line a step.")
  private boolean follow;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  StatusCommand(Surroundings around) {
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
    Optional<String> process = status.currentProcess().or(status::lastProcess);
    if (follow && status.currentProcess().isPresent()) {
      Follower follower = new Follower(around.connection().client());
      FollowView view = FollowView.of(around, output.json(), true);
      view.process(process.get());
      FollowOutcome outcome = follower.follow(process.get(), view);
      follower.settle(number, process.get());
      return view.ending(number, outcome);
    }
    Optional<RunStatus> run = process.map(persons::process);
    if (output.json()) {
      around.terminal().line(JsonText.of(json(status, process, run)));
    } else {
      StatusText.lines(status, process, run, around.clock().getZone())
          .forEach(around.terminal()::line);
    }
    return ExitCodes.DONE;
  }

  private static ObjectNode json(
      PersonStatus status, Optional<String> process, Optional<RunStatus> run) {
    ObjectNode told = JsonText.object();
    told.set("person", JsonText.object(status));
    process.ifPresent(id -> told.put("workflowId", id));
    run.ifPresent(known -> told.set("process", JsonText.object(known)));
    return told;
  }
}
