package dev.lanyard.activities.notification;

/** Foreign text as one line, so that it can neither end a header nor write a line of its own. */
final class OneLine {

  private OneLine() {}

  /**
   * Controls, line ends of every kind, invisible marks that turn or hide text, and lone surrogates
   * become blanks.
   *
   * @param longest in code points
   */
  static String of(String foreign, int longest) {
    StringBuilder line = new StringBuilder();
    foreign.codePoints().limit(longest).forEach(c -> line.appendCodePoint(breaks(c) ? ' ' : c));
    return line.toString().strip();
  }

  private static boolean breaks(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
