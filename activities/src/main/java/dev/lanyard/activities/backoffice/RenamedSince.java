package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.PermissionSet;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is offered now, under the names that it had when it was approved. An approval is for ids and
 * for what they grant; a name is a label, so another one is a warning. A name that something else
 * bears now stays with that: then it is a question for the approver.
 */
final class RenamedSince {

  private final Optional<BackofficeTarget> approved;
  private final List<Finding> warnings = new ArrayList<>();

  RenamedSince(Optional<BackofficeTarget> approved) {
    this.approved = approved;
  }

  List<Finding> warnings() {
    return warnings;
  }

  SiteTree sites(SiteTree now) {
    Set<String> taken = now.sites().stream().map(SiteTree.Site::name).collect(Collectors.toSet());
    Map<Integer, String> names = new LinkedHashMap<>();
    approved.ifPresent(
        target ->
            target.sites().sites().stream()
                .filter(site -> !taken.contains(site.name()))
                .forEach((SiteRef site) -> names.put(site.id(), site.name())));
    List<SiteTree.Site> sites =
        now.sites().stream()
            .map(
                site -> {
                  String before = names.getOrDefault(site.id(), site.name());
                  renamed("SITE_RENAMED", "sites", "Site", before, site.name());
                  return new SiteTree.Site(site.id(), before, site.district());
                })
            .toList();
    return new SiteTree(now.regions(), now.districts(), sites);
  }

  Map<Integer, String> departments(Map<Integer, String> now) {
    Map<Integer, String> departments = new LinkedHashMap<>(now);
    for (DepartmentRef department : approved.map(BackofficeTarget::departments).orElse(List.of())) {
      String name = now.get(department.id());
      if (name != null && !now.containsValue(department.name())) {
        renamed("DEPARTMENT_RENAMED", "departments", "Department", department.name(), name);
        departments.put(department.id(), department.name());
      }
    }
    return departments;
  }

  /** Only while it stands for exactly what was approved. */
  List<PermissionTemplate> templates(List<PermissionTemplate> now) {
    Optional<TemplateRef> wanted =
        approved
            .map(BackofficeTarget::template)
            .filter(template -> now.stream().noneMatch(one -> one.name().equals(template.name())));
    return now.stream()
        .map(
            one ->
                wanted.filter(template -> same(one, template)).map(t -> named(one, t)).orElse(one))
        .toList();
  }

  private PermissionTemplate named(PermissionTemplate now, TemplateRef before) {
    renamed(
        "TEMPLATE_RENAMED", "permissionTemplate", "Permission template", before.name(), now.name());
    return new PermissionTemplate(now.id(), before.name(), now.permissions());
  }

  private static boolean same(PermissionTemplate now, TemplateRef before) {
    return now.id() == before.id()
        && now.permissions().equals(PermissionSet.of(before.grants(), before.overrides()));
  }

  private void renamed(String code, String field, String what, String before, String now) {
    if (!before.equals(now)) {
      warnings.add(
          new Finding(
              code,
              field,
              what
                  + " \""
                  + before
                  + "\" is now called \""
                  + now
                  + "\"; it is the one that was approved, so nothing else changes."));
    }
  }
}
