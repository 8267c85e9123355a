package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The employee form as texts: what a page shows and what a POST brought, valid or not (sections 7.1
 * and 8.1).
 */
record EmployeeForm(
    String firstName,
    String lastName,
    String phone,
    String email,
    List<Integer> departments,
    String startDate,
    String posUserId,
    String pin,
    String emergencyName,
    String emergencyPhone,
    String adpEmployeeId,
    Access access) {

  /** Section 4.2: a number of at least 1 without decimals; 18 digits keep it in a long. */
  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,17}");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  static EmployeeForm blank(LocalDate today) {
    return new EmployeeForm(
        "", "", "", "", List.of(), Dates.format(today), "", "", "", "", "", Access.NOWHERE);
  }

  static EmployeeForm of(Employee employee) {
    Profile profile = employee.profile();
    return new EmployeeForm(
        profile.firstName(),
        profile.lastName(),
        profile.phone(),
        profile.email(),
        profile.departments(),
        Dates.format(profile.startDate()),
        Long.toString(profile.posUserId()),
        Long.toString(profile.pin()),
        profile.emergencyName(),
        profile.emergencyPhone(),
        profile.adpEmployeeId(),
        employee.access());
  }

  /**
   * @param kept where an optional field that was left out keeps its stored value; empty where it is
   *     cleared (section 8.3: presumably)
   */
  static EmployeeForm submitted(
      Fields form, Access access, Optional<Profile> kept, Catalogue catalogue) {
    return new EmployeeForm(
        form.text("employee[firstName]"),
        form.text("employee[lastName]"),
        optional(form, "employee[phone]", kept, Profile::phone),
        optional(form, "employee[email]", kept, Profile::email),
        form.list("employee[departments]").stream()
            .map(catalogue::department)
            .flatMap(Optional::stream)
            .map(Department::id)
            .distinct()
            .toList(),
        form.text("employee[startDate]"),
        form.text("posCredential[POSLoginID]"),
        form.text("posCredential[POSLoginPassword]"),
        optional(form, "employee[emergencyContactName]", kept, Profile::emergencyName),
        optional(form, "employee[emergencyContactPhone]", kept, Profile::emergencyPhone),
        optional(form, "employee[adpEmployeeId]", kept, Profile::adpEmployeeId),
        access);
  }

  private static String optional(
      Fields form, String name, Optional<Profile> kept, Function<Profile, String> stored) {
    return form.last(name).orElseGet(() -> kept.map(stored).orElse(""));
  }

  /**
   * The refusals in the order of section 4.2; texts verbatim, double spaces included.
   *
   * @param needsSites whether an employee without a site is refused
   */
  List<String> problems(boolean needsSites) {
    List<String> problems = new ArrayList<>();
    if (hasBadLength(firstName)) {
      problems.add("First Name must be  between 1 and 64 characters long.");
    }
    if (hasBadLength(lastName)) {
      problems.add("Last Name must be  between 1 and 64 characters long.");
    }
    if (!email.isBlank() && !EMAIL.matcher(email.trim()).matches()) {
      problems.add("Email must be a valid email address."); // never captured; a guess
    }
    if (departments.isEmpty()) {
      problems.add("Departments requires no less than 1 valid selection.");
    }
    if (Dates.parse(startDate).isEmpty()) {
      problems.add("Start Date must be a valid date.");
    }
    if (needsSites && access.isNowhere()) {
      problems.add("Available To Work requires no less than 1 valid selection.");
      problems.add(
          "The employee must be assigned to at least one site. Please select a site where the"
              + " employee is Available to Work or set to inactive if they are no longer employed.");
    }
    if (!NUMBER.matcher(posUserId).matches()) {
      problems.add("POS Login ID must be a number which is no less than 1 and has no decimals.");
    }
    if (!NUMBER.matcher(pin).matches()) {
      problems.add(
          "POS Login Password must be a number which is no less than 1 and has no decimals.");
    }
    return problems;
  }

  private static boolean hasBadLength(String name) {
    return name.isEmpty() || name.codePointCount(0, name.length()) > 64;
  }

  /** Only after {@link #problems} found none. */
  Profile profile() {
    return new Profile(
        firstName,
        lastName,
        phone,
        email.trim(),
        departments,
        Dates.parse(startDate).orElseThrow(),
        Long.parseLong(posUserId),
        Long.parseLong(pin),
        emergencyName,
        emergencyPhone,
        adpEmployeeId);
  }

  @Override
  public String toString() {
    return "EmployeeForm[redacted]";
  }
}
