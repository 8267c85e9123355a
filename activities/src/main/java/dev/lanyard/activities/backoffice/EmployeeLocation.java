package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
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
        talk ->
            EmployeeLook.toDisable(talk, request.employeeId(), request.posUserId())
                .map(page -> located(page, request))
                .orElse(nowhere()));
  }

  private static EmployeeLocated located(EditPage page, LocateEmployee request) {
    EmployeeLook.requireSamePerson(page, request.posUserId(), request.lastName());
    return new EmployeeLocated(
        Optional.of(page.employeeId()),
        page.active(),
        Optional.of(text(page, "employee[firstName]") + " " + text(page, "employee[lastName]"))
            .map(String::strip)
            .filter(name -> !name.isEmpty()),
        Optional.of(text(page, "employee[email]")).filter(email -> !email.isEmpty()),
        page.readableSites().map(sites -> siteNames(page, sites)).orElse(List.of()));
  }

  /** A form without this field can still be disabled. */
  private static String text(EditPage page, String name) {
    return page.stored(name).map(String::strip).orElse("");
  }

  /** None when a flat tenant's boxes do not say what they mean: a termination needs no sites. */
  private static List<String> siteNames(EditPage page, SiteTree sites) {
    Optional<SiteAccess> access = page.readableAccess();
    return sites.sites().stream()
        .filter(site -> access.filter(a -> a.siteIds().contains(site.id())).isPresent())
        .map(SiteTree.Site::name)
        .toList();
  }

  private static EmployeeLocated nowhere() {
    return new EmployeeLocated(
        Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
  }
}
