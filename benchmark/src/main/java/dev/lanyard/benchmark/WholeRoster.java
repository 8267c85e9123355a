package dev.lanyard.benchmark;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Credentials;
import dev.lanyard.activities.http.RemoteOrigin;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads everybody through the client as the worker does, and prints how many they were. Run it with
 * a small heap: {@code java -Xmx64m … dev.lanyard.benchmark.WholeRoster <url> <user> <password>},
 * against {@code ./lanyard sandbox --employees 50000}.
 */
public final class WholeRoster {

  /** For the sandbox's invented password only: a real one never stands in an argument. */
  public static void main(String[] args) {
    BackofficeClient client =
        new BackofficeClient(
            RemoteOrigin.parse(args[0]),
            () -> new Credentials(args[1], args[2]),
            Duration.ofMinutes(2),
            1);
    AtomicInteger rows = new AtomicInteger();
    client.converse(
        () -> {
          throw new IllegalStateException("this only reads");
        },
        talk -> {
          talk.wholeRoster(row -> rows.incrementAndGet());
          return rows;
        });
    System.out.println(rows + " rows");
  }

  private WholeRoster() {}
}
