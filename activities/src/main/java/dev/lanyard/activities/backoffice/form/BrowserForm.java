package dev.lanyard.activities.backoffice.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The entry list that a browser would send for a form as the server rendered it: the HTML
 * standard's "constructing the entry list", plus the one thing that the page's script does to it, a
 * date field whose value stands in {@code data-value} (section 8.2, rule 2).
 *
 * <p>File inputs are left out (section 8.2, rule 4); Backoffice has none. A number or date that is
 * none is sent as it stands: a browser would empty it and then refuse to submit.
 */
public final class BrowserForm {

  private static final Set<String> BUTTONS = Set.of("submit", "button", "reset", "image");

  private static final Set<String> SINGLE_LINE =
      Set.of("text", "search", "tel", "url", "email", "password");

  /** Section 8.2, rule 2. */
  private static final Set<String> KNOWS_DATA_VALUE =
      Set.of(
          "text", "hidden", "number", "email", "tel", "password", "search", "url", "date", "time");

  private static final Set<String> CONTROLS = Set.of("input", "select", "textarea", "button");

  private static final Set<String> KNOWN =
      Set.of(
          "text",
          "search",
          "tel",
          "url",
          "email",
          "password",
          "hidden",
          "number",
          "range",
          "color",
          "date",
          "month",
          "week",
          "time",
          "datetime-local",
          "checkbox",
          "radio",
          "file",
          "submit",
          "image",
          "reset",
          "button");

  private BrowserForm() {}

  /** Without any submit button: as when the script sends the form. */
  public static FormEntries entries(Element form) {
    return collect(form, null);
  }

  /**
   * As when this button is pressed: it is the one button that is sent, if it has a name.
   *
   * @throws IllegalArgumentException when it is no enabled submit button of the form
   */
  public static FormEntries entries(Element form, Element button) {
    boolean submits = button.normalName().equals("button") || button.normalName().equals("input");
    if (!submits || !type(button).equals("submit") || !owns(form, button) || disabled(button)) {
      throw new IllegalArgumentException("not an enabled submit button of this form");
    }
    return collect(form, button);
  }

  private static FormEntries collect(Element form, Element chosen) {
    List<Element> controls = controls(form);
    Map<String, Element> radios = checkedRadios(controls);
    List<FormPair> pairs = new ArrayList<>();
    for (Element control : controls) {
      String name = control.attr("name");
      if (name.isEmpty()
          || disabled(control)
          || inside("datalist", control) != null
          || inside("template", control) != null) {
        continue;
      }
      switch (control.normalName()) {
        case "select" -> Selection.of(control).forEach(value -> add(pairs, name, value));
        case "textarea" -> add(pairs, name, control.wholeText());
        case "button" -> {
          if (control.equals(chosen)) {
            add(pairs, name, control.attr("value"));
          }
        }
        default -> addInput(control, name, chosen, radios, pairs);
      }
      if (knowsDirection(control, chosen) && !control.attr("dirname").isEmpty()) {
        add(pairs, control.attr("dirname"), TextDirection.of(control));
      }
    }
    return new FormEntries(pairs);
  }

  /** A browser sends every line end as CR LF, in names too. */
  private static void add(List<FormPair> pairs, String name, String value) {
    pairs.add(new FormPair(lineEnds(name), lineEnds(value)));
  }

  /** The standard's "auto-directionality form-associated elements", as far as they are sent. */
  private static boolean knowsDirection(Element control, Element chosen) {
    String type = type(control);
    return switch (control.normalName()) {
      case "textarea" -> true;
      case "input" ->
          SINGLE_LINE.contains(known(type))
              || type.equals("hidden")
              || (type.equals("submit") && control.equals(chosen));
      default -> false;
    };
  }

  private static void addInput(
      Element input,
      String name,
      Element chosen,
      Map<String, Element> radios,
      List<FormPair> pairs) {
    String type = type(input);
    boolean sent =
        switch (type) {
          case "checkbox" -> input.hasAttr("checked");
          case "radio" -> input.equals(radios.get(name));
          case "file" -> false;
          default -> !BUTTONS.contains(type) || input.equals(chosen);
        };
    if (sent) {
      boolean asksEncoding = type.equals("hidden") && name.equalsIgnoreCase("_charset_");
      add(pairs, name, asksEncoding ? "UTF-8" : value(input, type));
    }
  }

  private static String value(Element input, String type) {
    if (type.equals("checkbox") || type.equals("radio")) {
      return input.hasAttr("value") ? input.attr("value") : "on";
    }
    String value = input.attr("value");
    if (value.isEmpty() && KNOWS_DATA_VALUE.contains(known(type))) {
      value = input.attr("data-value");
    }
    if (!SINGLE_LINE.contains(known(type))) {
      return value;
    }
    String line = value.replaceAll("[\r\n]", "");
    return type.equals("email") || type.equals("url") ? line.strip() : line;
  }

  /** An unknown type is a text. */
  private static String known(String type) {
    return KNOWN.contains(type) ? type : "text";
  }

  private static String type(Element control) {
    boolean button = control.normalName().equals("button");
    String type = control.attr("type").toLowerCase(Locale.ROOT);
    if (button) {
      return type.equals("button") || type.equals("reset") ? type : "submit";
    }
    return type.isEmpty() ? "text" : type;
  }

  /** Every control that belongs to the form, in the order of the document. */
  private static List<Element> controls(Element form) {
    Document document = form.ownerDocument();
    Element root = document == null ? form : document;
    Set<Element> linked =
        form instanceof FormElement f ? new HashSet<>(f.elements()) : new HashSet<>();
    List<Element> all = new ArrayList<>();
    collectControls(root, all);
    return all.stream().filter(control -> owns(form, control, linked)).toList();
  }

  /** A plain walk: over a whole page several times as fast as a selector (measured). */
  private static void collectControls(Element element, List<Element> found) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element child) {
        if (CONTROLS.contains(child.normalName())) {
          found.add(child);
        }
        collectControls(child, found);
      }
    }
  }

  private static boolean owns(Element form, Element control) {
    return owns(form, control, new HashSet<>());
  }

  /**
   * A {@code form} attribute decides alone; else the form around it; else the one that the parser
   * had open, as in a table.
   */
  private static boolean owns(Element form, Element control, Set<Element> linked) {
    if (control.hasAttr("form")) {
      Document document = control.ownerDocument();
      String id = control.attr("form");
      return document != null && !id.isEmpty() && form.equals(document.getElementById(id));
    }
    Element around = inside("form", control);
    return around == null ? linked.contains(control) : around.equals(form);
  }

  /** The nearest element of this name around the control; null when there is none. */
  private static Element inside(String name, Element control) {
    Element around = control.parent();
    while (around != null && !around.normalName().equals(name)) {
      around = around.parent();
    }
    return around;
  }

  private static boolean disabled(Element control) {
    if (control.hasAttr("disabled")) {
      return true;
    }
    for (Element parent = control.parent(); parent != null; parent = parent.parent()) {
      if (parent.normalName().equals("fieldset")
          && parent.hasAttr("disabled")
          && !insideFirstLegend(parent, control)) {
        return true;
      }
    }
    return false;
  }

  private static boolean insideFirstLegend(Element fieldset, Element control) {
    return fieldset.children().stream()
        .filter(child -> child.normalName().equals("legend"))
        .findFirst()
        .map(legend -> control.parents().contains(legend))
        .orElse(false);
  }

  /** Of several checked radios of one name the last stays checked, disabled ones included. */
  private static Map<String, Element> checkedRadios(List<Element> controls) {
    Map<String, Element> last = new HashMap<>();
    for (Element control : controls) {
      if (control.normalName().equals("input")
          && type(control).equals("radio")
          && control.hasAttr("checked")) {
        last.put(control.attr("name"), control);
      }
    }
    return last;
  }

  private static String lineEnds(String text) {
    return text.replaceAll("\r\n|\r|\n", "\r\n");
  }
}
