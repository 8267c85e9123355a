package dev.lanyard.launcher;

import dev.lanyard.launcher.temporal.TargetOptions;
import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.StateFolder;
import dev.lanyard.worker.TemporalSession;
import dev.lanyard.worker.TemporalSource;
import dev.lanyard.worker.TemporalUnavailable;
import java.util.Map;
import java.util.function.Consumer;

/** Finds a Temporal, or starts one with a codec server for its UI. */
record LocalTemporalSource(Map<String, String> environment) implements TemporalSource {

  @Override
  public TemporalSession open(StateFolder folder, Keys keys, Consumer<String> say)
      throws TemporalUnavailable {
    TemporalTarget target =
        TemporalTarget.find(TargetOptions.of(environment, folder.home(), say).withCodec(keys));
    target.codec().ifPresent(url -> say.accept("codec server " + url + " (Temporal UI only)"));
    return target;
  }
}
