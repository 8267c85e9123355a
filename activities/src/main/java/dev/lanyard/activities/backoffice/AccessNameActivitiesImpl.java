package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.translated;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.PermissionMatrix;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.backoffice.AccessNameActivities;
import dev.lanyard.workflows.backoffice.AccessNames;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.NamedAccess;
import dev.lanyard.workflows.backoffice.NamesResolved;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** "resolve access names": read now, since what they stand for is written next. */
public final class AccessNameActivitiesImpl implements AccessNameActivities {

  /** No template has it: nothing is called like that by accident. */
  private static final TemplateRef NO_TEMPLATE = new TemplateRef(-1, "", List.of(), List.of());

  private final BackofficeClient client;
  private final boolean greeterRule;

  /** The client is the one of these settings; it may be shared with other activities. */
  public AccessNameActivitiesImpl(BackofficeClient client, BackofficeSettings settings) {
    this.client = client;
    this.greeterRule = settings.greeterRule();
  }

  @Override
  public NamesResolved resolve(AccessNames names) {
    return translated(
        () -> client.converse(EmployeeVerification::neverWrites, talk -> resolve(talk, names)));
  }

  private NamesResolved resolve(Conversation talk, AccessNames names) {
    RenamedSince renamed = new RenamedSince(names.approved().map(this::target));
    Resolution resolution = new Resolution();
    CreatePage form = talk.createPage();
    SiteTree tree = renamed.sites(form.sites());
    Optional<SiteGrant> sites = names.sites().flatMap(choice -> resolution.sites(choice, tree));
    Optional<List<DepartmentRef>> departments =
        Optional.of(names.departments())
            .filter(wanted -> !wanted.isEmpty())
            .flatMap(
                wanted ->
                    resolution.departments(
                        wanted, renamed.departments(form.departments()), greeterRule));
    Optional<TemplateRef> template =
        names
            .template()
            .flatMap(name -> resolution.template(name, renamed.templates(templates(talk))));
    hidden(talk, tree, names, resolution);
    polarity(talk, form, names, sites, resolution);
    renamed.warnings().forEach(resolution::warning);
    return new NamesResolved(
        resolution.problems(),
        resolution.warnings(),
        new NamedAccess(sites, departments.orElse(List.of()), template));
  }

  /** What was approved, as a hire's target says it. */
  private BackofficeTarget target(NamedAccess approved) {
    return new BackofficeTarget(
        approved.sites().orElse(new SiteGrant(false, List.of())),
        new SiteRef(-1, ""),
        approved.departments(),
        approved.template().orElse(NO_TEMPLATE));
  }

  private static List<PermissionTemplate> templates(Conversation talk) {
    return talk.offers()
        .permissions(remembered -> false)
        .map(PermissionMatrix::templates)
        .orElse(List.of());
  }

  private static void hidden(
      Conversation talk, SiteTree tree, AccessNames names, Resolution resolution) {
    SortedSet<String> hidden =
        names
            .approved()
            .flatMap(NamedAccess::sites)
            .map(sites -> HiddenSites.of(talk, tree, sites))
            .orElseGet(() -> HiddenSites.of(talk, tree));
    if (!hidden.isEmpty()) {
      resolution.problem("SITES_HIDDEN", "sites", HiddenSites.text(hidden));
    }
  }

  private static void polarity(
      Conversation talk,
      CreatePage form,
      AccessNames names,
      Optional<SiteGrant> sites,
      Resolution resolution) {
    if (form.sites().flat() && sites.filter(grant -> !grant.all()).isPresent()) {
      FlatPolarity polarity =
          FlatPolarity.on(talk, form.sites(), form.siteCodes(), names.posUserId().value());
      if (polarity.proven().isEmpty()) {
        resolution.problem("SITE_POLARITY_UNPROVEN", "sites", polarity.explanation());
      }
    }
  }
}
