package dev.lanyard.starter.command;

import dev.lanyard.workflows.attention.Decision;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The starter's commands, ready to run: output, errors and exit codes included. */
public final class CommandTree {

  private CommandTree() {}

  /** One for each command; their connection is opened by the first that needs it. */
  public static List<CommandLine> of(Surroundings around) {
    CommandLine pin = new CommandLine(new PinCommand());
    pin.addSubcommand(new CommandLine(new PinRevealCommand(around)));
    return Stream.of(
            new CommandLine(new OnboardCommand(around)),
            rehire(around),
            new CommandLine(new OffboardCommand(around)),
            new CommandLine(new ChangeCommand(around)),
            new CommandLine(new TransferCommand(around)),
            new CommandLine(new LeaveCommand(around)),
            new CommandLine(new ReturnCommand(around)),
            new CommandLine(new UndoCommand(around)),
            new CommandLine(new FireCommand(around)),
            new CommandLine(new NoShowCommand(around)),
            decide(around, Decision.APPROVE, "Approve what a person's process asks for."),
            decide(around, Decision.REJECT, "Reject what a person's process asks for."),
            decide(around, Decision.RETRY, "Let a parked step try again."),
            decide(around, Decision.SKIP, "Leave a parked step of an offboarding to a human."),
            decide(around, Decision.DONE, "Say that what was asked to be done by hand is done."),
            decide(around, Decision.WITHDRAW, "Stop a process and undo what it did."),
            decide(
                around, Decision.COMPENSATE, "Give a parked onboarding up and undo what it did."),
            new CommandLine(new AmendCommand(around)),
            new CommandLine(new RescheduleCommand(around)),
            new CommandLine(new CallOffCommand(around)),
            new CommandLine(new ListCommand(around)),
            new CommandLine(new InboxCommand(around)),
            approver(around),
            new CommandLine(new StatusCommand(around)),
            new CommandLine(new PlanCommand(around)),
            new CommandLine(new CheckCommand(around)),
            new CommandLine(new EmployeesCommand(around)),
            new CommandLine(new EmployeeCommand(around)),
            new CommandLine(new SitesCommand(around)),
            new CommandLine(new DepartmentsCommand(around)),
            new CommandLine(new TemplatesCommand(around)),
            new CommandLine(new WebUsersCommand(around)),
            new CommandLine(new DoctorCommand(around)),
            new CommandLine(new UncleanCommand(around)),
            pin,
            staff(around),
            webhooks(around))
        .map(command -> ready(command, around))
        .toList();
  }

  /** The same as a hire, of somebody who was here before. */
  private static CommandLine rehire(Surroundings around) {
    CommandLine rehire = new CommandLine(new OnboardCommand(around, true));
    rehire.setCommandName("rehire");
    rehire
        .getCommandSpec()
        .usageMessage()
        .description(
            "Hand in the hire of somebody who was here before: their own record is made active"
                + " again, with exactly the new access and another PIN.")
        .footer(
            "  ./lanyard rehire --employee-number hr-10442 --first-name Jane \\",
            "    --last-name Doe --email jane.doe@example.com --wage-rate 16.50 \\",
            "    --start-date 2026-09-01 --site \"Harbor\" --permission \"General User\" --wait",
            "",
            "The POS user ID may be left out where Lanyard remembers the person.",
            "Somebody it does not remember: say --pos-user-id, and --former-employee",
            "once a human knows that the disabled record is this person's.");
    return rehire;
  }

  private static CommandLine staff(Surroundings around) {
    CommandLine staff = group("staff", "Accounts in the staff API.");
    staff.addSubcommand(new CommandLine(new StaffListCommand(around)));
    staff.addSubcommand(new CommandLine(new StaffShowCommand(around)));
    staff.addSubcommand(new CommandLine(new StaffPermissionsCommand(around)));
    return staff;
  }

  private static CommandLine approver(Surroundings around) {
    CommandLine approver = group("approver", "Keys to sign decisions with.");
    approver.addSubcommand(new CommandLine(new ApproverEnrollCommand(around)));
    return approver;
  }

  private static CommandLine webhooks(Surroundings around) {
    CommandLine webhooks = group("webhooks", "What the staff API tells others of.");
    webhooks.addSubcommand(new CommandLine(new WebhooksCommand.ListThem(around)));
    webhooks.addSubcommand(new CommandLine(new WebhooksCommand.Sync(around)));
    return webhooks;
  }

  private static CommandLine group(String name, String description) {
    CommandLine group = new CommandLine(new GroupCommand());
    group.setCommandName(name);
    group.getCommandSpec().usageMessage().description(description);
    return group;
  }

  private static CommandLine decide(Surroundings around, String choice, String description) {
    CommandLine command = new CommandLine(new DecideCommand(around, choice));
    command.setCommandName(choice);
    command
        .getCommandSpec()
        .usageMessage()
        .description(description)
        .footerHeading("%nExample:%n")
        .footer("  ./lanyard " + choice + " hr-10442 --by maria");
    return command;
  }

  private static CommandLine ready(CommandLine command, Surroundings around) {
    return command.setOut(around.terminal().out()).setErr(around.terminal().err());
  }
}
