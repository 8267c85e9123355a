package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.secrets.Pin;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.intake.HireDraft;
import dev.lanyard.starter.intake.HrIntake;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.starter.person.PersonUnknown;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.DryRunEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireEvent;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "onboard",
    description = "Hand in a hire: access in both systems, after an approval.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard onboard --employee-number hr-10442 --first-name Jane \\",
      "    --last-name Doe --phone 6155551234 --email jane.doe@example.com \\",
      "    --pos-user-id 12345 --wage-rate 15.50 --start-date 2026-05-01 \\",
      "    --site \"Wash 37135\" --permission \"General User\" --wait",
      "  ./lanyard onboard --file jane.json",
      "  ./lanyard onboard --file jane.json --role \"Greeter at Harbor\" --dry-run",
      "",
      "The file is one JSON object with the fields employeeNumber, firstName,",
      "lastName, phone, email, posUserId, wageRate, startDate, sites (a list of",
      "names, or \"all\"), permissionTemplate, departments, emergencyName,",
      "emergencyPhone, overtimeRate, noOvertime, formerEmployee, role, like,",
      "eventId, decidedAt. Flags win over the file.",
      "",
      "Exit codes: 0 done (without --wait: accepted), 1 failed, 2 wrong usage,",
      "nothing was sent, 3 waiting for a decision."
    })
final class OnboardCommand implements Callable<Integer> {

  @Option(names = "--employee-number", paramLabel = "N", description = "HR's id: hr-10442.")
  private String employeeNumber;

  @Mixin private HireOptions fields;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = "Holds the PIN, five digits. Left out: one is drawn.")
  private String pinFile;

  @Option(names = "--ask-pin", description = "Ask for the PIN; it is not shown while typed.")
  private boolean askPin;

  @Option(names = "--file", paramLabel = "FILE", description = "The fields as JSON; - is stdin.")
  private String file;

  @Parameters(arity = "0..1", paramLabel = "-", description = "The same as --file -.")
  private String standardInput;

  @Option(
      names = "--event-id",
      paramLabel = "ID",
      description = "HR's id of this event; the same id twice is one event. Left out: random.")
  private String eventId;

  @Option(
      names = "--decided-at",
      paramLabel = "INSTANT",
      description = "When HR decided: 2026-05-01T09:00:00Z. Left out: now.")
  private String decidedAt;

  @Option(
      names = "--dry-run",
      description = "Show the plan and every problem; write nothing, reserve nothing, ask nobody.")
  private boolean dryRun;

  @Mixin private RequesterChoice requester;
  @Mixin private WaitChoice waiting;
  @Mixin private OutputChoice output;

  private final Surroundings around;
  private final boolean again;

  OnboardCommand(Surroundings around) {
    this(around, false);
  }

  /**
   * @param again of somebody who was here before
   */
  OnboardCommand(Surroundings around, boolean again) {
    this.around = around;
    this.again = again;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    Typed typed = typed();
    Optional<HireEvent> event = event(typed);
    Optional<Pin> pin = pinFile == null ? Optional.empty() : pin(pinFile, typed);
    if (askPin && pinFile != null) {
      typed.mistake("--ask-pin", "does not go together with --pin-file");
    }
    if (askPin && around.terminal().prompt().isEmpty()) {
      typed.mistake("--ask-pin", "needs a terminal; elsewhere use --pin-file");
    }
    if (dryRun && (askPin || pinFile != null || waiting.wanted())) {
      typed.mistake("--dry-run", "does not go together with a PIN or with waiting");
    }
    waiting.check(typed);
    typed.throwMistakes();
    if (askPin) {
      pin = Optional.of(askedPin());
    }
    TemporalConnection connection = around.connection();
    HrIntake intake =
        new HrIntake(
            connection.client(), connection.pinSealer(), connection.taskQueue(), around.clock());
    HireEvent hire = event.orElseThrow();
    if (dryRun) {
      // Never under HR's own id: the event itself is still to come.
      HireEvent trial =
          new HireEvent(
              around.freshId(),
              hire.decidedAt(),
              hire.employeeNumber(),
              hire.hire(),
              hire.requester());
      return new DryRunReport(around, output.json())
          .run(() -> intake.submit(new DryRunEvent(trial)));
    }
    Optional<Pin> chosen = pin;
    return new Submission(around, output.json(), waiting)
        .run(() -> chosen.isPresent() ? intake.submit(hire, chosen.get()) : intake.submit(hire));
  }

  private Typed typed() {
    Typed typed = new Typed();
    if (standardInput != null || file != null) {
      file(typed)
          .ifPresentOrElse(
              read ->
                  typed.takeFile(
                      file == null || file.equals(HireFile.STANDARD_INPUT)
                          ? "standard input"
                          : file,
                      read),
              typed::fileStaysUnread);
    }
    typed.takeFlag("employeeNumber", employeeNumber);
    fields.take(typed);
    typed.takeFlag("eventId", eventId);
    typed.takeFlag("decidedAt", decidedAt);
    requester.take(typed, around.configuration().user());
    if (again) {
      takeKnownPosUserId(typed);
    }
    return typed;
  }

  /** Under their old POS user ID the same record is made active again; another ID is a new one. */
  private void takeKnownPosUserId(Typed typed) {
    String number = typed.fields().path("employeeNumber").asText();
    if (typed.fields().has("posUserId") || !EmployeeNumber.of(number).wellFormed()) {
      return;
    }
    try {
      new Persons(around.connection().client())
          .status(EmployeeNumber.of(number))
          .links()
          .posUserId()
          .ifPresent(id -> typed.takeFlag("posUserId", id.toString()));
    } catch (PersonUnknown nobodyRemembersThem) {
      typed.mistake("--pos-user-id", "is needed: Lanyard does not remember " + number);
    }
  }

  private Optional<ObjectNode> file(Typed typed) {
    if (standardInput != null && !standardInput.equals(HireFile.STANDARD_INPUT)) {
      typed.mistake("--file", "names a file; the only argument without a flag is -");
    } else if (standardInput != null && file != null) {
      typed.mistake("--file", "does not go together with -");
    } else {
      String name = file == null ? HireFile.STANDARD_INPUT : file;
      return HireFile.json(name, around.terminal().in(), typed);
    }
    return Optional.empty();
  }

  private Optional<HireEvent> event(Typed typed) {
    try {
      return Optional.of(HireDraft.read(typed.fields(), around::freshId, around.clock().instant()));
    } catch (InputRefused refused) {
      typed.take(refused);
      return Optional.empty();
    }
  }

  private static Optional<Pin> pin(String file, Typed typed) {
    Optional<String> read = HireFile.pin(file, typed);
    try {
      return read.map(Pin::of);
    } catch (IllegalArgumentException e) {
      typed.mistake("--pin-file", "must hold five digits, 10000 to 99999, and nothing else");
      return Optional.empty();
    }
  }

  private Pin askedPin() {
    Terminal.Prompt prompt = around.terminal().prompt().orElseThrow();
    Optional<String> first = prompt.secret("PIN, five digits, not shown: ");
    Optional<String> again = prompt.secret("The same again: ");
    if (!first.equals(again)) {
      throw new WrongUsage("--ask-pin", "was given two different answers");
    }
    try {
      return Pin.of(first.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new WrongUsage("--ask-pin", "must be answered with five digits, 10000 to 99999");
    }
  }
}
