package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.BrowserForm;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the create form and the edit form have in common (section 7.1). */
final class EmployeeForm {

  static final String DEPARTMENTS = "employee[departments][]";

  private final Markup form;
  private final SiteBlock sites;

  private EmployeeForm(Markup form) {
    this.form = form;
    this.sites = SiteBlock.parse(form, SiteNames.EMPLOYEE);
  }

  /** Found by its action, never as "the first form" (section 8.2). */
  static EmployeeForm parse(Document document, String page, String action) {
    Markup markup = Markup.of(document, page);
    EmployeeForm found =
        new EmployeeForm(
            markup.within(markup.whole("#main-column form[action$=\"" + action + "\"]")));
    List.of(
            "employee[firstName]",
            "employee[lastName]",
            "employee[phone]",
            "employee[email]",
            "employee[startDate]",
            "employee[adpEmployeeId]",
            "posCredential[POSLoginID]",
            "posCredential[POSLoginPassword]")
        .forEach(found.form::named);
    return found;
  }

  Markup markup() {
    return form;
  }

  SiteTree tree() {
    return sites.tree();
  }

  Optional<SiteAccess> access() {
    return sites.access();
  }

  Optional<Polarity> labelledPolarity() {
    return sites.labelled();
  }

  /** Names by id, in the order of the form. */
  Map<Integer, String> departments() {
    Map<Integer, String> departments = new LinkedHashMap<>();
    for (Element option : form.one("select[name=\"" + DEPARTMENTS + "\"]").select("option")) {
      if (!option.attr("value").isBlank()) {
        departments.put(
            form.number(option.attr("value"), "a department's value"), option.text().strip());
      }
    }
    return departments;
  }

  SortedSet<Integer> chosenDepartments() {
    return form.one("select[name=\"" + DEPARTMENTS + "\"]").select("option[selected]").stream()
        .map(option -> form.number(option.attr("value"), "a department's value"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  FormEntries entries() {
    return BrowserForm.entries(form.root());
  }

  /** What grants all sites; absent when the form has no control for it. */
  Optional<FormPair> everywhere() {
    return sites.everywhere();
  }

  /**
   * The pairs that grant this access, and no others of the site block.
   *
   * @throws IllegalArgumentException see {@link SiteEncoding#restricted}
   */
  List<FormPair> sitePairs(SiteAccess wanted, Optional<Polarity> proven) {
    return sites.pairs(wanted, proven);
  }
}
