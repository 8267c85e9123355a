package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffMembers;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "All that the staff API knows of one account.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard staff show 454",
      "  ./lanyard staff show jane.doe@example.com",
      "",
      "Exit codes: 0 shown, 1 there is none or it could not be asked, 2 wrong usage."
    })
final class StaffShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID|E-MAIL", description = "The account's id or e-mail address.")
  private String who;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  StaffShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    StaffMembers found =
        new Look(around.connection().client(), around.connection().taskQueue())
            .ask(
                StaffMemberWorkflow.class,
                "staff-show/" + around.freshId(),
                question(),
                StaffMembers.class);
    if (found.members().isEmpty()) {
      throw new StarterFailure(
          "the staff API has no such account", "./lanyard staff list shows all of them");
    }
    for (StaffMemberView member : found.members()) {
      if (output.json()) {
        around.terminal().line(JsonText.of(JsonText.object(member)));
      } else {
        table(member).lines().forEach(around.terminal()::line);
      }
    }
    return ExitCodes.DONE;
  }

  private StaffMemberQuestion question() {
    String asked = who.strip();
    if (asked.matches("[1-9]\\d{0,18}") && new BigInteger(asked).bitLength() < Long.SIZE) {
      return new StaffMemberQuestion(Optional.of(Long.valueOf(asked)), Optional.empty());
    }
    if (HireRules.email(asked).isPresent()) {
      throw new WrongUsage("ID|E-MAIL", "must be a positive whole number or an e-mail address");
    }
    return new StaffMemberQuestion(Optional.empty(), Optional.of(asked));
  }

  private static Table table(StaffMemberView member) {
    Table table = new Table();
    table.row("id", Long.toString(member.id()));
    table.row("name", (member.firstName() + " " + member.lastName()).strip());
    table.row("e-mail", orDash(member.emails()));
    member.phone().ifPresent(phone -> table.row("phone", phone));
    member.mobile().ifPresent(phone -> table.row("mobile", phone));
    member.fax().ifPresent(fax -> table.row("fax", fax));
    member.addresses().forEach(address -> table.row("address", address));
    table.row("code", member.code().orElse("-"));
    table.row("administrator", member.admin() ? "yes" : "no");
    table.row(
        "permissions", member.admin() ? "all, as an administrator" : orDash(permissions(member)));
    table.row(
        "sites",
        orDash(
            member.sites().stream().map(s -> (s.name() + " (" + s.id() + ")").strip()).toList()));
    table.row("tags", orDash(member.tags()));
    member.image().ifPresent(image -> table.row("image", image));
    member.createdAt().ifPresent(at -> table.row("created", at));
    member.updatedAt().ifPresent(at -> table.row("updated", at));
    return table;
  }

  /** With the domain where the same code stands in two. */
  private static List<String> permissions(StaffMemberView member) {
    return member.permissions().stream()
        .map(p -> p.code() + (p.domain().isEmpty() ? "" : " (" + p.domain() + ")"))
        .collect(Collectors.toList());
  }

  private static String orDash(List<String> values) {
    return values.isEmpty() ? "-" : String.join(", ", values);
  }
}
