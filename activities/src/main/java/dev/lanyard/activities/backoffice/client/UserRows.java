package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.page.UserListPage.WebUser;
import java.util.List;

/**
 * What a filter left of the list of web users.
 *
 * @param complete whether all pages were read; if not, anybody may be missing
 */
public record UserRows(List<WebUser> users, boolean complete) {

  public UserRows {
    users = List.copyOf(users);
  }
}
