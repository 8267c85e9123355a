package dev.lanyard.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lanyard.sandbox.http.RefusedInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the sandbox until it is interrupted. Exit 1: it cannot start; exit 2: bad arguments. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "A simulated Backoffice and staff API on 127.0.0.1, with invented people, faults to play"
            + " and a page to look at (/_sandbox/).")
public final class SandboxCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--backoffice-port",
      defaultValue = "8090",
      paramLabel = "PORT",
      description = "Port of Backoffice, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int backofficePort;

  @Option(
      names = "--staff-api-port",
      defaultValue = "8091",
      paramLabel = "PORT",
      description = "Port of the staff API, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int staffApiPort;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Keep people, invitations, and the readings and faults set while running, in this JSON"
              + " file; created when absent.")
  private Path state;

  @Option(
      names = "--tenant",
      defaultValue = "hierarchical",
      paramLabel = "SHAPE",
      description = "hierarchical (region, district, site) or flat (default: ${DEFAULT-VALUE}).")
  private String tenant;

  @Option(
      names = "--latency-ms",
      defaultValue = "0",
      paramLabel = "MS",
      description = "Added to every request of both systems (default: ${DEFAULT-VALUE}).")
  private long latencyMs;

  @Option(
      names = "--employees",
      defaultValue = "12",
      paramLabel = "N",
      description = "Invented employees of a new tenant (default: ${DEFAULT-VALUE}).")
  private int employees;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed invents the same people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--password",
      defaultValue = "${env:SANDBOX_BACKOFFICE_PASSWORD}",
      paramLabel = "TEXT",
      description =
          "Password of the Backoffice bot; also from SANDBOX_BACKOFFICE_PASSWORD. Else a documented"
              + " invented one.")
  private String password;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Another reading of what the real systems leave open, such as flatPolarity=allow or"
              + " expirySignal=login-page; repeatable. GET /_sandbox/settings lists them all.")
  private Map<String, String> readings = new LinkedHashMap<>();

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description =
          "Script the faults of this JSON list, as POST /_sandbox/faults takes it, instead of those"
              + " that the state file holds.")
  private Path faults;

  @Option(
      names = "--json",
      description = "Print one line of JSON with both addresses and credentials.")
  private boolean json;

  @Override
  public Integer call() {
    SandboxOptions options = options();
    PrintWriter err = spec.commandLine().getErr();
    try (Sandbox sandbox = Sandbox.start(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
      announce(sandbox, spec.commandLine().getOut());
      new CountDownLatch(1).await();
      return 0;
    } catch (RefusedInput wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    } catch (IOException failed) {
      err.println(failed.getMessage());
      err.flush();
      return 1;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private SandboxOptions options() {
    TenantShape shape =
        switch (tenant.toLowerCase(Locale.ROOT)) {
          case "hierarchical" -> TenantShape.HIERARCHICAL;
          case "flat" -> TenantShape.FLAT;
          default -> throw refuse("--tenant must be hierarchical or flat, not " + tenant);
        };
    for (int port : new int[] {backofficePort, staffApiPort}) {
      if (port < 0 || port > 65_535) {
        throw refuse("A port is a number from 0 to 65535, not " + port);
      }
    }
    if (latencyMs < 0) {
      throw refuse("--latency-ms must not be below 0");
    }
    if (employees < 0 || employees > 200_000) {
      throw refuse("--employees must be between 0 and 200000");
    }
    SandboxOptions options =
        SandboxOptions.defaults()
            .withPorts(backofficePort, staffApiPort)
            .withTenant(shape)
            .withLatency(Duration.ofMillis(latencyMs))
            .withEmployees(employees)
            .withSeed(seed);
    if (state != null) {
      options = options.withStateFile(state);
    }
    if (faults != null) {
      options = options.withFaults(faults);
    }
    if (password != null && !password.isEmpty()) {
      options = options.withSetting("backofficePassword", TextNode.valueOf(password).toString());
    }
    for (Map.Entry<String, String> reading : readings.entrySet()) {
      options = options.withSetting(reading.getKey(), reading.getValue());
    }
    return options;
  }

  private ParameterException refuse(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private void announce(Sandbox sandbox, PrintWriter out) {
    if (json) {
      out.println(document(sandbox));
    } else {
      out.printf("Sandbox     %s/_sandbox/%n", sandbox.backofficeUrl());
      out.printf(
          "Backoffice  %s/login  (%s / %s)%n",
          sandbox.backofficeUrl(), sandbox.backofficeUsername(), sandbox.backofficePassword());
      out.printf("Staff API   %s/v1/companies/me.json%n%n", sandbox.staffApiUrl());
      out.printf("export SONNYS_BASE_URL=%s%n", sandbox.backofficeUrl());
      out.printf("export SONNYS_SUBDOMAIN=sandbox%n");
      out.printf("export SONNYS_BOT_USERNAME=%s%n", quoted(sandbox.backofficeUsername()));
      out.printf("export SONNYS_BOT_PASSWORD=%s%n", quoted(sandbox.backofficePassword()));
      out.printf("export STAFF_API_BASE_URL=%s/v1/%n", sandbox.staffApiUrl());
      out.printf("export STAFF_API_CLIENT_ID=%s%n", quoted(sandbox.staffApiClientId()));
      out.printf("export STAFF_API_CLIENT_SECRET=%s%n", quoted(sandbox.staffApiClientSecret()));
      out.printf("export STAFF_API_COMPANY_ID=%d%n%n", sandbox.staffApiCompanyId());
      out.println("Ctrl-C ends it.");
    }
    out.flush();
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9._-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String document(Sandbox sandbox) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document
        .putObject("backoffice")
        .put("url", sandbox.backofficeUrl().toString())
        .put("username", sandbox.backofficeUsername())
        .put("password", sandbox.backofficePassword());
    document
        .putObject("staffApi")
        .put("url", sandbox.staffApiUrl().toString())
        .put("clientId", sandbox.staffApiClientId())
        .put("clientSecret", sandbox.staffApiClientSecret())
        .put("companyId", sandbox.staffApiCompanyId());
    return document.toString();
  }
}
