package dev.lanyard.starter.command;

import dev.lanyard.secrets.SigningKeyPair;
import dev.lanyard.starter.decision.ApproverKeys;
import dev.lanyard.starter.output.JsonText;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "enroll",
    description = "Make a key pair to sign decisions with; prints its public part.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./lanyard approver enroll --name maria",
      "",
      "The private part stays in the state folder (approvers/<name>, mode 0600).",
      "Whoever keeps the policy file puts the public part there, and must know",
      "from you in person that it is yours."
    })
final class ApproverEnrollCommand implements Callable<Integer> {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Your id in the policy file. Left out: the user.")
  private String name;

  @Option(names = "--show", description = "Make nothing; print the public part that is there.")
  private boolean show;

  @Mixin private OutputChoice output;

  private final Surroundings around;

  ApproverEnrollCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  private int work() {
    String approver =
        (name == null || name.isBlank() ? around.configuration().user() : name)
            .strip()
            .toLowerCase(Locale.ROOT);
    ApproverKeys keys = new ApproverKeys(around.configuration().home());
    SigningKeyPair pair = show ? keys.open(approver) : keys.create(approver);
    if (output.json()) {
      around
          .terminal()
          .line(
              JsonText.of(
                  JsonText.object()
                      .put("outcome", show ? "shown" : "enrolled")
                      .put("approver", approver)
                      .put("key", pair.publicKey())));
      return ExitCodes.DONE;
    }
    around.terminal().line("For the policy file, under people:");
    around
        .terminal()
        .line("  " + approver + " { groups = [managers], key = \"" + pair.publicKey() + "\" }");
    around
        .terminal()
        .line("The private part is in " + keys.file(approver) + "; keep it to yourself.");
    return ExitCodes.DONE;
  }
}
