package dev.lanyard.starter.command;

import java.util.List;
import java.util.stream.Collectors;

/** Mistakes in what was typed, all of them; nothing was sent. */
final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param where the flag, or the field of the file
   * @param message what is wrong and what would be right; no personal value
   */
  record Mistake(String where, String message) {}

  private final transient List<Mistake> mistakes;

  WrongUsage(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(m -> m.where() + " " + m.message())
            .collect(Collectors.joining("; ")));
    this.mistakes = List.copyOf(mistakes);
  }

  WrongUsage(String where, String message) {
    this(List.of(new Mistake(where, message)));
  }

  List<Mistake> mistakes() {
    return mistakes;
  }
}
