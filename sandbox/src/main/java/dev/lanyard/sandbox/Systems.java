package dev.lanyard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.backoffice.Backoffice;
import dev.lanyard.sandbox.staffapi.StaffApi;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Both systems, new or as a state file left them. */
record Systems(Backoffice backoffice, StaffApi staffApi) {

  static Systems seeded(SandboxOptions options, Settings settings, Clock clock) {
    return new Systems(
        Backoffice.seeded(
            isFlat(options), options.employees(), options.seed(), settings::backoffice, clock),
        StaffApi.seeded(settings::staffApi, clock));
  }

  /**
   * @throws IOException naming the file, when it holds something else than was asked for
   */
  static Systems kept(StateFile file, SandboxOptions options, Settings settings, Clock clock)
      throws IOException {
    Optional<JsonNode> stored = file.read();
    if (stored.isEmpty()) {
      return seeded(options, settings, clock);
    }
    Systems kept;
    try {
      kept =
          new Systems(
              Backoffice.restored(
                  stored.get().path(Backoffice.NAME), Json.MAPPER, settings::backoffice, clock),
              StaffApi.restored(
                  stored.get().path(StaffApi.NAME), Json.MAPPER, settings::staffApi, clock));
    } catch (JsonProcessingException foreign) {
      throw file.unusable(foreign);
    }
    if (kept.backoffice().isFlat() != isFlat(options)) {
      throw file.unusable(
          new IOException(
              "it holds a tenant of the other shape, "
                  + (kept.backoffice().isFlat() ? "flat" : "hierarchical")));
    }
    return kept;
  }

  private static boolean isFlat(SandboxOptions options) {
    return options.tenant() == TenantShape.FLAT;
  }
}
