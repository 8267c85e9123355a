package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.SiteChoice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What names stand for. Exact matches only: the nearest one is never taken. Collects every problem
 * with the names that would be right.
 */
final class Resolution {

  private static final String GREETER = "Greeter";

  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();

  List<Finding> problems() {
    return problems;
  }

  List<Finding> warnings() {
    return warnings;
  }

  void problem(String code, String field, String text) {
    problems.add(new Finding(code, field, text));
  }

  void warning(String code, String field, String text) {
    warning(new Finding(code, field, text));
  }

  void warning(Finding warning) {
    warnings.add(warning);
  }

  /** Ascending by id; for "all" today's sites. Empty when a name is not resolved. */
  Optional<SiteGrant> sites(SiteChoice choice, SiteTree tree) {
    List<SiteRef> found = new ArrayList<>();
    int before = problems.size();
    if (choice.all()) {
      tree.sites().forEach(site -> found.add(new SiteRef(site.id(), site.name())));
    }
    for (String name : choice.names()) {
      List<SiteTree.Site> named = tree.named(name);
      if (named.size() == 1) {
        found.add(new SiteRef(named.get(0).id(), name));
      } else if (named.isEmpty()) {
        unknown(
            "UNKNOWN_SITE", "sites", "site", name, tree.sites().stream().map(SiteTree.Site::name));
      } else {
        problem("UNKNOWN_SITE", "sites", "Several sites are called \"" + name + "\".");
      }
    }
    found.sort(Comparator.comparingInt(SiteRef::id));
    return problems.size() == before && !found.isEmpty()
        ? Optional.of(new SiteGrant(choice.all(), found))
        : Optional.empty();
  }

  /** The one that the hire names first, for "all" the one of the smallest id. */
  Optional<SiteRef> wageSite(SiteChoice choice, SiteGrant grant, Map<Integer, String> offered) {
    SiteRef first =
        grant.sites().stream()
            .filter(site -> choice.all() || site.name().equals(choice.names().get(0)))
            .findFirst()
            .orElseThrow();
    if (!offered.containsKey(first.id())) {
      problem(
          "UNKNOWN_SITE",
          "sites",
          "Site \"" + first.name() + "\" is not offered as a wage site; name another one first.");
      return Optional.empty();
    }
    return Optional.of(first);
  }

  /** Without any: Greeter. With the rule, Greeter besides (section 10). */
  Optional<List<DepartmentRef>> departments(
      List<String> wanted, Map<Integer, String> offered, boolean greeterRule) {
    Set<String> names = new LinkedHashSet<>(wanted);
    if (names.isEmpty() || (greeterRule && offered.containsValue(GREETER))) {
      names.add(GREETER);
    }
    if (greeterRule && !names.contains(GREETER)) {
      warning(
          "UNKNOWN_DEPARTMENT",
          "departments",
          "There is no department \"" + GREETER + "\", so the Greeter rule adds nothing.");
    }
    List<DepartmentRef> found = new ArrayList<>();
    for (String name : names) {
      Optional<DepartmentRef> department =
          offered.entrySet().stream()
              .filter(entry -> entry.getValue().equals(name))
              .map(entry -> new DepartmentRef(entry.getKey(), name))
              .findFirst();
      department.ifPresentOrElse(
          found::add,
          () ->
              unknown(
                  "UNKNOWN_DEPARTMENT",
                  "departments",
                  "department",
                  name,
                  offered.values().stream()));
    }
    found.sort(Comparator.comparingInt(DepartmentRef::id));
    return found.size() == names.size() ? Optional.of(found) : Optional.empty();
  }

  /** With what it stands for now: the approval is for that. */
  Optional<TemplateRef> template(String name, List<PermissionTemplate> offered) {
    List<PermissionTemplate> named =
        offered.stream().filter(template -> template.name().equals(name)).toList();
    if (offered.isEmpty()) {
      problem(
          "UNKNOWN_TEMPLATE",
          "permissionTemplate",
          "No permission template can be read, since the bot sees no employee (section 9.1).");
    } else if (named.isEmpty()) {
      unknown(
          "UNKNOWN_TEMPLATE",
          "permissionTemplate",
          "permission template",
          name,
          offered.stream().map(PermissionTemplate::name));
    } else if (named.size() > 1) {
      problem(
          "UNKNOWN_TEMPLATE",
          "permissionTemplate",
          "Several permission templates are called \"" + name + "\".");
    }
    return named.size() == 1
        ? named.stream().map(Resolution::reference).findFirst()
        : Optional.empty();
  }

  private static TemplateRef reference(PermissionTemplate template) {
    return new TemplateRef(
        template.id(),
        template.name(),
        ascending(template.permissions().grants()),
        ascending(template.permissions().overrides()));
  }

  private static List<Integer> ascending(Collection<Integer> ids) {
    return ids.stream().sorted().toList();
  }

  private void unknown(
      String code, String field, String what, String name, Stream<String> offered) {
    String valid = String.join(", ", offered.sorted().toList());
    problem(code, field, "There is no " + what + " \"" + name + "\". Valid names: " + valid + ".");
  }
}
