package dev.lanyard.starter.fake;

import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.webusers.WebUsersWorkflow;
import java.util.List;
import java.util.Optional;

/** Lists one web user that shows what was asked, on two pages; nobody of the name "none". */
public final class ScriptedWebUsers implements WebUsersWorkflow {

  @Override
  public WebUserList list(WebUserQuery query) {
    if (query.fullName().filter("none"::equals).isPresent()) {
      return new WebUserList(List.of(), query.page(), Optional.empty());
    }
    return new WebUserList(
        List.of(
            new WebUserRow(
                3_310_002,
                query.username().orElse("jane_doe"),
                query.fullName().orElse("Jane"),
                "\u001b[31mDoe",
                query.email().orElse("jane.doe@example.com"),
                !query.status().equals("inactive"))),
        query.page(),
        query.page() == 1 ? Optional.of(2) : Optional.empty());
  }
}
