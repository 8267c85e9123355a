package dev.lanyard.sandbox.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector;

/**
 * A page after a redesign: something that was there is gone, the rest is as it was, to the byte.
 */
final class ChangedMarkup {
  /** From and to, as positions in the page's text. */
  private record Cut(int from, int to) {}

  private ChangedMarkup() {}

  /** The same words, but no form or table under a name that is known. */
  static String of(String page) {
    return page.replace("<form", "<section data-redesigned")
        .replace("</form>", "</section>")
        .replace("<table", "<section data-redesigned")
        .replace("</table>", "</section>");
  }

  /**
   * @param selector CSS; what it finds vanishes
   * @param attribute when not null, only this attribute of what it finds vanishes
   */
  static String without(String page, String selector, String attribute) {
    Document document = Jsoup.parse(page, "", Parser.htmlParser().setTrackPosition(true));
    List<Cut> cuts = new ArrayList<>();
    for (Element found : document.select(selector)) {
      if (attribute == null) {
        cuts.add(new Cut(found.sourceRange().startPos(), endOf(found)));
      } else if (found.hasAttr(attribute)) {
        Range.AttributeRange range = found.attributes().sourceRange(attribute);
        int end = Math.max(range.nameRange().endPos(), range.valueRange().endPos());
        boolean quoted = end < page.length() && "\"'".indexOf(page.charAt(end)) >= 0;
        cuts.add(new Cut(range.nameRange().startPos(), quoted ? end + 1 : end));
      }
    }
    cuts.sort(Comparator.comparingInt(Cut::from));
    StringBuilder left = new StringBuilder(page.length());
    int at = 0;
    for (Cut cut : cuts) {
      if (cut.from() >= at) {
        left.append(page, at, cut.from());
        at = cut.to();
      }
    }
    return left.append(page, at, page.length()).toString();
  }

  private static int endOf(Element element) {
    return element.endSourceRange().isTracked()
        ? Math.max(element.sourceRange().endPos(), element.endSourceRange().endPos())
        : element.sourceRange().endPos();
  }

  /**
   * @return what is wrong with a selector; null when it can be used
   */
  static String problem(String selector) {
    try {
      return Jsoup.parse("").select(selector) == null ? "no selector" : null;
    } catch (Selector.SelectorParseException | IllegalArgumentException malformed) {
      return malformed.getMessage();
    }
  }
}
