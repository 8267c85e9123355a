package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.intake.WebUserDraft;
import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Table;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.webusers.WebUsersWorkflow;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "web-users",
    description = {
      "List the logins to Backoffice itself (its web users). They outlive an employee who is",
      "disabled. What is given must all fit; a beginning is enough."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./lanyard web-users",
      "  ./lanyard web-users --name \"Jane Doe\" --active yes",
      "  ./lanyard web-users --email jane.doe@example.com --json",
      "",
      "Exit codes: 0 somebody is listed, 1 nobody is or it could not be asked, 2 wrong usage."
    })
final class WebUsersCommand implements Callable<Integer> {

  @Option(
      names = "--name",
      paramLabel = "N",
      description = {
        "First or last name; of several words the last one is the last name: \"Jane Doe\"."
      })
  private String fullName;

  @Option(names = "--email", paramLabel = "E", description = "E-mail address.")
  private String email;

  @Option(names = "--username", paramLabel = "U", description = "What they log in with.")
  private String username;

  @Option(
      names = "--active",
      paramLabel = "A",
      description = "yes: logins that work; no: disabled ones; all (default).")
  private String active;

  @Option(names = "--page", paramLabel = "P", description = "Which page, from 1 (default).")
  private String page;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  WebUsersCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    WebUserQuery query = query();
    WebUserList list =
        new Look(around.connection().client(), around.connection().taskQueue())
            .ask(WebUsersWorkflow.class, "web-users/" + around.freshId(), query, WebUserList.class);
    boolean anybody = !list.rows().isEmpty();
    if (output.json()) {
      var told = JsonText.object().put("outcome", anybody ? "listed" : "none");
      told.setAll(JsonText.object(list));
      around.terminal().line(JsonText.of(told));
    } else {
      tell(list);
    }
    return anybody ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private WebUserQuery query() {
    Typed typed = new Typed();
    typed.takeFlag("fullName", fullName);
    typed.takeFlag("email", email);
    typed.takeFlag("username", username);
    typed.takeFlag("status", active);
    typed.takeFlag("page", page);
    Optional<WebUserQuery> read = Optional.empty();
    try {
      read = Optional.of(WebUserDraft.read(typed.fields()));
    } catch (InputRefused refused) {
      typed.take(refused);
    }
    typed.throwMistakes();
    return read.orElseThrow();
  }

  private void tell(WebUserList list) {
    if (list.rows().isEmpty()) {
      around
          .terminal()
          .line(
              list.page() == 1
                  ? "no web user fits, or none that the bot may see"
                  : "no web user on page " + list.page());
      return;
    }
    Table table = new Table().row("ID", "USERNAME", "NAME", "ACTIVE", "E-MAIL");
    for (WebUserRow user : list.rows()) {
      table.row(
          Integer.toString(user.userId()),
          user.username(),
          user.firstName() + " " + user.lastName(),
          user.active() ? "yes" : "no",
          user.email());
    }
    table.lines().forEach(around.terminal()::line);
    list.nextPage()
        .ifPresent(
            next -> {
              around.terminal().line("");
              around.terminal().line("more: " + nextCommand(next));
            });
  }

  /** As it was typed, quoted for a shell. */
  private String nextCommand(int next) {
    StringBuilder command = new StringBuilder("./lanyard web-users");
    flag(command, "--name", fullName);
    flag(command, "--email", email);
    flag(command, "--username", username);
    flag(command, "--active", active);
    return command.append(" --page ").append(next).toString();
  }

  private static void flag(StringBuilder command, String name, String value) {
    if (value != null) {
      boolean plain = value.matches("[A-Za-z0-9@._-]+");
      command
          .append(' ')
          .append(name)
          .append(' ')
          .append(plain ? value : "'" + value.replace("'", "'\\''") + "'");
    }
  }
}
