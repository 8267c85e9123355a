package dev.lanyard.sandbox.staffapi;

import dev.lanyard.sandbox.http.RateWindow;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** A window of requests for each kind of credentials. */
final class RateLimit {
  private final Map<Gate.Pass, RateWindow> windows = new EnumMap<>(Gate.Pass.class);

  /**
   * Counts one request.
   *
   * @return the Unix second at which the window opens again, when this one is too many
   */
  OptionalLong count(Gate.Pass pass, StaffApiSwitches switches, Instant now) {
    if (!switches.rateLimit()) {
      return OptionalLong.empty();
    }
    int allowed = pass == Gate.Pass.BASIC ? switches.basicPerWindow() : switches.bearerPerWindow();
    return windows
        .computeIfAbsent(pass, first -> new RateWindow())
        .count(allowed, switches.rateWindowSeconds(), now);
  }
}
