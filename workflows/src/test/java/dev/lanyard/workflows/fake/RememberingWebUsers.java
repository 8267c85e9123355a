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

/** Web users of a Backoffice that lists them; no workflow does more with them yet. */
public final class RememberingWebUsers implements WebUserActivities {

  private final Journal journal;
  private final List<WebUserRow> rows = new CopyOnWriteArrayList<>();

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
    throw unasked();
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
    throw unasked();
  }

  private static AssertionError unasked() {
    return new AssertionError("no workflow asks for this");
  }
}
