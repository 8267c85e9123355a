package dev.lanyard.activities.firstfaults;

import java.time.Duration;

/** Something that an activity does to a remote system, and a way to do it from scratch. */
public interface Operation {

  /** As it stands in the table of outcomes. */
  String name();

  /** {@code backoffice} or {@code staff-api}: whose requests meet the faults. */
  String system();

  /**
   * A sandbox of its own, in which everything that comes before the operation is done.
   *
   * @param httpTimeout of the operation's own client
   */
  Trial prepare(Duration httpTimeout);

  /**
   * Whether a repeat that finds its write missing sends it again without letting the first one come
   * to rest. Right only for what takes access away.
   */
  default boolean repeatsAtOnce() {
    return false;
  }

  /**
   * Whether an attempt whose write was lost lets it come to rest before it fails, so that whatever
   * follows, a disable too, begins after it.
   */
  default boolean restsBeforeItFails() {
    return false;
  }
}
