package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import java.util.List;
import java.util.Optional;

/** "locate employee": where a leaver stands. */
final class EmployeeLocation {

  private final BackofficeClient client;

  EmployeeLocation(BackofficeClient client) {
    this.client = client;
  }

  EmployeeLocated locate(LocateEmployee request) {
    return client.converse(
        EmployeeVerification::neverWrites,
        talk -> find(talk, request).map(page -> located(page, request)).orElse(nowhere()));
  }

  private static Optional<EditPage> find(Conversation talk, LocateEmployee request) {
    Optional<EditPage> known = request.employeeId().flatMap(id -> EmployeeLook.byId(talk, id));
    return known.isPresent() ? known : EmployeeLook.byPosUserId(talk, request.posUserId());
  }

  private static EmployeeLocated located(EditPage page, LocateEmployee request) {
    EmployeeLook.requireSamePerson(page, request.posUserId(), request.lastName());
    return new EmployeeLocated(
        Optional.of(page.employeeId()),
        page.active(),
        Optional.of(page.firstName() + " " + page.lastName()),
        Optional.of(page.email()).filter(email -> !email.isEmpty()),
        siteNames(page));
  }

  /** None when a flat tenant's boxes do not say what they mean: a termination needs no sites. */
  private static List<String> siteNames(EditPage page) {
    Optional<SiteAccess> access = page.access();
    return page.sites().sites().stream()
        .filter(site -> access.filter(a -> a.siteIds().contains(site.id())).isPresent())
        .map(SiteTree.Site::name)
        .toList();
  }

  private static EmployeeLocated nowhere() {
    return new EmployeeLocated(
        Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
  }
}
