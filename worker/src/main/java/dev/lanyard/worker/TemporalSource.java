package dev.lanyard.worker;

import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.StateFolder;
import java.util.function.Consumer;

/** Where a worker gets its Temporal from. */
@FunctionalInterface
public interface TemporalSource {

  /**
   * @param say takes one line for people
   * @throws TemporalUnavailable in one line, with the remedy
   */
  TemporalSession open(StateFolder folder, Keys keys, Consumer<String> say)
      throws TemporalUnavailable;
}
