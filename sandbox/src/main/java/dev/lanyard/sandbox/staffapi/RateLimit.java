package dev.lanyard.sandbox.staffapi;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** A fixed window of requests for each kind of credentials. */
final class RateLimit {
  private record Window(Instant closes, int count) {}

  private final Map<Gate.Pass, Window> windows = new EnumMap<>(Gate.Pass.class);

  /**
   * Counts one request.
   *
   * @return the Unix second at which the window opens again, when this one is too many
   */
  OptionalLong count(Gate.Pass pass, StaffApiSwitches switches, Instant now) {
    if (!switches.rateLimit()) {
      return OptionalLong.empty();
    }
    Window window = windows.get(pass);
    if (window == null || !window.closes().isAfter(now)) {
      // Whole seconds, since the header tells whole seconds and the caller waits exactly so long.
      Instant closes = Instant.ofEpochSecond(now.getEpochSecond() + switches.rateWindowSeconds());
      window = new Window(closes, 0);
    }
    windows.put(pass, new Window(window.closes(), window.count() + 1));
    int allowed = pass == Gate.Pass.BASIC ? switches.basicPerWindow() : switches.bearerPerWindow();
    return window.count() < allowed
        ? OptionalLong.empty()
        : OptionalLong.of(window.closes().getEpochSecond());
  }
}
