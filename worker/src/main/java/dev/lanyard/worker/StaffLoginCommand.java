package dev.lanyard.worker;

import dev.lanyard.activities.staffapi.client.StaffApiException;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.worker.configuration.ConfigurationRefused;
import dev.lanyard.worker.configuration.StaffApiAccess;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Logs in to the staff API once, for all workers of this machine. Exit codes: 0 tokens are stored;
 * 1 they are not; 2 when the configuration cannot be used.
 */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = "Log in to the staff API once, where the worker runs (authorization = oauth).",
    footer = {
      "",
      "Prints the vendor's page. Log in there: the browser is sent to the redirect URI with a",
      "code. On 127.0.0.1 the code is taken up by itself; else paste it, or the whole address,",
      "here. It is read from the terminal or standard input, never from an argument.",
      "Example: ./lanyard staff login"
    })
public final class StaffLoginCommand implements Callable<Integer> {

  /** A day. */
  private static final int LONGEST = 86_400;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Spec private CommandSpec spec;

  @Option(
      names = "--paste",
      description = "Wait for a pasted code, also where the redirect URI is on this machine.")
  private boolean paste;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      defaultValue = "900",
      description = "Give up after so long (1 to 86400). Left out: ${DEFAULT-VALUE}.")
  private int within;

  private final Map<String, String> environment;
  private final InputStream in;

  public StaffLoginCommand(Map<String, String> environment) {
    this(environment, System.in);
  }

  StaffLoginCommand(Map<String, String> environment, InputStream in) {
    this.environment = Map.copyOf(environment);
    this.in = in;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (within < 1 || within > LONGEST) {
      err.println("--within takes 1 to " + LONGEST + " seconds.");
      return 2;
    }
    try {
      WorkerConfiguration configuration = WorkerConfiguration.read(environment);
      if (configuration.staffApiAccess().mode() != StaffApiAccess.Mode.OAUTH) {
        err.println(
            "Nobody logs in: lanyard.staff-api.authorization is not oauth. Set"
                + " STAFF_API_AUTHORIZATION=oauth, here and for the worker.");
        return 2;
      }
      return login(configuration, Keys.load(configuration.folder().keys()));
    } catch (ConfigurationRefused e) {
      err.println(e.getMessage());
      return 2;
    } catch (StaffApiException | KeysUnusable e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("No code was taken: " + e.getMessage());
      return 1;
    }
  }

  private int login(WorkerConfiguration configuration, Keys keys)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    StaffApiAccess access = configuration.staffApiAccess();
    // Whoever answers must have seen the page that we name: no code of somebody else's is taken.
    String state = new BigInteger(128, RANDOM).toString(16);
    RedirectReceiver.Arrived arrived;
    URI redirect = URI.create(access.redirectUri());
    if (!paste && RedirectReceiver.isHere(redirect)) {
      try (RedirectReceiver receiver = RedirectReceiver.open(redirect)) {
        say(out, "Log in there: " + access.loginPage(configuration.staffApi(), state));
        say(out, "Waiting for the browser to come back to " + redirect + " (Ctrl-C to stop).");
        arrived = receiver.await(state, Duration.ofSeconds(within));
      }
    } else {
      say(out, "Log in there: " + access.loginPage(configuration.staffApi(), state));
      say(out, "Then paste the address that the browser was sent to, or the code in it:");
      arrived = pasted(state);
    }
    access.login(configuration.staffApi(), keys, arrived.code());
    say(out, "Logged in. The tokens are in " + access.tokenFile() + ", encrypted.");
    return 0;
  }

  private RedirectReceiver.Arrived pasted(String state) throws IOException, InterruptedException {
    String line = lineWithin();
    if (line == null || line.isBlank()) {
      throw new IOException("nothing was pasted");
    }
    String typed = line.strip();
    return typed.contains("?")
        ? RedirectReceiver.Arrived.of(typed.substring(typed.indexOf('?') + 1), Optional.of(state))
        : new RedirectReceiver.Arrived(typed);
  }

  /** Reading a terminal cannot be interrupted, so a thread that nobody waits for reads it. */
  private String lineWithin() throws IOException, InterruptedException {
    FutureTask<String> reading =
        new FutureTask<>(
            () -> new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
    Thread reader = new Thread(reading, "lanyard-staff-login");
    reader.setDaemon(true);
    reader.start();
    try {
      return reading.get(within, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("what was typed cannot be read", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("nothing was pasted within " + within + " s; start again", e);
    }
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
