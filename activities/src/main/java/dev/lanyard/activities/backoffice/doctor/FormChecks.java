package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.SiteTree;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the form of a new employee tells of the tenant (sections 6, 7.1, 10). */
final class FormChecks {

  static final String CREATE = "/employee/create";
  private static final String GREETER = "Greeter";

  private final Survey survey;
  private final Sheet sheet;

  FormChecks(Survey survey, Sheet sheet) {
    this.survey = survey;
    this.sheet = sheet;
  }

  /** The form itself, and whether it offers every site of the configuration. */
  Optional<CreatePage> essentials(List<String> configuredSites) {
    Optional<CreatePage> page = sheet.look("create-page", CREATE, survey::createPage);
    page.ifPresentOrElse(
        form -> {
          sheet.ok("create-page", CREATE, shape(form));
          configuredSites(form.sites(), configuredSites);
        },
        () -> sheet.unknown("configured-sites", CREATE, "Not known without the create page."));
    return page;
  }

  private static String shape(CreatePage form) {
    SiteTree tree = form.sites();
    String sites =
        tree.flat()
            ? "A flat tenant: " + counted(tree.sites(), "site")
            : "A hierarchical tenant: "
                + counted(tree.regions(), "region")
                + ", "
                + counted(tree.districts(), "district")
                + ", "
                + counted(tree.sites(), "site");
    return sites + ", " + counted(form.departments().keySet(), "department") + ".";
  }

  private static String counted(Collection<?> things, String what) {
    return things.size() + " " + what + (things.size() == 1 ? "" : "s");
  }

  private void configuredSites(SiteTree tree, List<String> configured) {
    List<String> missing = configured.stream().filter(name -> tree.named(name).isEmpty()).toList();
    if (configured.isEmpty()) {
      sheet.ok("configured-sites", CREATE, "lanyard.sites lists none, so none is missing.");
    } else if (missing.isEmpty()) {
      sheet.ok(
          "configured-sites",
          CREATE,
          "The bot sees " + counted(configured, "configured site") + ", which is all of them.");
    } else {
      sheet.failed(
          "configured-sites",
          CREATE,
          "The bot does not see "
              + missing.size()
              + " of "
              + counted(configured, "configured site")
              + ": "
              + quoted(missing)
              + ".",
          "Give the bot's user all regions (or all sites), or correct the names in lanyard.sites:"
              + " they count exactly, with case.");
    }
  }

  /** What a hire may stumble over. */
  void names(CreatePage form, boolean greeterRule) {
    List<String> twice =
        form.sites().sites().stream()
            .map(SiteTree.Site::name)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (twice.isEmpty()) {
      sheet.ok("site-names", CREATE, "No two sites have the same name.");
    } else {
      sheet.warning(
          "site-names",
          CREATE,
          "Several sites are called " + quoted(twice) + ": a hire cannot name them.",
          "Give them different names in Backoffice.");
    }
    if (form.departments().containsValue(GREETER)) {
      sheet.ok("greeter", CREATE, "There is a department Greeter.");
    } else {
      sheet.warning(
          "greeter",
          CREATE,
          "There is no department Greeter.",
          greeterRule
              ? "Create it, or set SONNYS_GREETER_RULE=false and name departments in every hire."
              : "Name departments in every hire.");
    }
  }

  static String quoted(Collection<String> names) {
    return names.stream()
        .map(name -> '"' + ServerWords.plain(name) + '"')
        .collect(Collectors.joining(", "));
  }
}
