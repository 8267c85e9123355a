package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The form of a new employee (section 7.1): also where sites and departments are listed. Holds what
 * the form offers and nothing of the page itself, so that it is small enough to be remembered.
 *
 * @param departments names by id
 * @param siteCodes short codes by site id: the second naming of sites (section 6.2)
 * @param fields the name of every control
 * @param texts what stands in the one-line text fields, by name
 * @param hidden hidden inputs that the form carries besides those that we know (none is known)
 * @param everywhere what grants all sites; absent when the form does not offer it
 * @param path where it came from, for errors
 */
public record CreatePage(
    SiteTree sites,
    SiteGroupNames siteGroups,
    Map<Integer, String> departments,
    Map<Integer, String> siteCodes,
    Set<String> fields,
    Map<String, String> texts,
    FormEntries hidden,
    Optional<FormPair> everywhere,
    String path) {

  private static final String PAGE = "create page";
  private static final String ACTION = "/employee/insert";
  private static final String WAGE_SITE = "wage[siteId]";
  private static final List<String> WHO =
      List.of("employee[firstName]", "employee[lastName]", "employee[email]");

  public CreatePage {
    departments = Collections.unmodifiableMap(new LinkedHashMap<>(departments));
    siteCodes = Collections.unmodifiableMap(new LinkedHashMap<>(siteCodes));
    fields = Set.copyOf(fields);
    texts = Map.copyOf(texts);
  }

  public static CreatePage parse(Document document) {
    EmployeeForm form = EmployeeForm.parse(document, PAGE, ACTION);
    Markup markup = form.markup();
    List.of(
            "wage[isHourly]",
            "wage[regularRate]",
            "wage[isOvertimeEligible]",
            "wage[overtimeRate]",
            WAGE_SITE)
        .forEach(markup::named);
    return new CreatePage(
        form.tree(),
        SiteGroupNames.parse(markup),
        form.departments(),
        siteCodes(markup),
        markup.controls().stream().map(e -> e.attr("name")).collect(Collectors.toSet()),
        texts(markup),
        hidden(form),
        form.everywhere(),
        document.location());
  }

  private static Map<Integer, String> siteCodes(Markup form) {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (Element option : form.named(WAGE_SITE).select("option")) {
      if (!option.attr("value").isBlank()) {
        codes.put(form.number(option.attr("value"), "a wage site's value"), option.text().strip());
      }
    }
    return codes;
  }

  private static Map<String, String> texts(Markup form) {
    Map<String, String> texts = new LinkedHashMap<>();
    form.controls().stream()
        .filter(field -> isInput(field, "text") || isInput(field, ""))
        .forEach(field -> texts.put(field.attr("name"), field.attr("value")));
    return texts;
  }

  /**
   * @param type empty for an input that names none
   */
  private static boolean isInput(Element element, String type) {
    return element.normalName().equals("input") && element.attr("type").equalsIgnoreCase(type);
  }

  private static FormEntries hidden(EmployeeForm form) {
    Set<String> names =
        form.markup().controls().stream()
            .filter(input -> isInput(input, "hidden"))
            .map(input -> input.attr("name"))
            .collect(Collectors.toSet());
    return form.entries()
        .dropByPrefix(SiteEncoding.PREFIXES)
        .dropIf(pair -> !names.contains(pair.name()));
  }

  /** Whether it shows nobody's values, as it does after a refused write (section 4.1). */
  public boolean blank() {
    return WHO.stream().allMatch(name -> texts.getOrDefault(name, "").isEmpty());
  }

  /** What stands in a one-line text field; empty when the form has no such field. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /**
   * The body of section 7.2: the given values, the sites, and the hidden inputs that the page may
   * carry besides.
   */
  public FormEntries filled(FormEntries values, SiteAccess access, Optional<Polarity> proven) {
    values.pairs().stream().map(FormPair::name).forEach(this::require);
    List<FormPair> all = new ArrayList<>(values.pairs());
    if (access.all()) {
      all.add(everywhere.orElseThrow(() -> changed("the control for all sites is missing")));
    } else {
      all.addAll(SiteEncoding.restricted(sites, Set.copyOf(access.siteIds()), proven));
    }
    return hidden.dropIf(pair -> !values.values(pair.name()).isEmpty()).append(all);
  }

  private void require(String name) {
    if (!fields.contains(name)) {
      throw changed("[name=\"" + name + "\"] is missing");
    }
  }

  private PageChanged changed(String what) {
    return new PageChanged(PAGE, what, path);
  }

  /** Not the texts: after a refusal they are somebody's. */
  @Override
  public String toString() {
    return "CreatePage[" + sites.sites().size() + " sites, [redacted]]";
  }
}
