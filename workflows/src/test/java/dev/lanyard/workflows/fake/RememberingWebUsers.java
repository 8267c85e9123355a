package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.backoffice.webuser.CapturePassword;
import dev.lanyard.workflows.backoffice.webuser.CloseWebUser;
import dev.lanyard.workflows.backoffice.webuser.CreateWebUser;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.ReadWebUserAccess;
import dev.lanyard.workflows.backoffice.webuser.SealedPassword;
import dev.lanyard.workflows.backoffice.webuser.SetWebUserPermissions;
import dev.lanyard.workflows.backoffice.webuser.WebUserAccess;
import dev.lanyard.workflows.backoffice.webuser.WebUserActivities;
import dev.lanyard.workflows.backoffice.webuser.WebUserCandidate;
import dev.lanyard.workflows.backoffice.webuser.WebUserClosed;
import dev.lanyard.workflows.backoffice.webuser.WebUserCreated;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserPermissionsSet;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Web users of a Backoffice that lists them, finds those of the same e-mail, and disables no login:
 * that is done here by {@link #disableByHand}, as a human does it.
 */
public final class RememberingWebUsers implements WebUserActivities {

  private final Journal journal;
  public final FailuresAhead failures = new FailuresAhead();
  private final List<WebUserRow> rows = new CopyOnWriteArrayList<>();

  /** Whom every search finds linked. */
  public volatile String email = "jane.doe@example.com";

  /** Whether a login can be closed by a request after all. */
  public volatile boolean closes;

  RememberingWebUsers(Journal journal) {
    this.journal = journal;
  }

  public RememberingWebUsers add(WebUserRow row) {
    rows.add(row);
    return this;
  }

  @Override
  public WebUserList list(WebUserQuery query) {
    journal.enter("webUsers.list");
    return new WebUserList(
        rows.stream()
            .filter(row -> query.email().filter(email -> !row.email().equals(email)).isEmpty())
            .toList(),
        query.page(),
        Optional.empty());
  }

  @Override
  public WebUsersFound find(FindWebUsers request) {
    begin("find");
    return new WebUsersFound(
        rows.stream()
            .map(
                row ->
                    new WebUserCandidate(
                        row, row.email().equals(email), false, true, row.email().equals(email)))
            .toList(),
        true,
        List.of());
  }

  public void disableByHand(int userId) {
    rows.replaceAll(
        row ->
            row.userId() == userId
                ? new WebUserRow(
                    userId, row.username(), row.firstName(), row.lastName(), row.email(), false)
                : row);
  }

  @Override
  public WebUserAccess readAccess(ReadWebUserAccess request) {
    throw unasked();
  }

  @Override
  public SealedPassword capturePassword(CapturePassword request) {
    throw unasked();
  }

  @Override
  public WebUserCreated create(CreateWebUser request) {
    throw unasked();
  }

  @Override
  public WebUserPermissionsSet setPermissions(SetWebUserPermissions request) {
    throw unasked();
  }

  @Override
  public WebUserClosed close(CloseWebUser request) {
    begin("close");
    if (closes) {
      disableByHand(request.userId());
    }
    boolean open = rows.stream().anyMatch(row -> row.userId() == request.userId() && row.active());
    return new WebUserClosed(
        request.userId(),
        open,
        false,
        open ? List.of("login") : List.of(),
        open ? Optional.of("/user/edit/" + request.userId()) : Optional.empty(),
        open ? "no request that disables a login was ever seen" : "");
  }

  private void begin(String method) {
    journal.enter("webUsers." + method);
    failures.before(method);
  }

  private static AssertionError unasked() {
    return new AssertionError("no workflow asks for this");
  }
}
