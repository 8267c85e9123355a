package dev.lanyard.launcher.temporal;

import dev.lanyard.worker.TemporalUnavailable;
import java.nio.file.Path;
import java.util.Optional;

/** The order in which a Temporal is looked for. */
final class TemporalFinder {

  private final Places places;
  private final boolean allowInProcess;

  TemporalFinder(Places places, boolean allowInProcess) {
    this.places = places;
    this.allowInProcess = allowInProcess;
  }

  TemporalTarget find() throws TemporalUnavailable {
    Optional<TemporalTarget> named = places.named();
    if (named.isPresent()) {
      return named.get();
    }
    Optional<TemporalTarget> answering = places.answering();
    if (answering.isPresent()) {
      return answering.get();
    }
    Path cli;
    try {
      cli = places.cli();
    } catch (TemporalUnavailable e) {
      if (allowInProcess) {
        return places.inProcess(e.getMessage());
      }
      throw e;
    }
    return places.started(cli);
  }

  /** Where a Temporal may be. */
  interface Places {

    /**
     * Empty when neither environment nor file names an address.
     *
     * @throws TemporalUnavailable when one is named and does not answer: then no other will do
     */
    Optional<TemporalTarget> named() throws TemporalUnavailable;

    /** The local server that somebody else started. */
    Optional<TemporalTarget> answering() throws TemporalUnavailable;

    /** The program that starts one, fetched if need be. */
    Path cli() throws TemporalUnavailable;

    TemporalTarget started(Path cli) throws TemporalUnavailable;

    /**
     * @param reason why nothing better was found
     */
    TemporalTarget inProcess(String reason);
  }
}
