package dev.lanyard.worker;

import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.worker.configuration.ApprovalPolicies;
import dev.lanyard.worker.configuration.ConfigurationRefused;
import dev.lanyard.worker.configuration.PolicyRead;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Looks at an approval policy without starting anything. Exit codes: 0 it can be used; 1 it cannot;
 * 2 wrong usage.
 */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "The approval policy: is it right, and which rule would a request meet?",
    subcommands = {PolicyCommand.Check.class, PolicyCommand.Explain.class})
public final class PolicyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  public PolicyCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** The policy, or empty once its mistakes are printed. */
  private Optional<ApprovalPolicy> read(Path file, PrintWriter err) {
    try {
      PolicyRead read = ApprovalPolicies.read(environment, Optional.ofNullable(file));
      if (read.mistakes().isEmpty()) {
        return Optional.of(read.policy());
      }
      err.println("The policy cannot be used:");
      read.mistakes().forEach(mistake -> err.println("  " + mistake));
      if (file == null) {
        err.println("A worker that runs goes on by what it read before.");
      }
    } catch (ConfigurationRefused e) {
      err.println(e.getMessage());
    }
    return Optional.empty();
  }

  /** {@code policy check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Say every mistake of a policy with its line.",
      footer = {"", "Example: ./lanyard policy check --file approvals.conf"})
  static final class Check implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @CommandLine.ParentCommand private PolicyCommand policy;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "Left out: the policy of the worker's configuration.")
    private Path file;

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Optional<ApprovalPolicy> read = policy.read(file, spec.commandLine().getErr());
      if (read.isEmpty()) {
        if (json) {
          out.println("{\"outcome\":\"refused\"}");
        }
        return CommandLine.ExitCode.SOFTWARE;
      }
      int rules = read.get().rules().size();
      int people = read.get().people().size();
      out.println(
          json
              ? "{\"outcome\":\"usable\",\"rules\":" + rules + ",\"people\":" + people + "}"
              : rules == 0
                  ? "No rules: the approvers' group is asked, and one bare decision counts."
                  : rules + " rules, " + people + " people: it can be used.");
      return CommandLine.ExitCode.OK;
    }
  }

  /** {@code policy explain}. */
  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Which rule a request would meet, why, and what it would need.",
      footer = {
        "",
        "Example: ./lanyard policy explain --kind onboard --template Greeter --site \"Wash 37135\""
            + " --wage 15.50"
      })
  static final class Explain implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @CommandLine.ParentCommand private PolicyCommand policy;

    @Option(names = "--file", paramLabel = "FILE", description = "Left out: the worker's policy.")
    private Path file;

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        defaultValue = AccessRequest.ONBOARD,
        description = "onboard, transfer, terminate, withdraw, … (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Option(names = "--employee-number", paramLabel = "NUMBER", description = "Of whom: hr-10442.")
    private String employeeNumber = "somebody";

    @Option(names = "--pos-user-id", paramLabel = "ID")
    private Optional<Integer> posUserId = Optional.empty();

    @Option(names = "--staff-id", paramLabel = "ID")
    private Optional<Long> staffId = Optional.empty();

    @Option(names = "--template", paramLabel = "NAME")
    private Optional<String> template = Optional.empty();

    @Option(names = "--department", paramLabel = "NAME")
    private List<String> departments = List.of();

    @Option(names = "--site", paramLabel = "NAME")
    private List<String> sites = List.of();

    @Option(names = "--all-sites")
    private boolean allSites;

    @Option(names = "--wage", paramLabel = "USD")
    private Optional<BigDecimal> wage = Optional.empty();

    @Option(names = "--role", paramLabel = "NAME")
    private Optional<String> role = Optional.empty();

    @Option(names = "--minor", paramLabel = "true|false")
    private Optional<Boolean> minor = Optional.empty();

    @Option(names = "--starts-on", paramLabel = "DATE")
    private Optional<LocalDate> startsOn = Optional.empty();

    @Option(names = "--requester", paramLabel = "ID")
    private Optional<String> requester = Optional.empty();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      if (!AccessRequest.KINDS.contains(kind)) {
        spec.commandLine()
            .getErr()
            .println(
                "--kind must be of "
                    + AccessRequest.KINDS.stream().sorted().collect(Collectors.joining(", ")));
        return CommandLine.ExitCode.USAGE;
      }
      Optional<ApprovalPolicy> read = policy.read(file, spec.commandLine().getErr());
      if (read.isEmpty()) {
        return CommandLine.ExitCode.SOFTWARE;
      }
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      AccessRequest request = request();
      read.get()
          .explain(request, today)
          .forEach((rule, why) -> out.println("  " + rule + ": " + why));
      say(read.get().assess(request, today)).forEach(out::println);
      return CommandLine.ExitCode.OK;
    }

    private AccessRequest request() {
      return new AccessRequest(
          kind,
          EmployeeNumber.of(employeeNumber),
          posUserId.map(PosUserId::of),
          staffId,
          template,
          departments,
          sites,
          allSites,
          wage,
          role,
          minor,
          startsOn,
          requester);
    }

    private static List<String> say(ApprovalRule rule) {
      if (rule.protectedReason().isPresent()) {
        return List.of("Parks: " + rule.protectedReason().get());
      }
      if (rule.auto()) {
        return List.of("Meets " + rule.name() + ": nobody is asked.");
      }
      return List.of(
          "Meets "
              + rule.name()
              + ": "
              + rule.approvers()
              + " of "
              + String.join(" or ", rule.groups())
              + (rule.signed() ? ", signed" : ", a bare decision counts")
              + (rule.fourEyes() ? ", not the requester" : "")
              + rule.remindAfter().map(time -> ", reminded after " + words(time)).orElse("")
              + rule.escalateAfter()
                  .map(time -> ", after " + words(time) + " " + rule.escalatedTo() + " too")
                  .orElse("")
              + rule.expiresAfter()
                  .map(
                      time ->
                          ", after "
                              + words(time)
                              + (rule.onExpiry().equals(ApprovalRule.ESCALATE)
                                  ? " " + rule.escalatedTo() + ", for as long as it takes"
                                  : " refused"))
                  .orElse("")
              + ".");
    }

    private static String words(Duration time) {
      return time.toHours() % 24 == 0 && time.toDays() > 0
          ? time.toDays() + " days"
          : time.toHours() > 0 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
    }
  }
}
