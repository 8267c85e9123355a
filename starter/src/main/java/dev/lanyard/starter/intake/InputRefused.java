package dev.lanyard.starter.intake;

import dev.lanyard.workflows.hr.InputProblem;
import java.util.List;
import java.util.stream.Collectors;

/** An event that breaks the rules. Nothing was sent. */
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<InputProblem> problems;

  public InputRefused(List<InputProblem> problems) {
    super(
        problems.stream()
            .map(p -> p.field() + " " + p.message())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All of them; no personal values. */
  public List<InputProblem> problems() {
    return problems;
  }
}
