package dev.lanyard.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.backoffice.Backoffice;
import dev.lanyard.sandbox.http.Faults;
import dev.lanyard.sandbox.http.RefusedInput;
import dev.lanyard.sandbox.staffapi.StaffApi;
import dev.lanyard.sandbox.staffapi.WebhookDeliveries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Both systems, new or as a state file left them. */
record Systems(Backoffice backoffice, StaffApi staffApi, WebhookDeliveries deliveries) {

  private static Systems seeded(SandboxOptions options, Settings settings, Clock clock) {
    WebhookDeliveries deliveries = new WebhookDeliveries(settings::webhooks, clock);
    return new Systems(
        Backoffice.seeded(
            isFlat(options), options.employees(), options.seed(), settings::backoffice, clock),
        StaffApi.seeded(settings::staffApi, deliveries, clock),
        deliveries);
  }

  /**
   * Readings and faults that were set while running come back too; those of the command line are
   * applied over them, since that is the later word.
   *
   * @throws IOException naming the file, when it holds something else than was asked for
   */
  static Systems open(
      Optional<StateFile> file,
      SandboxOptions options,
      Settings settings,
      Faults faults,
      Clock clock)
      throws IOException {
    Optional<JsonNode> stored = file.isPresent() ? file.get().read() : Optional.empty();
    Systems systems;
    if (stored.isPresent()) {
      systems = kept(file.get(), stored.get(), options, settings, faults, clock);
    } else {
      systems = seeded(options, settings, clock);
    }
    settings.applyTexts(Map.of("latencyMs", Long.toString(options.latency().toMillis())));
    settings.applyTexts(options.settings());
    if (options.faults().isPresent()) {
      faults.clear();
      faults.add(read(options.faults().get()));
    }
    return systems;
  }

  private static Systems kept(
      StateFile file,
      JsonNode stored,
      SandboxOptions options,
      Settings settings,
      Faults faults,
      Clock clock)
      throws IOException {
    Systems kept;
    try {
      if (stored.has("settings")) {
        settings.apply(stored.get("settings"));
      }
      if (stored.has("faults")) {
        faults.restore(stored.get("faults"));
      }
      WebhookDeliveries deliveries = new WebhookDeliveries(settings::webhooks, clock);
      kept =
          new Systems(
              Backoffice.restored(
                  stored.path(Backoffice.NAME), Json.MAPPER, settings::backoffice, clock),
              StaffApi.restored(
                  stored.path(StaffApi.NAME), Json.MAPPER, settings::staffApi, deliveries, clock),
              deliveries);
    } catch (JsonProcessingException | RefusedInput foreign) {
      throw file.unusable(new IOException(foreign.getMessage(), foreign));
    }
    if (kept.backoffice().isFlat() != isFlat(options)) {
      throw file.unusable(
          new IOException(
              "it holds a tenant of the other shape, "
                  + (kept.backoffice().isFlat() ? "flat" : "hierarchical")));
    }
    return kept;
  }

  private static JsonNode read(Path list) throws IOException {
    try {
      return Json.MAPPER.readTree(list.toFile());
    } catch (IOException unreadable) {
      throw new IOException(
          "Fault list " + list + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static boolean isFlat(SandboxOptions options) {
    return options.tenant() == TenantShape.FLAT;
  }
}
