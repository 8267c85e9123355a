package dev.lanyard.activities.backoffice.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** How pages are read and how it is said that something is missing. */
public final class Markup {

  private static final Pattern ID_IN_LINK =
      Pattern.compile("/(?:employee|user)/(?:edit|permissions|compensation)/(\\d{1,9})(?:\\?.*)?$");

  private final String page;
  private final Element root;

  private Markup(String page, Element root) {
    this.page = page;
    this.root = root;
  }

  /**
   * @param path where it came from, without query: it stands in errors
   */
  public static Document document(String html, String path) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(html, path);
  }

  static Markup of(Document document, String page) {
    return new Markup(page, document);
  }

  /** The same page, looking only inside this element. */
  Markup within(Element element) {
    return new Markup(page, element);
  }

  Element root() {
    return root;
  }

  Element one(String selector) {
    Element found = root.selectFirst(selector);
    if (found == null) {
      throw changed(selector + " is missing");
    }
    return found;
  }

  /** One that must also have ended inside the page. */
  Element whole(String selector) {
    Element found = one(selector);
    if (found.endSourceRange().isImplicit()) {
      throw new PageTruncated(page, path());
    }
    return found;
  }

  /** The control of this name; the page itself says that it could be sent. */
  Element named(String name) {
    return one("[name=\"" + name + "\"]");
  }

  /** Section 8.1: {@code value}, else {@code data-value}, else nothing. */
  String value(String name) {
    Element input = named(name);
    return input.attr("value").isEmpty() ? input.attr("data-value") : input.attr("value");
  }

  List<Element> all(String selector) {
    return root.select(selector);
  }

  int number(String text, String what) {
    if (!text.strip().matches("\\d{1,9}")) {
      throw changed(what + " is not a number");
    }
    return Integer.parseInt(text.strip());
  }

  /** The id in the first link to a record of its own (section 12.1). */
  int linkedId(Element row) {
    for (Element link : row.select("a[href]")) {
      Matcher matcher = ID_IN_LINK.matcher(link.attr("href"));
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw changed("a row has no link with the record's id");
  }

  PageChanged changed(String what) {
    return new PageChanged(page, what, path());
  }

  private String path() {
    Document document = root.ownerDocument();
    return document == null ? "?" : document.location();
  }

  /** Text as a reader sees it, but blanks inside a name kept (section 12.1). */
  static String name(Element element) {
    return element.wholeText().strip();
  }

  static String digits(String text) {
    return text.chars()
        .filter(c -> c >= '0' && c <= '9')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
