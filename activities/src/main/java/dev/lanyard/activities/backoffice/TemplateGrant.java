package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionSet;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.backoffice.TemplateRef;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "grant permission template": the full matrix of exactly what was approved (section 9.3). */
final class TemplateGrant {

  private final BackofficeClient client;

  TemplateGrant(BackofficeClient client) {
    this.client = client;
  }

  TemplateGranted grant(GrantTemplate request, Attempt attempt) {
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> {
          PermissionPage page = look(talk, request);
          PermissionSet approved = approved(request.plan());
          boolean differs = !page.current().equals(approved);
          if (differs) {
            talk.updatePermissions(
                request.employeeId(),
                page.granting(request.plan().target().template().id(), approved));
            page = talk.permissionPage(request.employeeId());
          }
          return readBack(talk, page, request, differs);
        });
  }

  static PermissionSet approved(BackofficePlan plan) {
    TemplateRef template = plan.target().template();
    return PermissionSet.of(template.grants(), template.overrides());
  }

  /**
   * Names that the Access column may show for these permissions: presets may be equal (section
   * 9.3), and no permission at all shows as {@code None} (section 12.1).
   */
  static List<String> namesOf(PermissionPage page, PermissionSet permissions) {
    Stream<String> presets =
        page.templates().stream()
            .filter(template -> template.permissions().grants().equals(permissions.grants()))
            .map(PermissionTemplate::name);
    return permissions.grants().isEmpty()
        ? Stream.concat(presets, Stream.of("None")).toList()
        : presets.toList();
  }

  private static PermissionPage look(Conversation talk, GrantTemplate request) {
    BackofficePlan plan = request.plan();
    PermissionPage page = talk.permissionPage(request.employeeId());
    if (page.employeeId() != request.employeeId()
        || !page.posUserId().equals(plan.posUserId().toString())) {
      throw changed(request, "its permission page is another POS user ID's");
    }
    requireTemplateAsApproved(page, request);
    RosterRow row =
        row(talk, request)
            .orElseThrow(() -> changed(request, "the roster does not show it under its ID"));
    if (!row.active()) {
      throw changed(request, "it is disabled");
    }
    if (!RecordComparison.same(row.firstName(), plan.firstName())
        || !RecordComparison.same(row.lastName(), plan.lastName())) {
      throw changed(request, "its name is not the planned one");
    }
    return page;
  }

  private static void requireTemplateAsApproved(PermissionPage page, GrantTemplate request) {
    TemplateRef planned = request.plan().target().template();
    PermissionSet now =
        page.templates().stream()
            .filter(template -> template.id() == planned.id())
            .map(PermissionTemplate::permissions)
            .findFirst()
            .orElseThrow(
                () -> changed(request, "permission template " + planned.id() + " is gone"));
    PermissionSet approved = approved(request.plan());
    if (!now.equals(approved)) {
      throw changed(
          request,
          "permission template "
              + planned.id()
              + " was approved as \""
              + approved.describe()
              + "\" and now stands for \""
              + now.describe()
              + "\"");
    }
  }

  private static TemplateGranted readBack(
      Conversation talk, PermissionPage page, GrantTemplate request, boolean written) {
    PermissionSet approved = approved(request.plan());
    if (!page.current().equals(approved)) {
      throw notApplied(request, "the page shows \"" + page.current().describe() + "\"");
    }
    String access = row(talk, request).map(RosterRow::access).orElse("nothing");
    if (!namesOf(page, approved).contains(access)) {
      throw notApplied(
          request, "the roster's Access column shows \"" + ServerWords.plain(access) + "\"");
    }
    return new TemplateGranted(written, access);
  }

  private static Optional<RosterRow> row(Conversation talk, GrantTemplate request) {
    int posUserId = request.plan().posUserId().value();
    return talk.rosterOf(posUserId)
        .row(posUserId)
        .filter(row -> row.employeeId() == request.employeeId());
  }

  private static ApplicationFailure changed(GrantTemplate request, String what) {
    return last(
        FailureTypes.STATE_CHANGED,
        "Employee "
            + request.employeeId()
            + ": "
            + what
            + ". Nothing was granted; settle it in Backoffice, or amend the hire so that it is"
            + " approved anew.");
  }

  private static ApplicationFailure notApplied(GrantTemplate request, String what) {
    return last(
        FailureTypes.NOT_APPLIED,
        "The permissions of employee "
            + request.employeeId()
            + " are not the approved ones ("
            + approved(request.plan()).describe()
            + "): "
            + what
            + ". Look at /employee/permissions/"
            + request.employeeId()
            + ", then retry.");
  }
}
