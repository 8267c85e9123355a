package dev.lanyard.activities.backoffice.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** How pages are read and how it is said that something is missing. */
public final class Markup {

  private static final Pattern ID_IN_LINK =
      Pattern.compile("/(?:employee|user)/(?:edit|permissions|compensation)/(\\d{1,9})(?:\\?.*)?$");

  /** A page that ends like this came whole; the standard lets blanks and comments follow. */
  private static final Pattern END = Pattern.compile("(?i)</html\\s*>(?:\\s|<!--[^>]*-->)*\\z");

  /** No page's tail of blanks and comments is longer (guessed). */
  private static final int TAIL = 512;

  private static final String MAIN_COLUMN = "#main-column";

  /** Selectors are constants of the page classes, so this stays as small as they are. */
  private static final Map<String, Evaluator> COMPILED = new ConcurrentHashMap<>();

  private final String page;
  private final Element root;
  private List<Element> controls;
  private Map<String, Element> firstOfName;
  private Map<String, Element> labels;

  private Markup(String page, Element root) {
    this.page = page;
    this.root = root;
  }

  /**
   * Parsed; where elements end is kept only when the page may have been cut, since it costs half as
   * much again (measured, docs/benchmark.md).
   *
   * @param path where it came from, without query: it stands in errors
   */
  public static Document document(byte[] utf8, String path) {
    int tail = Math.max(0, utf8.length - TAIL);
    boolean whole = END.matcher(new String(utf8, tail, utf8.length - tail, UTF_8)).find();
    return Parser.htmlParser()
        .setTrackPosition(!whole)
        .parseInput(new InputStreamReader(new ByteArrayInputStream(utf8), UTF_8), path);
  }

  /** The same of text. */
  public static Document document(String html, String path) {
    return document(html.getBytes(UTF_8), path);
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
    Element found = first(selector);
    if (found == null) {
      throw changed(selector + " is missing");
    }
    return found;
  }

  /** A main column is looked for by itself first: the navigation before it is long (measured). */
  private Element first(String selector) {
    if (!selector.startsWith(MAIN_COLUMN + " ")) {
      return root.selectFirst(compiled(selector));
    }
    Element column = root.selectFirst(compiled(MAIN_COLUMN));
    return column == null
        ? null
        : column.selectFirst(compiled(selector.substring(MAIN_COLUMN.length() + 1)));
  }

  /** One that must also have ended inside the page. */
  Element whole(String selector) {
    Element found = one(selector);
    Range end = found.endSourceRange();
    if (end.isTracked() && end.isImplicit()) {
      throw new PageTruncated(page, path());
    }
    return found;
  }

  /** The control of this name; the page itself says that it could be sent. */
  Element named(String name) {
    if (!has(name)) {
      throw changed("[name=\"" + name + "\"] is missing");
    }
    return firstOfName.get(name);
  }

  /** Whether there is a control of this name. */
  boolean has(String name) {
    if (firstOfName == null) {
      firstOfName = firstBy("name", controls());
    }
    return firstOfName.containsKey(name);
  }

  /** The label of a control. */
  Element label(String controlId) {
    if (labels == null) {
      labels = firstBy("for", root.getElementsByAttribute("for"));
    }
    Element found = labels.get(controlId);
    if (found == null) {
      throw changed("label[for=\"" + controlId + "\"] is missing");
    }
    return found;
  }

  /** Every control that has a name, in the order of the page; looked for once. */
  List<Element> controls() {
    if (controls == null) {
      controls = List.copyOf(root.getElementsByAttribute("name"));
    }
    return controls;
  }

  private static Map<String, Element> firstBy(String attribute, List<Element> elements) {
    Map<String, Element> first = new HashMap<>();
    for (Element element : elements) {
      first.putIfAbsent(element.attr(attribute), element);
    }
    return first;
  }

  /** Section 8.1: {@code value}, else {@code data-value}, else nothing. */
  String value(String name) {
    Element input = named(name);
    return input.attr("value").isEmpty() ? input.attr("data-value") : input.attr("value");
  }

  List<Element> all(String selector) {
    return root.select(compiled(selector));
  }

  /** Parsing a selector costs more than looking with it (measured). */
  static Evaluator compiled(String selector) {
    return COMPILED.computeIfAbsent(selector, Selector::evaluatorOf);
  }

  int number(String text, String what) {
    if (!text.strip().matches("\\d{1,9}")) {
      throw changed(what + " is not a number");
    }
    return Integer.parseInt(text.strip());
  }

  /** The id in the first link to a record of its own (section 12.1). */
  int linkedId(Element row) {
    for (Element link : below(row, "a")) {
      Matcher matcher = ID_IN_LINK.matcher(link.attr("href"));
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw changed("a row has no link with the record's id");
  }

  /** Its elements; a fresh list, since Jsoup's own stays with the document. */
  static List<Element> inside(Element element) {
    int nodes = element.childNodeSize();
    List<Element> children = new ArrayList<>(nodes);
    for (int i = 0; i < nodes; i++) {
      if (element.childNode(i) instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** {@code hasClass}; the usual case, the class named first, costs no search (measured). */
  static boolean isOfClass(Element element, String name) {
    String classes = element.attr("class");
    boolean first =
        classes.startsWith(name)
            && (classes.length() == name.length() || classes.charAt(name.length()) == ' ');
    return first || element.hasClass(name);
  }

  /** Text as a reader sees it: blanks collapsed, none at its ends. */
  static String text(Element element) {
    return element.childNodeSize() == 1 && element.childNode(0) instanceof TextNode only
        ? only.text().strip()
        : element.text().strip();
  }

  /**
   * All elements of this name below another, in the order of the document. In a table of thousands
   * of cells a plain walk is several times as fast as a selector (measured).
   */
  static List<Element> below(Element root, String name) {
    List<Element> found = new ArrayList<>(4);
    collect(root, name, found);
    return found;
  }

  private static void collect(Element root, String name, List<Element> found) {
    for (int i = 0; i < root.childNodeSize(); i++) {
      if (root.childNode(i) instanceof Element e) {
        if (e.normalName().equals(name)) {
          found.add(e);
        }
        collect(e, name, found);
      }
    }
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
    Element inner =
        element.childNodeSize() == 1 && element.childNode(0) instanceof Element only
            ? only
            : element;
    return inner.childNodeSize() == 1 && inner.childNode(0) instanceof TextNode text
        ? text.getWholeText().strip()
        : inner.wholeText().strip();
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
