package dev.lanyard.starter.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text in lines that end between words.
 *
 * @param width at most so many characters a line; a longer word has a line of its own
 */
public record Wrapped(String text, int width) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** None for an empty text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : BLANKS.splitAsStream(text.strip()).toList()) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
