package dev.lanyard.activities.backoffice.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The filters of the list of web users (section 13.4), all of which must fit. Whether they compare
 * whole values, beginnings or parts was never captured, so whoever wants a whole value compares
 * again.
 */
public record UserFilter(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> username,
    Optional<String> email,
    Status status) {

  /** Whether the login works. */
  public enum Status {
    ALL,
    ACTIVE,
    INACTIVE;

    private String value() {
      return switch (this) {
        case ALL -> "all";
        case ACTIVE -> "active";
        case INACTIVE -> "inactive";
      };
    }
  }

  private static final UserFilter NONE =
      new UserFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Status.ALL);

  public static UserFilter none() {
    return NONE;
  }

  public static UserFilter byEmail(String email) {
    return NONE.withEmail(email);
  }

  public static UserFilter byUsername(String username) {
    return NONE.withUsername(username);
  }

  public static UserFilter byName(String firstName, String lastName) {
    return NONE.withFirstName(firstName).withLastName(lastName);
  }

  public UserFilter withFirstName(String value) {
    return new UserFilter(Optional.of(value), lastName, username, email, status);
  }

  public UserFilter withLastName(String value) {
    return new UserFilter(firstName, Optional.of(value), username, email, status);
  }

  public UserFilter withUsername(String value) {
    return new UserFilter(firstName, lastName, Optional.of(value), email, status);
  }

  public UserFilter withEmail(String value) {
    return new UserFilter(firstName, lastName, username, Optional.of(value), status);
  }

  public UserFilter withStatus(Status value) {
    return new UserFilter(firstName, lastName, username, email, value);
  }

  /** The status always, the others when given. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    firstName.ifPresent(value -> query.put("firstNameSearch", value));
    lastName.ifPresent(value -> query.put("lastNameSearch", value));
    username.ifPresent(value -> query.put("userNameSearch", value));
    email.ifPresent(value -> query.put("emailSearch", value));
    query.put("statusSearch", status.value());
    return query;
  }

  @Override
  public String toString() {
    return "UserFilter[[redacted]]";
  }
}
