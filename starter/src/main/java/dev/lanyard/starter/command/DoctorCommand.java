package dev.lanyard.starter.command;

import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorReport;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.DoctorWorkflow;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = {
      "Look at Backoffice and the staff API as a whole: login, rights, every page, sites, clock.",
      "It reads some two dozen pages, writes nothing, and names nobody."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard doctor",
      "  ./lanyard doctor --json",
      "",
      "Exit codes: 0 all fine, or warnings only; 1 a check failed or nobody could be asked;",
      "2 wrong usage."
    })
final class DoctorCommand implements Callable<Integer> {

  /** The run itself gives each system five minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  @Option(
      names = "--compare",
      paramLabel = "N",
      defaultValue = "" + DoctorRequest.USUALLY_COMPARED,
      description = {
        "Of how many employees with some, not all, sites",
        "the edit page is compared with the roster: 0 to 20,",
        "unless given ${DEFAULT-VALUE}."
      })
  private String compare;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    DoctorRequest request = request();
    DoctorReport report =
        new Look(around.connection().client(), around.connection().taskQueue())
            .waiting(PATIENCE)
            .ask(DoctorWorkflow.class, "doctor/" + around.freshId(), request, DoctorReport.class);
    boolean failed = report.count(CheckResult.FAILED) > 0;
    if (output.json()) {
      var told = JsonText.object().put("outcome", failed ? "failed" : "fine");
      told.setAll(JsonText.object(report));
      around.terminal().line(JsonText.of(told));
    } else {
      new DoctorText(report).lines().forEach(around.terminal()::line);
    }
    return failed ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private DoctorRequest request() {
    Typed typed = new Typed();
    int employees = compare.matches("\\d{1,2}") ? Integer.parseInt(compare) : -1;
    if (employees < 0 || employees > DoctorRequest.MOST_COMPARED) {
      typed.mistake("--compare", "must be 0 to " + DoctorRequest.MOST_COMPARED + ", such as 3");
    }
    typed.throwMistakes();
    return new DoctorRequest(employees);
  }
}
