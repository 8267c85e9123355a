package dev.lanyard.worker.configuration;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Everything that is wrong with the configuration, at once. */
public final class ConfigurationRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationProblem> problems;

  ConfigurationRefused(List<ConfigurationProblem> problems) {
    super(
        problems.stream()
            .map(problem -> "  " + problem)
            .collect(joining("\n", "The configuration cannot be used:\n", "")));
    this.problems = List.copyOf(problems);
  }

  public List<ConfigurationProblem> problems() {
    return problems;
  }
}
