package dev.lanyard.worker.configuration;

/**
 * How fast one task queue's activities go.
 *
 * @param concurrent at the same time in this worker
 * @param perSecond started per second by this worker. Not by the queue as a whole: the server
 *     divides a queue's rate among its partitions, and at one a second a lone activity was seen to
 *     wait a minute; 0: as soon as there is a slot
 */
public record Pace(int concurrent, double perSecond) {

  /** Where something else keeps to a limit. */
  static Pace atOnce(int concurrent) {
    return new Pace(concurrent, 0);
  }
}
