package dev.lanyard.worker.configuration;

/**
 * One thing that keeps the worker from starting.
 *
 * @param name the key, with its environment variable where it has one
 * @param reason what is wrong; never a secret's value
 * @param example of a right value
 */
public record ConfigurationProblem(String name, String reason, String example) {

  @Override
  public String toString() {
    return name + " " + reason + (example.isEmpty() ? "" : "; for example " + example);
  }
}
