package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Response;
import java.util.List;
import java.util.Map;

/** Pages that only navigation leads to. */
final class OtherPages {
  private final SiteTree tree;
  private final Catalogue catalogue;
  private final PageSwitches switches;

  OtherPages(SiteTree tree, Catalogue catalogue, PageSwitches switches) {
    this.tree = tree;
    this.catalogue = catalogue;
    this.switches = switches;
  }

  Response dashboard() {
    return list("Dashboard", List.of(List.of("Everything here is invented.")), 50_000);
  }

  Response sites() {
    return list(
        "Sites",
        tree.sites().stream().map(site -> List.of(site.name(), site.shortCode())).toList());
  }

  Response posTemplates() {
    return list(
        "POS Permission Templates",
        catalogue.templates().stream()
            .map(template -> List.of(template.name(), PosTemplate.list(template.grants())))
            .toList());
  }

  Response webTemplates() {
    return list(
        "Back Office Permission Templates",
        WebPermissions.templates().stream().map(template -> List.of(template.name())).toList());
  }

  private Response list(String title, List<List<String>> lines) {
    return list(title, lines, 0);
  }

  private Response list(String title, List<List<String>> lines, int help) {
    return Layout.page(
        switches,
        200,
        title,
        Layout.NOTHING,
        Layout.part(
            "list", Map.of("lines", lines.stream().map(cells -> Map.of("cells", cells)).toList())),
        help);
  }
}
