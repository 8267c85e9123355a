package dev.lanyard.benchmark;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.BackofficeActivitiesImpl;
import dev.lanyard.activities.backoffice.BackofficeCredentials;
import dev.lanyard.activities.backoffice.BackofficeSettings;
import dev.lanyard.activities.backoffice.LinkField;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.Pin;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.pin.SealedPin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Creates many employees against a sandbox that answers slowly, with one session and with several,
 * and prints how long each took and the ratio. Arguments: creates (200), latency in ms (200),
 * sessions (4).
 */
public final class ManyCreates {

  private static final int FIRST_POS_USER_ID = 200_000;

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int creates = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    Duration latency = Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 200);
    int sessions = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    // The first JVM seconds are nobody's: the same work, smaller, unmeasured.
    seconds(20, Duration.ZERO, sessions);
    double one = seconds(creates, latency, 1);
    double several = seconds(creates, latency, sessions);
    System.out.printf(
        "%d creates at %d ms: %.1f s with 1 session, %.1f s with %d sessions, %.2f times as fast%n",
        creates, latency.toMillis(), one, several, sessions, one / several);
  }

  private static double seconds(int creates, Duration latency, int sessions)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("lanyard-benchmark");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withLatency(latency))) {
      Keys keys = Keys.create(folder.resolve("keys"));
      BackofficeActivitiesImpl activities = activities(sandbox, keys, sessions);
      BackofficeTarget target =
          activities
              .preFlight(new BackofficePreFlight(EmployeeNumber.of("hr-1"), hire(1)))
              .target()
              .orElseThrow();
      ExecutorService workers = Executors.newFixedThreadPool(sessions);
      try {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i <= creates; i++) {
          CreateEmployee request = request(i, target, keys);
          running.add(workers.submit(() -> activities.createEmployee(request)));
        }
        for (Future<?> one : running) {
          one.get();
        }
        return (System.nanoTime() - start) / 1e9;
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private static BackofficeActivitiesImpl activities(Sandbox sandbox, Keys keys, int sessions) {
    BackofficeSettings settings =
        new BackofficeSettings(
            RemoteOrigin.parse(sandbox.backofficeUrl().toString()),
            () ->
                new BackofficeCredentials(
                    sandbox.backofficeUsername(), sandbox.backofficePassword()),
            Duration.ofSeconds(15),
            Duration.ofSeconds(20),
            sessions,
            LinkField.NONE,
            true);
    return new BackofficeActivitiesImpl(
        settings.connect(), settings, keys.pinOpener(), FirstAttempt::new);
  }

  private static CreateEmployee request(int n, BackofficeTarget target, Keys keys) {
    Hire hire = hire(n);
    EmployeeNumber number = EmployeeNumber.of("hr-" + n);
    return new CreateEmployee(
        number,
        new BackofficePlan(
            hire.posUserId(),
            hire.firstName(),
            hire.lastName(),
            hire.phone(),
            hire.email(),
            hire.startDate(),
            hire.wageRate(),
            new BigDecimal("23.25"),
            target),
        new SealedPin(keys.pinSealer().seal(Pin.of(48213), number.value())));
  }

  private static Hire hire(int n) {
    return new Hire(
        "Jane",
        "Doe",
        Optional.empty(),
        Optional.of("jane." + n + "@example.com"),
        PosUserId.of(FIRST_POS_USER_ID + n),
        new BigDecimal("15.50"),
        LocalDate.of(2026, 5, 1),
        SiteChoice.of(List.of("Wash 37135")),
        "General User",
        List.of(),
        Optional.empty());
  }

  /** Nothing here is retried. */
  private static final class FirstAttempt implements Attempt {

    @Override
    public int number() {
      return 1;
    }

    @Override
    public void requireTimeToWrite() {}

    @Override
    public void settle(Duration delay) {
      throw new IllegalStateException("a first attempt never settles");
    }
  }

  private ManyCreates() {}
}
