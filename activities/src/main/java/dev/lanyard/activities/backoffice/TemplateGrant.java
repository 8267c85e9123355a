package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.PermissionMatrix;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionSet;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.backoffice.TemplateRef;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** "grant permission template": the full matrix of exactly what was approved (section 9.3). */
final class TemplateGrant {

  private final BackofficeClient client;
  private final LostWrites lostWrites;

  TemplateGrant(BackofficeClient client, LostWrites lostWrites) {
    this.client = client;
    this.lostWrites = lostWrites;
  }

  TemplateGranted grant(GrantTemplate request, Attempt attempt) {
    lostWrites.settleBeforeRepeat(
        attempt,
        () ->
            client.converse(
                EmployeeVerification::neverWrites,
                talk -> !look(talk, request).current().equals(approved(request.plan()))));
    return lostWrites.settleWhenLost(attempt, () -> lookAndAct(request, attempt));
  }

  private TemplateGranted lookAndAct(GrantTemplate request, Attempt attempt) {
    boolean nothingWasGrantedYet = request.justCreated() && attempt.number() == 1;
    return client.converse(
        attempt::requireTimeToWrite,
        talk -> {
          SortedSet<String> hidden = HiddenSites.of(talk, request.plan().target().sites());
          Optional<PermissionMatrix> posted =
              nothingWasGrantedYet && hidden.isEmpty() ? post(talk, request) : Optional.empty();
          return posted
              .flatMap(matrix -> shownAtOnce(talk, request, matrix))
              .orElseGet(() -> lookAndGrant(talk, request, posted.isPresent(), hidden));
        });
  }

  /**
   * Without looking who is there: the matrix replaces everything with exactly what was approved, so
   * it cannot grant more. What was posted, or empty when nothing was changed.
   */
  private static Optional<PermissionMatrix> post(Conversation talk, GrantTemplate request) {
    int employeeId = request.employeeId();
    int template = request.plan().target().template().id();
    PermissionMatrix matrix =
        talk.offers().permissions(employeeId, known -> asApproved(known, request));
    if (!asApproved(matrix, request)) {
      return Optional.empty();
    }
    try {
      talk.updatePermissions(
          employeeId, matrix.granting(employeeId, template, approved(request.plan())));
      return Optional.of(matrix);
    } catch (BackofficeFailure e) {
      if (!e.isRefusal()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean asApproved(PermissionMatrix matrix, GrantTemplate request) {
    PermissionSet approved = approved(request.plan());
    return matrix.offers(approved)
        && matrix.templates().stream()
            .filter(template -> template.id() == request.plan().target().template().id())
            .anyMatch(template -> template.permissions().equals(approved));
  }

  /** The roster's row as the read-back; empty at the least doubt. */
  private static Optional<TemplateGranted> shownAtOnce(
      Conversation talk, GrantTemplate request, PermissionMatrix posted) {
    List<String> names = namesOf(posted.templates(), approved(request.plan()));
    RosterPage roster = roster(talk, request);
    Optional<TemplateGranted> shown =
        row(roster, request)
            .filter(row -> row.active() && namesAgree(row, request.plan()))
            .filter(row -> names.contains(row.access()))
            .filter(row -> !SiteWitness.of(roster).contradicts(row, sites(request)))
            .map(row -> new TemplateGranted(true, row.access()));
    if (shown.isEmpty()) {
      talk.offers().forget();
    }
    return shown;
  }

  private static TemplateGranted lookAndGrant(
      Conversation talk, GrantTemplate request, boolean posted, SortedSet<String> hidden) {
    PermissionPage page = look(talk, request);
    PermissionSet approved = approved(request.plan());
    boolean differs = !page.current().equals(approved);
    if (differs) {
      HiddenSites.requireNone(hidden);
      talk.updatePermissions(
          request.employeeId(), page.granting(request.plan().target().template().id(), approved));
      page = talk.permissionPage(request.employeeId());
    }
    return readBack(talk, page, request, differs || posted);
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
    return namesOf(page.templates(), permissions);
  }

  private static List<String> namesOf(
      List<PermissionTemplate> templates, PermissionSet permissions) {
    Stream<String> presets =
        templates.stream()
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
        row(roster(talk, request), request)
            .orElseThrow(() -> changed(request, "the roster does not show it under its ID"));
    if (!row.active()) {
      throw changed(request, "it is disabled");
    }
    if (!namesAgree(row, plan)) {
      throw changed(request, "its name is not the planned one");
    }
    return page;
  }

  private static boolean namesAgree(RosterRow row, BackofficePlan plan) {
    return RecordComparison.same(row.firstName(), plan.firstName())
        && RecordComparison.same(row.lastName(), plan.lastName());
  }

  private static void requireTemplateAsApproved(PermissionPage page, GrantTemplate request) {
    changeOf(page, request.plan().target().template())
        .ifPresent(
            change -> {
              throw changed(request, change);
            });
  }

  /** How a template differs from what it stood for when it was planned, if it does. */
  static Optional<String> changeOf(PermissionPage page, TemplateRef planned) {
    PermissionSet approved = PermissionSet.of(planned.grants(), planned.overrides());
    Optional<PermissionSet> now =
        page.templates().stream()
            .filter(template -> template.id() == planned.id())
            .map(PermissionTemplate::permissions)
            .findFirst();
    if (now.isEmpty()) {
      return Optional.of("permission template " + planned.id() + " is gone");
    }
    return now.get().equals(approved)
        ? Optional.empty()
        : Optional.of(
            "permission template "
                + planned.id()
                + " was approved as \""
                + approved.describe()
                + "\" and now stands for \""
                + now.get().describe()
                + "\"");
  }

  private static TemplateGranted readBack(
      Conversation talk, PermissionPage page, GrantTemplate request, boolean written) {
    PermissionSet approved = approved(request.plan());
    if (!page.current().equals(approved)) {
      throw notApplied(request, "the page shows \"" + page.current().describe() + "\"");
    }
    RosterPage roster = roster(talk, request);
    Optional<RosterRow> row = row(roster, request);
    String access = row.map(RosterRow::access).orElse("nothing");
    if (!namesOf(page, approved).contains(access)) {
      throw notApplied(
          request, "the roster's Access column shows \"" + ServerWords.plain(access) + "\"");
    }
    if (request.justCreated()
        && SiteWitness.of(roster).contradicts(row.orElseThrow(), sites(request))) {
      throw notApplied(
          request, "the roster shows sites " + ServerWords.plain(row.get().siteCodes().toString()));
    }
    return new TemplateGranted(written, access);
  }

  private static SiteAccess sites(GrantTemplate request) {
    return RecordComparison.access(request.plan().target().sites());
  }

  private static RosterPage roster(Conversation talk, GrantTemplate request) {
    return talk.rosterOf(request.plan().posUserId().value());
  }

  private static Optional<RosterRow> row(RosterPage roster, GrantTemplate request) {
    return roster
        .row(request.plan().posUserId().value())
        .filter(row -> row.employeeId() == request.employeeId());
  }

  private static ApplicationFailure changed(GrantTemplate request, String what) {
    return last(
        FailureTypes.STATE_CHANGED,
        "Employee "
            + request.employeeId()
            + ": "
            + what
            + ". Nothing beyond what was approved was granted; settle it in Backoffice, or amend"
            + " the hire so that it is approved anew.");
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
