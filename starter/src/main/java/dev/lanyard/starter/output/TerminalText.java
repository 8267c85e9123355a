package dev.lanyard.starter.output;

import java.util.Locale;

/** Foreign text on its way to a terminal. */
public final class TerminalText {

  private TerminalText() {}

  /**
   * One line that moves no cursor, changes no colour and reads in one direction: control and format
   * characters (escape sequences, line breaks, direction marks), lone surrogates and private-use
   * characters are written as <code>\\u{1b}</code>.
   */
  public static String escape(String foreign) {
    if (foreign == null) {
      return "";
    }
    StringBuilder safe = new StringBuilder(foreign.length());
    foreign
        .codePoints()
        .forEach(
            c -> {
              if (dangerous(c)) {
                safe.append("\\u{").append(Integer.toHexString(c).toLowerCase(Locale.ROOT));
                safe.append('}');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean dangerous(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
