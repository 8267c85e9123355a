package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.translated;

import dev.lanyard.activities.attempt.Attempt;
import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import dev.lanyard.activities.backoffice.page.UserPermissionPage;
import dev.lanyard.activities.backoffice.page.WebTemplate;
import dev.lanyard.secrets.Password;
import dev.lanyard.secrets.PasswordOpener;
import dev.lanyard.secrets.PasswordSealer;
import dev.lanyard.workflows.backoffice.webuser.CapturePassword;
import dev.lanyard.workflows.backoffice.webuser.CloseWebUser;
import dev.lanyard.workflows.backoffice.webuser.CreateWebUser;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.ReadWebUserAccess;
import dev.lanyard.workflows.backoffice.webuser.SealedPassword;
import dev.lanyard.workflows.backoffice.webuser.SetWebUserPermissions;
import dev.lanyard.workflows.backoffice.webuser.WebTemplateRef;
import dev.lanyard.workflows.backoffice.webuser.WebUserAccess;
import dev.lanyard.workflows.backoffice.webuser.WebUserActivities;
import dev.lanyard.workflows.backoffice.webuser.WebUserClosed;
import dev.lanyard.workflows.backoffice.webuser.WebUserCreated;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserPermissionsSet;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRules;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.security.SecureRandom;
import java.util.List;

/** What is done to web users: each activity in a class of its own, its errors translated here. */
public final class WebUserActivitiesImpl implements WebUserActivities {

  private final BackofficeClient client;
  private final BackofficeSettings settings;
  private final PasswordSealer sealer;
  private final PasswordOpener opener;
  private final Attempts attempts;
  private final SecureRandom random;

  /**
   * @param client the one of these settings; it may be shared with other activities
   * @param random where passwords are drawn from
   */
  public WebUserActivitiesImpl(
      BackofficeClient client,
      BackofficeSettings settings,
      PasswordSealer sealer,
      PasswordOpener opener,
      Attempts attempts,
      SecureRandom random) {
    this.client = client;
    this.settings = settings;
    this.sealer = sealer;
    this.opener = opener;
    this.attempts = attempts;
    this.random = random;
  }

  @Override
  public WebUsersFound find(FindWebUsers request) {
    return translated(() -> new WebUserSearch(client).find(request));
  }

  @Override
  public WebUserList list(WebUserQuery query) {
    return translated(() -> new WebUserListing(client).list(query));
  }

  @Override
  public WebUserAccess readAccess(ReadWebUserAccess request) {
    return translated(() -> access(request));
  }

  @Override
  public SealedPassword capturePassword(CapturePassword request) {
    return translated(
        () -> {
          EmployeeNumber person = request.employeeNumber();
          // The caller's is opened although it is sealed already: one that the worker cannot read
          // must fail here, before anything is written.
          Password password =
              request
                  .chosen()
                  .map(chosen -> open(chosen, person))
                  .orElseGet(() -> Password.draw(random));
          return new SealedPassword(sealer.seal(password, person.value()));
        });
  }

  @Override
  public WebUserCreated create(CreateWebUser request) {
    return translated(
        () -> {
          WebUserLook.requireNone(WebUserRules.of(request));
          if (request.employeeId().isEmpty()) {
            Unproven.STANDALONE_USERS.require(
                settings.unproven(), "A web user without an employee");
          }
          return new WebUserCreation(client, settings.settleDelay())
              .create(
                  request, open(request.password(), request.employeeNumber()), attempts.current());
        });
  }

  @Override
  public WebUserPermissionsSet setPermissions(SetWebUserPermissions request) {
    return translated(
        () -> {
          Attempt attempt = attempts.current();
          return new LostWrites(settings.settleDelay())
              .settleWhenLost(
                  attempt,
                  () -> new WebUserPermissions(client, settings.unproven()).set(request, attempt));
        });
  }

  @Override
  public WebUserClosed close(CloseWebUser request) {
    return translated(
        () -> new WebUserClosing(client, settings.unproven()).close(request, attempts.current()));
  }

  private WebUserAccess access(ReadWebUserAccess request) {
    WebUserLook.requireNone(WebUserRules.existingUsername(request.username()).stream().toList());
    return client.converse(
        EmployeeVerification::neverWrites,
        talk -> {
          WebUser user = WebUserLook.one(talk, request.userId(), request.username());
          UserPermissionPage page = WebUserLook.requirePermissions(talk, user.userId());
          return new WebUserAccess(
              user.userId(),
              user.active(),
              WebUserLook.access(page),
              page.templates().stream()
                  .filter(template -> template.tokens().equals(page.tokens()))
                  .map(WebTemplate::name)
                  .findFirst(),
              page.templates().stream().map(WebUserActivitiesImpl::ref).toList(),
              WebUserLook.refs(page.sites()),
              List.copyOf(page.offeredTokens()));
        });
  }

  private static WebTemplateRef ref(WebTemplate template) {
    return new WebTemplateRef(template.id(), template.name(), List.copyOf(template.tokens()));
  }

  /** Passwords are bound to the employee number. */
  private Password open(SealedPassword sealed, EmployeeNumber boundTo) {
    return opener.open(sealed.ciphertext(), boundTo.value());
  }
}
