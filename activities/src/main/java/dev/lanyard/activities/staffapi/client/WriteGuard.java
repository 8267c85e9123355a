package dev.lanyard.activities.staffapi.client;

/**
 * Asked right before a write leaves: after the credentials for it were renewed, and again when it
 * is repeated because they had expired. Throws when the write may no longer be sent.
 */
@FunctionalInterface
public interface WriteGuard {
  void requireTimeToWrite();

  /** The write was answered, and the answer says that nothing was done of it. */
  default void turnedAway() {}
}
