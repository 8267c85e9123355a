package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.BrowserForm;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One employee's permissions at the point of sale, and all templates (section 9.1). */
public final class PermissionPage {

  static final String PAGE = "permission page";
  private static final String FORM = "#main-column form[action$=\"/employee/permissions/update\"]";
  private static final String SUBTITLE = "#main-column #page-sub-title strong";
  static final String AUTHORITY = "hasActionApprovalAuthority";

  /** Block A's switch reuses the name of permission 1, so it is told by its id. */
  private static final String GRANTS =
      "input[type=checkbox][name$=\"[hasGrantAccess]\"]:not(#action-approval-authority)";

  private static final String OVERRIDES = "input[type=checkbox][name$=\"[requiresOverride]\"]";
  private static final Pattern NAME =
      Pattern.compile("permissions\\[(\\d{1,9})]\\[(hasGrantAccess|requiresOverride)]");
  private static final Pattern LABEL = Pattern.compile("permissions\\[(\\d{1,9})]\\[label]");
  private static final Pattern COMMA = Pattern.compile(",");

  private final Markup form;
  private final String posUserId;
  private final List<PermissionTemplate> templates;

  private PermissionPage(Markup form, String posUserId, List<PermissionTemplate> templates) {
    this.form = form;
    this.posUserId = posUserId;
    this.templates = templates;
  }

  public static PermissionPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    Markup form = page.within(page.whole(FORM));
    List<Element> subtitle = page.all(SUBTITLE);
    if (subtitle.size() < 2) {
      throw page.changed(SUBTITLE + " with name and POS user ID is missing");
    }
    form.named("employeeId");
    form.named(AUTHORITY);
    form.one(GRANTS);
    List<PermissionTemplate> templates =
        form.one("select[name=templateId]").select("option").stream()
            .filter(option -> !option.attr("value").isBlank())
            .map(option -> template(form, option))
            .toList();
    return new PermissionPage(form, subtitle.get(1).text().strip(), templates);
  }

  private static PermissionTemplate template(Markup form, Element option) {
    return new PermissionTemplate(
        form.number(option.attr("value"), "a template's value"),
        option.text().strip(),
        new PermissionSet(
            ids(form, option, "data-permissions-set"),
            ids(form, option, "data-manager-override-permissions-set")));
  }

  private static SortedSet<Integer> ids(Markup form, Element option, String attribute) {
    if (!option.hasAttr(attribute)) {
      throw form.changed(attribute + " of a template is missing");
    }
    return COMMA
        .splitAsStream(option.attr(attribute))
        .filter(id -> !id.isBlank())
        .map(id -> form.number(id, attribute))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public int employeeId() {
    return form.number(form.value("employeeId"), "employeeId");
  }

  /** From the subtitle: whose page this is. */
  public String posUserId() {
    return posUserId;
  }

  public List<PermissionTemplate> templates() {
    return templates;
  }

  /**
   * Labels by permission id, ascending. Permission 1 comes twice; the label beside its own box
   * counts, not the one of the authority switch (section 9.1).
   */
  public SortedMap<Integer, String> labels() {
    SortedMap<Integer, String> labels = new TreeMap<>();
    for (Element input : form.all("input[type=hidden][name$=\"[label]\"]")) {
      Matcher matcher = LABEL.matcher(input.attr("name"));
      if (matcher.matches()) {
        // The switch comes first (block A), so the last one is the permission's own.
        labels.put(Integer.valueOf(matcher.group(1)), input.attr("value").strip());
      }
    }
    return labels;
  }

  /** Every permission that there is to grant, ascending. */
  public SortedSet<Integer> permissions() {
    return ids(GRANTS, false);
  }

  /** Whether the switch that stands for every permission is on (section 9.2). */
  public boolean actionApprovalAuthority() {
    return form.value(AUTHORITY).equals("1");
  }

  /** What the employee has now. The authority switch grants everything (section 9.2). */
  public PermissionSet current() {
    if (actionApprovalAuthority()) {
      return PermissionSet.of(ids(GRANTS, false), List.of());
    }
    return new PermissionSet(ids(GRANTS, true), ids(OVERRIDES, true));
  }

  private SortedSet<Integer> ids(String selector, boolean onlyChecked) {
    SortedSet<Integer> ids = new TreeSet<>();
    for (Element box : form.all(selector)) {
      Matcher matcher = NAME.matcher(box.attr("name"));
      if (!matcher.matches()) {
        throw form.changed("a permission's box is not named permissions[N][...]");
      }
      if (!onlyChecked || box.hasAttr("checked")) {
        ids.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return ids;
  }

  /** What every employee's page offers alike. */
  public PermissionMatrix matrix() {
    return new PermissionMatrix(
        templates,
        ids(GRANTS, false),
        ids(OVERRIDES, false),
        BrowserForm.entries(form.root()).dropIf(pair -> NAME.matcher(pair.name()).matches()));
  }

  /**
   * The full matrix of single permissions, as the page's script would leave it after a person set
   * each by hand: no template, the authority on exactly when everything is granted and nothing
   * needs approval (section 9.2), and block A's hidden fields as they stand.
   */
  public FormEntries granting(PermissionSet wanted) {
    PermissionMatrix matrix = matrix();
    if (!matrix.offers(wanted)) {
      throw form.changed("a wanted permission has no box");
    }
    boolean everything = wanted.grants().equals(matrix.grantable()) && wanted.overrides().isEmpty();
    return BrowserForm.entries(form.root())
        .dropIf(PermissionPage::isCheckedBox)
        .replace("templateId", "")
        .replace(AUTHORITY, everything ? "1" : "0")
        .append(PermissionMatrix.boxes(wanted));
  }

  /** Block A's hidden {@code requiresOverride} has the name of a box and the value 0. */
  private static boolean isCheckedBox(FormPair pair) {
    return NAME.matcher(pair.name()).matches() && !pair.value().equals("0");
  }

  /** Of this employee, see {@link PermissionMatrix#granting}. */
  public FormEntries granting(int templateId, PermissionSet wanted) {
    return matrix().granting(employeeId(), templateId, wanted);
  }
}
