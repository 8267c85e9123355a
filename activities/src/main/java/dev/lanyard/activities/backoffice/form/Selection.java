package dev.lanyard.activities.backoffice.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Which options of a select are chosen as the server rendered it. */
final class Selection {

  /** The standard's "rules for parsing non-negative integers": what follows the digits is left. */
  private static final Pattern NUMBER = Pattern.compile("\\s*\\+?0*([0-9]+).*", Pattern.DOTALL);

  private static final Evaluator OPTIONS = Selector.evaluatorOf("option");

  private Selection() {}

  /** The values of the options that a browser sends, in order. */
  static List<String> of(Element select) {
    List<Element> options = select.select(OPTIONS);
    List<Element> marked = options.stream().filter(o -> o.hasAttr("selected")).toList();
    if (!select.hasAttr("multiple")) {
      if (!marked.isEmpty()) {
        marked = List.of(marked.get(marked.size() - 1));
      } else if (showsOneLine(select)) {
        marked = options.stream().filter(o -> !optionDisabled(o)).limit(1).toList();
      }
    }
    return marked.stream().filter(o -> !optionDisabled(o)).map(Selection::value).toList();
  }

  private static boolean showsOneLine(Element select) {
    Matcher size = NUMBER.matcher(select.attr("size"));
    return !size.matches() || size.group(1).equals("0") || size.group(1).equals("1");
  }

  private static boolean optionDisabled(Element option) {
    Element parent = option.parent();
    return option.hasAttr("disabled")
        || (parent != null && parent.normalName().equals("optgroup") && parent.hasAttr("disabled"));
  }

  private static String value(Element option) {
    return option.hasAttr("value") ? option.attr("value") : option.text();
  }
}
