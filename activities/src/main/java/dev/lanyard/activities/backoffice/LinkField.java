package dev.lanyard.activities.backoffice;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a record in Backoffice carries our employee number, if anywhere.
 *
 * @param name of a one-line text field of the employee form; empty when none is free for it, and
 *     then the PIN alone proves that a record is ours
 */
public record LinkField(Optional<String> name) {

  /** No field is free for it. */
  public static final LinkField NONE = new LinkField(Optional.empty());

  /** {@code employee[adpEmployeeId]}, at most 32 characters (section 7.1). */
  public static final LinkField ADP_EMPLOYEE_ID = of("employee[adpEmployeeId]");

  private static final String FIELD = "field:";
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w{0,63}(\\[\\w{1,64}])+");

  /** Fields with a meaning of their own. */
  private static final Set<String> OCCUPIED =
      Set.of(
          "employee[id]",
          "employee[firstName]",
          "employee[lastName]",
          "employee[phone]",
          "employee[email]",
          "employee[startDate]",
          "employee[isActive]",
          "employee[emergencyContactName]",
          "employee[emergencyContactPhone]");

  /**
   * @param text {@code none}, {@code adp-employee-id} or {@code field:employee[badgeNumber]}
   * @throws IllegalArgumentException says what is wrong
   */
  public static LinkField parse(String text) {
    return switch (text) {
      case "none" -> NONE;
      case "adp-employee-id" -> ADP_EMPLOYEE_ID;
      default -> named(text);
    };
  }

  private static LinkField named(String text) {
    String name = text.startsWith(FIELD) ? text.substring(FIELD.length()) : "";
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "must be none, adp-employee-id, or field: and the name of a text field of the employee"
              + " form");
    }
    if (OCCUPIED.contains(name) || !name.startsWith("employee[")) {
      throw new IllegalArgumentException("names a field that has a meaning of its own");
    }
    return of(name);
  }

  private static LinkField of(String name) {
    return new LinkField(Optional.of(name));
  }
}
