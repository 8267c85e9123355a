package dev.lanyard.sandbox.http;

import java.util.List;

/** Input to the sandbox's own controls that cannot be used; carries every problem at once. */
public final class RefusedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public RefusedInput(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
