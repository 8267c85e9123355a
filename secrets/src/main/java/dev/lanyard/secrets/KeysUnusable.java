package dev.lanyard.secrets;

import java.util.List;

/**
 * The key folder cannot be used as it is. Names every file at fault with the reason and the remedy;
 * never a byte of a key.
 */
public final class KeysUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  KeysUnusable(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** All problems found, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
