package dev.lanyard.activities.staffapi.token;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.activities.staffapi.client.TokenEndpoint;
import dev.lanyard.secrets.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A worker of its own process, for one request. */
final class OneRequest {

  private OneRequest() {}

  public static void main(String[] args) throws IOException {
    RemoteOrigin origin = RemoteOrigin.parse(args[0]);
    Path file = Path.of(args[2]);
    Clock clock = Clock.systemUTC();
    Duration timeout = Duration.ofSeconds(20);
    Authorizations authorizations =
        new Authorizations(
            new TokenEndpoint(origin, timeout, clock), () -> TokenServer.CLIENT, clock);
    new StaffApiClient(
            origin,
            authorizations.ofLogin(Keys.load(Path.of(args[1])).textSeal("tokens"), file),
            5678,
            timeout,
            RequestLimit.NONE,
            clock)
        .sites();
  }
}
