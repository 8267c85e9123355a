package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.BackofficeTarget;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.Hire;
import java.util.List;
import java.util.Optional;

/** "pre-flight check": can this hire be carried out, and what do its names stand for? */
final class PreFlightCheck {

  private final BackofficeClient client;
  private final boolean greeterRule;

  PreFlightCheck(BackofficeClient client, boolean greeterRule) {
    this.client = client;
    this.greeterRule = greeterRule;
  }

  BackofficeFindings check(BackofficePreFlight request) {
    return client.converse(
        EmployeeVerification::neverWrites, talk -> findings(talk, request.hire()));
  }

  private BackofficeFindings findings(Conversation talk, Hire hire) {
    CreatePage form = talk.createPage();
    Resolution names = new Resolution();
    Optional<SiteGrant> sites = names.sites(hire.sites(), form.sites());
    Optional<SiteRef> wageSite =
        sites.flatMap(grant -> names.wageSite(hire.sites(), grant, form.siteCodes()));
    var departments = names.departments(hire.departments(), form.departments(), greeterRule);
    var template = names.template(hire.permissionTemplate(), templates(talk));
    taken(talk, hire, names);
    if (form.sites().flat() && sites.filter(grant -> !grant.all()).isPresent()) {
      FlatPolarity polarity =
          FlatPolarity.on(talk, form.sites(), form.siteCodes(), hire.posUserId().value());
      if (polarity.proven().isEmpty()) {
        names.problem("SITE_POLARITY_UNPROVEN", "sites", polarity.explanation());
      }
    }
    Optional<BackofficeTarget> target =
        sites.isPresent() && wageSite.isPresent() && departments.isPresent() && template.isPresent()
            ? Optional.of(
                new BackofficeTarget(
                    sites.get(), wageSite.get(), departments.get(), template.get()))
            : Optional.empty();
    List<String> siteNames =
        sites.map(grant -> grant.sites().stream().map(SiteRef::name).toList()).orElse(List.of());
    return new BackofficeFindings(names.problems(), names.warnings(), target, siteNames);
  }

  /** Templates stand on every employee's permission page, so on anybody's (section 9.1). */
  private static List<PermissionTemplate> templates(Conversation talk) {
    return talk.anybody()
        .map(row -> talk.permissionPage(row.employeeId()).templates())
        .orElse(List.of());
  }

  private static void taken(Conversation talk, Hire hire, Resolution names) {
    TakenValues.ofPosUserId(talk, hire.posUserId())
        .ifPresent(
            taker ->
                names.problem(
                    "POS_USER_ID_TAKEN",
                    "posUserId",
                    "POS user ID "
                        + hire.posUserId()
                        + " is taken by "
                        + taker
                        + ". Choose another; those of disabled employees stay reserved."));
    hire.email()
        .flatMap(email -> TakenValues.ofEmail(talk, email))
        .ifPresent(
            taker ->
                names.problem(
                    "EMAIL_TAKEN",
                    "email",
                    "The e-mail is taken by " + taker + ". Give another one, or none."));
    hire.phone()
        .flatMap(phone -> TakenValues.ofPhone(talk, phone))
        .ifPresent(
            taker ->
                names.warning(
                    "PHONE_TAKEN", "phone", "The phone number is also that of " + taker + "."));
  }
}
