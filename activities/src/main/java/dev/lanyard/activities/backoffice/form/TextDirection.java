package dev.lanyard.activities.backoffice.form;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Which way a control's text runs, as the HTML standard's {@code dirname} tells the server. */
final class TextDirection {

  private static final String LEFT_TO_RIGHT = "ltr";
  private static final String RIGHT_TO_LEFT = "rtl";

  private TextDirection() {}

  /** {@code ltr} or {@code rtl}: the nearest {@code dir} that is one decides. */
  static String of(Element control) {
    for (Element around = control; around != null; around = around.parent()) {
      String dir = around.attr("dir").toLowerCase(Locale.ROOT);
      if (dir.equals(LEFT_TO_RIGHT) || dir.equals(RIGHT_TO_LEFT)) {
        return dir;
      }
      if (dir.equals("auto")) {
        return firstStrong(around.normalName().equals("input") ? around.val() : around.wholeText());
      }
    }
    return LEFT_TO_RIGHT;
  }

  private static String firstStrong(String text) {
    return text.codePoints()
        .mapToObj(Character::getDirectionality)
        .map(
            direction ->
                switch (direction) {
                  case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> LEFT_TO_RIGHT;
                  case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                      Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                      RIGHT_TO_LEFT;
                  default -> "";
                })
        .filter(direction -> !direction.isEmpty())
        .findFirst()
        .orElse(LEFT_TO_RIGHT);
  }
}
