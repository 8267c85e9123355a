package dev.lanyard.launcher.demo;

import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.follow.FollowingInterrupted;
import dev.lanyard.worker.TemporalUnavailable;
import dev.lanyard.worker.UntilStopped;
import dev.lanyard.worker.configuration.ConfigurationRefused;
import io.temporal.client.WorkflowException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lanyard demo}: the whole story, everything started and stopped by itself. */
@Command(
    name = "demo",
    description = {
      "The whole story on this machine; starts and stops all it needs.",
      "A hire gets access in two simulated systems and loses it again; a half-done one is undone."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  /** Sorts by time; with four more digits two demos of one second differ. */
  private static final DateTimeFormatter NUMBER =
      DateTimeFormatter.ofPattern("yyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Option(names = "--yes", description = "Approve without asking.")
  private boolean yes;

  @Option(names = "--keep", description = "Leave all up until Ctrl-C.")
  private boolean keep;

  @Option(names = "--json", description = "One JSON object a line; the last has \"outcome\".")
  private boolean json;

  @Option(
      names = "--tenant",
      defaultValue = "hierarchical",
      description = "Backoffice's shape: hierarchical or flat (default: ${DEFAULT-VALUE}).")
  private TenantShape tenant;

  @Override
  public Integer call() {
    PrintStream out = System.out;
    boolean terminal = System.console() != null;
    Teller teller = json ? new JsonTeller(out, yes) : new TerminalTeller(out, terminal, yes);
    String number =
        NUMBER.format(Clock.systemUTC().instant())
            + ThreadLocalRandom.current().nextInt(1000, 10000);
    String reason = run(teller, number);
    teller.end(reason);
    return reason.isEmpty() ? 0 : 1;
  }

  /** Empty when all went well; else why not, in one line. */
  private String run(Teller teller, String number) {
    try (UntilStopped stopped = UntilStopped.begin();
        DemoStage stage = DemoStage.open(System.getenv(), tenant, number, teller::say)) {
      interruptWhen(stopped);
      teller.say(stage.temporalInWords());
      teller.places(stage.places());
      teller.say("The simulated Backoffice lets you in as " + stage.login());
      new DemoStory(stage.company(), stage.witness(), teller, number).tell();
      if (keep) {
        teller.say("All stays up until Ctrl-C.");
        untilStopped(stopped);
      }
      return "";
    } catch (FollowingInterrupted e) {
      return "interrupted";
    } catch (DemoFailed
        | StarterFailure
        | TemporalUnavailable
        | ConfigurationRefused
        | WorkflowException
        | UncheckedIOException
        | IOException e) {
      return Thread.currentThread().isInterrupted() ? "interrupted" : e.getMessage();
    }
  }

  /** The story is told by now: being interrupted is how this ends. */
  private static void untilStopped(UntilStopped stopped) {
    try {
      stopped.await();
    } catch (InterruptedException asked) {
      return;
    }
  }

  /** Ctrl-C in the middle of the story ends the story, and then all else in order. */
  private static void interruptWhen(UntilStopped stopped) {
    Thread story = Thread.currentThread();
    Thread watch =
        new Thread(
            () -> {
              try {
                stopped.await();
                story.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "lanyard-demo-stop");
    watch.setDaemon(true);
    watch.start();
  }
}
