package dev.lanyard.activities.attempt;

/** Gives the attempt that the calling thread is in. */
@FunctionalInterface
public interface Attempts {
  Attempt current();
}
