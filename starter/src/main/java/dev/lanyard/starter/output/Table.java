package dev.lanyard.starter.output;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as their widest cell; the last one ends where it ends. */
public final class Table {

  /** A wider cell does not push the next columns off the screen (guessed). */
  private static final int WIDEST = 40;

  private final List<List<String>> rows = new ArrayList<>();

  /** Cells from the left; every row has the same number. */
  public Table row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(TerminalText.escape(cell));
    }
    rows.add(List.copyOf(escaped));
    return this;
  }

  /** The beginning of a foreign text, escaped, so that a column keeps its width. */
  public static String clipped(String text, int width) {
    String escaped = TerminalText.escape(text);
    if (length(escaped) <= width) {
      return escaped;
    }
    return escaped.substring(0, escaped.offsetByCodePoints(0, width - 2)) + "..";
  }

  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell);
      if (column < row.size() - 1) {
        line.append(" ".repeat(Math.max(0, width(column) - length(cell)) + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.min(widest, WIDEST);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
