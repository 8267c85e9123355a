package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The blank form of a new employee (section 7.1): also where sites and departments are listed. */
public final class CreatePage {

  private static final String PAGE = "create page";
  private static final String ACTION = "/employee/insert";
  private static final String WAGE_SITE = "wage[siteId]";

  private final EmployeeForm form;

  private CreatePage(EmployeeForm form) {
    this.form = form;
  }

  public static CreatePage parse(Document document) {
    EmployeeForm form = EmployeeForm.parse(document, PAGE, ACTION);
    List.of(
            "wage[isHourly]",
            "wage[regularRate]",
            "wage[isOvertimeEligible]",
            "wage[overtimeRate]",
            WAGE_SITE)
        .forEach(form.markup()::named);
    return new CreatePage(form);
  }

  public SiteTree sites() {
    return form.tree();
  }

  public SiteGroupNames siteGroups() {
    return SiteGroupNames.parse(form.markup());
  }

  /** Names by id. */
  public Map<Integer, String> departments() {
    return form.departments();
  }

  /** Short codes by site id: the second naming of sites (section 6.2). */
  public Map<Integer, String> siteCodes() {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (Element option : form.markup().named(WAGE_SITE).select("option")) {
      if (!option.attr("value").isBlank()) {
        codes.put(
            form.markup().number(option.attr("value"), "a wage site's value"),
            option.text().strip());
      }
    }
    return codes;
  }

  /**
   * The body of section 7.2: the given values, the sites, and the hidden inputs that the page may
   * carry besides (none is known).
   */
  public FormEntries filled(FormEntries values, SiteAccess access, Optional<Polarity> proven) {
    values.pairs().stream().map(FormPair::name).distinct().forEach(form.markup()::named);
    Set<String> hidden =
        form.markup().all("input[type=hidden]").stream()
            .map(input -> input.attr("name"))
            .collect(Collectors.toSet());
    FormEntries unknown =
        form.entries()
            .dropByPrefix(SiteEncoding.PREFIXES)
            .dropIf(pair -> !hidden.contains(pair.name()))
            .dropIf(pair -> !values.values(pair.name()).isEmpty());
    return unknown.append(values.pairs()).append(form.sitePairs(access, proven));
  }
}
