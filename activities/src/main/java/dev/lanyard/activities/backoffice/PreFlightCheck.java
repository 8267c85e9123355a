package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.PermissionMatrix;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.TemplateRef;
import dev.lanyard.workflows.hr.Hire;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** "pre-flight check": can this hire be carried out, and what do its names stand for? */
final class PreFlightCheck {

  private final BackofficeClient client;
  private final boolean greeterRule;

  PreFlightCheck(BackofficeClient client, boolean greeterRule) {
    this.client = client;
    this.greeterRule = greeterRule;
  }

  BackofficeFindings check(BackofficePreFlight request) {
    return client.converse(EmployeeVerification::neverWrites, talk -> findings(talk, request));
  }

  /** What a hire's names come to on one copy of the create page. */
  private record Places(
      SiteTree tree,
      Optional<SiteGrant> sites,
      Optional<SiteRef> wageSite,
      Optional<List<DepartmentRef>> departments) {}

  private BackofficeFindings findings(Conversation talk, BackofficePreFlight request) {
    Hire hire = request.hire();
    RenamedSince renamed = new RenamedSince(request.approved());
    Resolution names = new Resolution();
    CreatePage form = form(talk, request);
    Places places = places(form, hire, renamed, names);
    Optional<TemplateRef> template =
        names.template(hire.permissionTemplate(), renamed.templates(templates(talk, request)));
    hidden(talk, places.tree(), request, names);
    Optional<Integer> former = new RecordInTheWay(talk, request, names).former();
    taken(talk, request, names);
    polarity(talk, form, hire, places, names);
    renamed.warnings().forEach(names::warning);
    Optional<BackofficeTarget> target =
        places.sites().isPresent()
                && places.wageSite().isPresent()
                && places.departments().isPresent()
                && template.isPresent()
            ? Optional.of(
                new BackofficeTarget(
                    places.sites().get(),
                    places.wageSite().get(),
                    places.departments().get(),
                    template.get(),
                    former))
            : Optional.empty();
    List<String> siteNames =
        places
            .sites()
            .map(grant -> grant.sites().stream().map(SiteRef::name).toList())
            .orElse(List.of());
    return new BackofficeFindings(names.problems(), names.warnings(), target, siteNames);
  }

  /**
   * After the approval as it is now, since writes come next; before it what is remembered will do,
   * as long as it answers everything, and no proof hangs on its short codes.
   */
  private CreatePage form(Conversation talk, BackofficePreFlight request) {
    if (request.approved().isPresent()) {
      return talk.createPage();
    }
    return talk.offers()
        .createPage(
            page -> {
              Resolution trial = new Resolution();
              places(page, request.hire(), new RenamedSince(Optional.empty()), trial);
              hidden(talk, page.sites(), request, trial);
              return (!page.sites().flat() || request.hire().sites().all())
                  && trial.problems().isEmpty()
                  && trial.warnings().isEmpty();
            });
  }

  private List<PermissionTemplate> templates(Conversation talk, BackofficePreFlight request) {
    String wanted = request.hire().permissionTemplate();
    boolean lookNow = request.approved().isPresent();
    return talk.offers()
        .permissions(matrix -> !lookNow && named(matrix, wanted) == 1)
        .map(PermissionMatrix::templates)
        .orElse(List.of());
  }

  private static long named(PermissionMatrix matrix, String name) {
    return matrix.templates().stream().filter(template -> template.name().equals(name)).count();
  }

  private Places places(CreatePage form, Hire hire, RenamedSince renamed, Resolution names) {
    SiteTree tree = renamed.sites(form.sites());
    Optional<SiteGrant> sites = names.sites(hire.sites(), tree);
    Optional<SiteRef> wageSite =
        sites.flatMap(grant -> names.wageSite(hire.sites(), grant, form.siteCodes()));
    var departments =
        names.departments(hire.departments(), renamed.departments(form.departments()), greeterRule);
    return new Places(tree, sites, wageSite, departments);
  }

  private static void hidden(
      Conversation talk, SiteTree tree, BackofficePreFlight request, Resolution names) {
    SortedSet<String> hidden =
        request
            .approved()
            .map(target -> HiddenSites.of(talk, tree, target.sites()))
            .orElseGet(() -> HiddenSites.of(talk, tree));
    if (!hidden.isEmpty()) {
      names.problem("SITES_HIDDEN", "sites", HiddenSites.text(hidden));
    }
  }

  private static void polarity(
      Conversation talk, CreatePage form, Hire hire, Places places, Resolution names) {
    if (form.sites().flat() && places.sites().filter(grant -> !grant.all()).isPresent()) {
      FlatPolarity polarity =
          FlatPolarity.on(talk, form.sites(), form.siteCodes(), hire.posUserId().value());
      if (polarity.proven().isEmpty()) {
        names.problem("SITE_POLARITY_UNPROVEN", "sites", polarity.explanation());
      }
    }
  }

  private static void taken(Conversation talk, BackofficePreFlight request, Resolution names) {
    Hire hire = request.hire();
    hire.email()
        .flatMap(email -> TakenValues.ofEmail(talk, email, request.own()))
        .ifPresent(
            taker ->
                names.problem(
                    "EMAIL_TAKEN",
                    "email",
                    "The e-mail is taken by " + taker + ". Give another one, or none."));
    // A warning that costs megabytes: said to the approver, not again after.
    hire.phone()
        .filter(phone -> request.approved().isEmpty())
        .flatMap(phone -> TakenValues.ofPhone(talk, phone))
        .ifPresent(
            taker ->
                names.warning(
                    "PHONE_TAKEN", "phone", "The phone number is also that of " + taker + "."));
  }
}
