package dev.lanyard.activities.firstfaults;

/**
 * How an operation ended.
 *
 * @param parked the type of the final failure; empty when it is done
 */
public record Outcome(String parked) {

  boolean done() {
    return parked.isEmpty();
  }

  @Override
  public String toString() {
    return done() ? "done" : "parked: " + parked;
  }
}
