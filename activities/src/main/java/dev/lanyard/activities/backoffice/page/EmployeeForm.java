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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the create form and the edit form have in common (section 7.1). */
final class EmployeeForm {

  static final String DEPARTMENTS = "employee[departments][]";

  private final Markup form;
  private final Supplier<SiteBlock> sites;

  private EmployeeForm(Markup form, Supplier<SiteBlock> sites) {
    this.form = form;
    this.sites = sites;
  }

  /** Found by its action, never as "the first form" (section 8.2). */
  static EmployeeForm parse(Document document, String page, String action) {
    Markup form = whole(document, page, action);
    SiteBlock sites = SiteBlock.parse(form, SiteNames.EMPLOYEE);
    EmployeeForm found = new EmployeeForm(form, () -> sites);
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

  /** Only whole: what is missing in it is said when it is asked for. */
  static EmployeeForm parseLeniently(Document document, String page, String action) {
    Markup form = whole(document, page, action);
    try {
      SiteBlock sites = SiteBlock.parse(form, SiteNames.EMPLOYEE);
      return new EmployeeForm(form, () -> sites);
    } catch (PageChanged unreadable) {
      return new EmployeeForm(
          form,
          () -> {
            throw unreadable;
          });
    }
  }

  private static Markup whole(Document document, String page, String action) {
    Markup markup = Markup.of(document, page);
    return markup.within(markup.whole("#main-column form[action$=\"" + action + "\"]"));
  }

  /** Empty when the sites of a leniently read form cannot be read. */
  Optional<SiteTree> readableTree() {
    try {
      return Optional.of(tree());
    } catch (PageChanged unreadable) {
      return Optional.empty();
    }
  }

  Markup markup() {
    return form;
  }

  SiteTree tree() {
    return sites.get().tree();
  }

  Optional<SiteAccess> access() {
    return sites.get().access();
  }

  Optional<Polarity> labelledPolarity() {
    return sites.get().labelled();
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
    return sites.get().everywhere();
  }

  /**
   * The pairs that grant this access, and no others of the site block.
   *
   * @throws IllegalArgumentException see {@link SiteEncoding#restricted}
   */
  List<FormPair> sitePairs(SiteAccess wanted, Optional<Polarity> proven) {
    return sites.get().pairs(wanted, proven);
  }
}
