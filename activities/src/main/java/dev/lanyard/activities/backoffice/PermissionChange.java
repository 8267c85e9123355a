package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.last;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionSet;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.PermissionsSet;
import dev.lanyard.workflows.backoffice.SetPermissions;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** "set permissions": from what the plan was based on to exactly what is wanted (section 9.3). */
final class PermissionChange {

  private static final String CUSTOM = "Custom";

  private final BackofficeClient client;
  private final Duration settleDelay;

  PermissionChange(BackofficeClient client, Duration settleDelay) {
    this.client = client;
    this.settleDelay = settleDelay;
  }

  PermissionsSet set(SetPermissions request, Attempt attempt) {
    InputRefused.unlessNone(
        "The permissions of employee " + request.employeeId(), problems(request));
    PermissionSet wanted =
        request
            .template()
            .map(template -> PermissionSet.of(template.grants(), template.overrides()))
            .orElseGet(() -> set(request.single().orElseThrow()));
    return LaterAttempts.run(
        attempt,
        settleDelay,
        () ->
            client.converse(
                attempt::requireTimeToWrite,
                talk -> {
                  RosterRow row = row(talk, request);
                  return done(talk, request, wanted, look(talk, request, wanted), row);
                }),
        () ->
            client.converse(
                attempt::requireTimeToWrite, talk -> lookAndAct(talk, request, wanted)));
  }

  private static List<String> problems(SetPermissions request) {
    List<String> found = new ArrayList<>();
    if (request.template().isPresent() == request.single().isPresent()) {
      found.add("a template or single permissions are wanted, not both and not neither");
    }
    request
        .single()
        .filter(single -> !single.grants().containsAll(single.overrides()))
        .ifPresent(single -> found.add("an approval is wanted for what is not granted"));
    return found;
  }

  private static PermissionsSet lookAndAct(
      Conversation talk, SetPermissions request, PermissionSet wanted) {
    SortedSet<String> hidden = HiddenSites.of(talk);
    RosterRow row = row(talk, request);
    PermissionPage page = look(talk, request, wanted);
    Optional<PermissionsSet> done = done(talk, request, wanted, page, row);
    if (done.isPresent()) {
      return done.get();
    }
    HiddenSites.requireNone(hidden);
    talk.updatePermissions(
        request.employeeId(),
        request
            .template()
            .map(template -> page.granting(template.id(), wanted))
            .orElseGet(() -> page.granting(wanted)));
    PermissionPage after = talk.permissionPage(request.employeeId());
    if (!after.current().equals(wanted)) {
      throw notApplied(request, wanted, "the page shows \"" + after.current().describe() + "\"");
    }
    return witnessed(request, wanted, after, row(talk, request), true);
  }

  /** Empty when there is something to write. */
  private static Optional<PermissionsSet> done(
      Conversation talk,
      SetPermissions request,
      PermissionSet wanted,
      PermissionPage page,
      RosterRow row) {
    if (!page.current().equals(wanted)) {
      return Optional.empty();
    }
    // A write of an earlier attempt may have come to rest between roster and page.
    boolean agrees = accessNames(page, wanted).contains(row.access());
    return Optional.of(witnessed(request, wanted, page, agrees ? row : row(talk, request), false));
  }

  private static RosterRow row(Conversation talk, SetPermissions request) {
    return RosterWitness.before(talk, request.employeeId(), request.posUserId(), request.active());
  }

  /** The permission page, showing what the plan was based on or what is wanted. */
  private static PermissionPage look(
      Conversation talk, SetPermissions request, PermissionSet wanted) {
    PermissionPage page = talk.permissionPage(request.employeeId());
    if (page.employeeId() != request.employeeId()
        || !page.posUserId().equals(request.posUserId().toString())) {
      throw stateChanged(request, "its permission page is another POS user ID's");
    }
    request
        .template()
        .flatMap(template -> TemplateGrant.changeOf(page, template))
        .ifPresent(
            change -> {
              throw stateChanged(request, change);
            });
    PermissionSet current = page.current();
    PermissionSet before = set(request.before());
    if (!current.equals(wanted) && !current.equals(before)) {
      throw stateChanged(
          request,
          "its permissions are \""
              + current.describe()
              + "\", and the plan was based on \""
              + before.describe()
              + "\"");
    }
    return page;
  }

  private static PermissionsSet witnessed(
      SetPermissions request,
      PermissionSet wanted,
      PermissionPage page,
      RosterRow row,
      boolean written) {
    if (!accessNames(page, wanted).contains(row.access())) {
      throw notApplied(
          request,
          wanted,
          "the roster's Access column shows \"" + ServerWords.plain(row.access()) + "\"");
    }
    return new PermissionsSet(written, row.access());
  }

  /** A set that is exactly a template's is never {@code Custom}; any other one but none may be. */
  static List<String> accessNames(PermissionPage page, PermissionSet wanted) {
    List<String> names = TemplateGrant.namesOf(page, wanted);
    boolean preset =
        page.templates().stream().anyMatch(template -> template.permissions().equals(wanted));
    return preset || wanted.grants().isEmpty()
        ? names
        : Stream.concat(names.stream(), Stream.of(CUSTOM)).toList();
  }

  private static PermissionSet set(PermissionGrants grants) {
    return PermissionSet.of(grants.grants(), grants.overrides());
  }

  private static ApplicationFailure stateChanged(SetPermissions request, String what) {
    return last(
        FailureTypes.STATE_CHANGED,
        "Employee "
            + request.employeeId()
            + ": "
            + what
            + ". Nothing was granted; look in Backoffice who changed it, then plan anew.");
  }

  private static ApplicationFailure notApplied(
      SetPermissions request, PermissionSet wanted, String what) {
    return last(
        FailureTypes.NOT_APPLIED,
        "The permissions of employee "
            + request.employeeId()
            + " are not the wanted ones ("
            + wanted.describe()
            + "): "
            + what
            + ". Look at /employee/permissions/"
            + request.employeeId()
            + ", then retry.");
  }
}
