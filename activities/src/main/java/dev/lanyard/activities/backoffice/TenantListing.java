package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.SiteGroupNames;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteEntry;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteGroup;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.backoffice.reading.TemplateListing.TemplateEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** "list sites", "list departments", "list permission templates": what a tenant offers. */
final class TenantListing {

  /** Three labels each: some hundred kilobytes at the very most (guessed). */
  private static final int NAMES_A_PAGE = 200;

  /** Two lists of labels each (guessed). */
  private static final int TEMPLATES_A_PAGE = 50;

  /** As long as a name in a hire may be; no longer one can be chosen anyway. */
  private static final int LONGEST_LABEL = 200;

  private final BackofficeClient client;

  TenantListing(BackofficeClient client) {
    this.client = client;
  }

  SiteListing sites(ListingQuestion question) {
    CreatePage form = look(Conversation::createPage);
    SiteGroupNames groups = form.siteGroups();
    Map<Integer, String> codes = form.siteCodes();
    List<SiteTree.Site> all = form.sites().sites();
    return new SiteListing(
        part(all, question, NAMES_A_PAGE).stream().map(site -> entry(site, groups, codes)).toList(),
        form.sites().flat(),
        question.page(),
        more(all, question, NAMES_A_PAGE),
        all.size());
  }

  private static SiteEntry entry(
      SiteTree.Site site, SiteGroupNames groups, Map<Integer, String> codes) {
    return new SiteEntry(
        site.id(),
        label(site.name()),
        label(codes.getOrDefault(site.id(), "")),
        site.district().map(d -> group(d.region(), groups.regions())),
        site.district().map(d -> group(d.id(), groups.districts())));
  }

  private static SiteGroup group(int id, Map<Integer, String> names) {
    return new SiteGroup(id, label(names.getOrDefault(id, "")));
  }

  DepartmentListing departments(ListingQuestion question) {
    List<DepartmentRef> all =
        look(Conversation::createPage).departments().entrySet().stream()
            .map(one -> new DepartmentRef(one.getKey(), label(one.getValue())))
            .toList();
    return new DepartmentListing(
        part(all, question, NAMES_A_PAGE),
        question.page(),
        more(all, question, NAMES_A_PAGE),
        all.size());
  }

  TemplateListing templates(ListingQuestion question) {
    Optional<PermissionPage> anybodys =
        look(talk -> talk.anybody().map(row -> talk.permissionPage(row.employeeId())));
    if (anybodys.isEmpty()) {
      return new TemplateListing(
          List.of(),
          0,
          question.page(),
          false,
          0,
          "templates stand on every employee's permission page, and the bot sees no employee");
    }
    PermissionPage page = anybodys.get();
    List<PermissionTemplate> all = page.templates();
    return new TemplateListing(
        part(all, question, TEMPLATES_A_PAGE).stream()
            .map(template -> entry(template, page.labels()))
            .toList(),
        page.permissions().size(),
        question.page(),
        more(all, question, TEMPLATES_A_PAGE),
        all.size(),
        "");
  }

  private static TemplateEntry entry(
      PermissionTemplate template, SortedMap<Integer, String> labels) {
    return new TemplateEntry(
        template.id(),
        label(template.name()),
        labelled(template.permissions().grants(), labels),
        labelled(template.permissions().overrides(), labels));
  }

  /** In the order given; a permission without a label keeps an empty one. */
  static List<PermissionRef> labelled(Collection<Integer> ids, Map<Integer, String> labels) {
    return ids.stream()
        .map(id -> new PermissionRef(id, label(labels.getOrDefault(id, ""))))
        .toList();
  }

  private <T> T look(Function<Conversation, T> talk) {
    return client.converse(EmployeeVerification::neverWrites, talk);
  }

  private static <T> List<T> part(List<T> all, ListingQuestion question, int rows) {
    return all.stream().skip((question.page() - 1L) * rows).limit(rows).toList();
  }

  private static boolean more(List<?> all, ListingQuestion question, int rows) {
    return all.size() > (long) question.page() * rows;
  }

  private static String label(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
  }
}
