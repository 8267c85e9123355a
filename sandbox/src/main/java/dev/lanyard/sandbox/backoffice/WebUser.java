package dev.lanyard.sandbox.backoffice;

import java.util.Set;
import java.util.TreeSet;

/**
 * A Backoffice login of its own kind (section 13). One that is linked to an employee outlives the
 * employee's disabling (section 8.4).
 *
 * @param employeeId null for a standalone user
 * @param permissions tokens such as {@code employee.write}
 */
record WebUser(
    long id,
    String username,
    String email,
    String firstName,
    String lastName,
    String phone,
    Long employeeId,
    boolean active,
    Access access,
    Set<String> permissions) {

  WebUser {
    permissions = new TreeSet<>(permissions);
  }

  WebUser with(Access changed, Set<String> granted) {
    return new WebUser(
        id, username, email, firstName, lastName, phone, employeeId, active, changed, granted);
  }

  WebUser active(boolean now) {
    return new WebUser(
        id, username, email, firstName, lastName, phone, employeeId, now, access, permissions);
  }

  @Override
  public String toString() {
    return "WebUser[" + id + "]";
  }
}
