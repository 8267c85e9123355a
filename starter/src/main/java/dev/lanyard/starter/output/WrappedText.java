package dev.lanyard.starter.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Long text beside a label, broken at blanks so that it fits a terminal. */
public final class WrappedText {

  /** Fits a terminal of 100 columns (guessed). */
  public static final int WIDTH = 100;

  private static final Pattern BLANKS = Pattern.compile(" +");

  private WrappedText() {}

  /**
   * The label, then the text in a column of its own. A word that is too long stays whole.
   *
   * @param column where the text begins, counted from 0
   */
  public static List<String> lines(String label, int column, String text) {
    return wrapped(label, column, BLANKS.splitAsStream(text.strip()).toList());
  }

  /** The same for a list, with a comma after each but the last; no entry is broken. */
  public static List<String> list(String label, int column, List<String> entries) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      words.add(entries.get(i) + (i < entries.size() - 1 ? "," : ""));
    }
    return wrapped(label, column, words);
  }

  private static List<String> wrapped(String label, int column, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(pad(TerminalText.escape(label), column));
    boolean empty = true;
    for (String foreign : words) {
      String word = TerminalText.escape(foreign);
      if (!empty && length(line) + 1 + length(word) > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(column));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
    return List.copyOf(lines);
  }

  private static String pad(String label, int column) {
    return label + " ".repeat(Math.max(label.isEmpty() ? 0 : 1, column - length(label)));
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
