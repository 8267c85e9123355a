package dev.lanyard.workflows.hr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a hire must look like before anything is asked of a remote system. The same rules at the
 * intake and in the workflow, which may have been started by hand.
 */
public final class HireRules {

  /** The server's own limit (section 4.2), narrower than the form's maxlength for last names. */
  public static final int NAME_LIMIT = 64;

  /** {@code maxlength} of the create form (section 7.1) for the first name. */
  public static final int FIRST_NAME_LIMIT = 50;

  /** {@code maxlength} of the create form (section 7.1). */
  public static final int EMERGENCY_NAME_LIMIT = 100;

  /** The form's maximum (section 11.2). */
  private static final BigDecimal LARGEST_RATE = new BigDecimal("999999999.99");

  /**
   * Ours: more sites or departments in one hire is a mistake, and a page of them unreadable
   * (guessed).
   */
  private static final int LIST_LIMIT = 500;

  private static final int LABEL_LIMIT = 200;

  /** Section 17, plus the length that mail knows (254). */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private static final int EMAIL_LIMIT = 254;

  private HireRules() {}

  /**
   * Every problem of a hire as it is handed in, in the order of its components; empty when there is
   * none. What a role or a model may say later need not be there yet.
   */
  public static List<InputProblem> problems(EmployeeNumber employeeNumber, Hire hire) {
    return problems(employeeNumber, hire, hire != null && hire.derives());
  }

  /** The same for a hire that is to be carried out as it is: nothing may be missing. */
  public static List<InputProblem> complete(EmployeeNumber employeeNumber, Hire hire) {
    return problems(employeeNumber, hire, false);
  }

  private static List<InputProblem> problems(
      EmployeeNumber employeeNumber, Hire hire, boolean toComplete) {
    List<InputProblem> found = new ArrayList<>();
    employeeNumber(employeeNumber).ifPresent(found::add);
    if (hire == null) {
      found.add(new InputProblem("hire", "is missing"));
      return found;
    }
    name("firstName", hire.firstName(), FIRST_NAME_LIMIT).ifPresent(found::add);
    name("lastName", hire.lastName(), NAME_LIMIT).ifPresent(found::add);
    hire.phone().flatMap(HireRules::phone).ifPresent(found::add);
    hire.email().flatMap(HireRules::email).ifPresent(found::add);
    if (!toComplete || hire.posUserId() != null) {
      posUserId(hire.posUserId()).ifPresent(found::add);
    }
    if (!toComplete || hire.wageRate() != null) {
      wageRate(hire.wageRate()).ifPresent(found::add);
    }
    if (hire.startDate() == null) {
      found.add(new InputProblem("startDate", "is missing; expected a date such as 2026-05-01"));
    } else {
      startDate("startDate", hire.startDate()).ifPresent(found::add);
    }
    if (!toComplete || hire.sites() != null) {
      sites(hire.sites()).ifPresent(found::add);
    }
    if (!toComplete || hire.permissionTemplate() != null) {
      label("permissionTemplate", hire.permissionTemplate()).ifPresent(found::add);
    }
    labels("departments", hire.departments()).ifPresent(found::add);
    hire.emergencyName()
        .flatMap(n -> name("emergencyName", n, EMERGENCY_NAME_LIMIT))
        .ifPresent(found::add);
    hire.emergencyPhone().flatMap(p -> phone("emergencyPhone", p)).ifPresent(found::add);
    overtime(hire).ifPresent(found::add);
    hire.role().flatMap(HireRules::role).ifPresent(found::add);
    hire.like().flatMap(id -> posUserId("like", id)).ifPresent(found::add);
    return List.copyOf(found);
  }

  /** What is wrong with an employee number, if anything. */
  public static Optional<InputProblem> employeeNumber(EmployeeNumber employeeNumber) {
    return employeeNumber != null && employeeNumber.wellFormed()
        ? Optional.empty()
        : problem("employeeNumber", "must be " + EmployeeNumber.SHAPE);
  }

  /** What is wrong with a POS user ID, if anything. */
  public static Optional<InputProblem> posUserId(PosUserId posUserId) {
    return posUserId("posUserId", posUserId);
  }

  private static Optional<InputProblem> posUserId(String field, PosUserId posUserId) {
    return posUserId != null && posUserId.wellFormed()
        ? Optional.empty()
        : problem(field, "must be a whole number from 1 to " + PosUserId.LARGEST);
  }

  /** What is wrong with a first or last name, if anything. */
  public static Optional<InputProblem> name(String field, String value, int limit) {
    if (value == null
        || value.isBlank()
        || value.codePoints().allMatch(Character::isSpaceChar)) { // no-break blanks too
      return problem(field, "is missing");
    }
    if (!value.equals(value.strip())) {
      return problem(field, "must not begin or end with a blank");
    }
    if (value.codePointCount(0, value.length()) > limit) {
      return problem(field, "must have at most " + limit + " characters");
    }
    return unprintable(value)
        ? problem(
            field,
            "must not contain '<', '>', control characters or invisible ones (direction marks, zero"
                + " width joiners): write it without them")
        : Optional.empty();
  }

  /** What is wrong with an e-mail address, if anything. */
  public static Optional<InputProblem> email(String value) {
    // The length first: the pattern's time grows with its square.
    boolean good =
        value.length() <= EMAIL_LIMIT
            && EMAIL.matcher(value).matches()
            && value.codePoints().noneMatch(Character::isSpaceChar) // no-break blanks too
            && !unprintable(value);
    return good
        ? Optional.empty()
        : problem("email", "must look like name@example.com and have at most 254 characters");
  }

  /** What is wrong with a phone number, if anything (section 17: nine or ten digits). */
  public static Optional<InputProblem> phone(String value) {
    return phone("phone", value);
  }

  /** What is wrong with a start date, if anything. */
  public static Optional<InputProblem> startDate(String field, LocalDate value) {
    return value.getYear() < 2000 || value.getYear() > 2099
        ? problem(field, "must lie between 2000 and 2099")
        : Optional.empty();
  }

  /** What is wrong with any phone number of a person, if anything. */
  public static Optional<InputProblem> phone(String field, String value) {
    long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean shape = value.matches("[0-9+() .\\-]{1,20}");
    return shape && (digits == 9 || digits == 10)
        ? Optional.empty()
        : problem(field, "must have 9 or 10 digits without a country code, such as 6155551234");
  }

  /** What is wrong with a wage rate, if anything. */
  public static Optional<InputProblem> wageRate(BigDecimal value) {
    return value == null
        ? problem("wageRate", "is missing; expected dollars an hour such as 15.50")
        : rate("wageRate", value);
  }

  /** What is wrong with what a hire says about overtime, if anything. */
  public static Optional<InputProblem> overtime(Hire hire) {
    if (hire.noOvertime() && hire.overtimeRate().isPresent()) {
      return problem("overtimeRate", "does not go together with no overtime; keep one of them");
    }
    return hire.overtimeRate().flatMap(rate -> rate("overtimeRate", rate));
  }

  private static Optional<InputProblem> rate(String field, BigDecimal value) {
    boolean good =
        value.signum() > 0
            && value.compareTo(LARGEST_RATE) <= 0
            && value.stripTrailingZeros().scale() <= 2;
    return good
        ? Optional.empty()
        : problem(field, "must be more than 0, with at most two decimals, such as 15.50");
  }

  /** What is wrong with a role's name, if anything. */
  public static Optional<InputProblem> role(String value) {
    return label("role", value);
  }

  static Optional<InputProblem> sites(SiteChoice sites) {
    if (sites == null || (sites.all() != sites.names().isEmpty())) {
      return problem("sites", "must be either a list of site names or all, not both and not none");
    }
    return labels("sites", sites.names());
  }

  static Optional<InputProblem> labels(String field, List<String> values) {
    if (values.size() > LIST_LIMIT) {
      return problem(field, "must list at most " + LIST_LIMIT);
    }
    if (new HashSet<>(values).size() < values.size()) {
      return problem(field, "must not name the same one twice");
    }
    return values.stream().map(v -> label(field, v)).flatMap(Optional::stream).findFirst();
  }

  static Optional<InputProblem> label(String field, String value) {
    if (value == null || value.isBlank()) {
      return problem(field, "is missing");
    }
    return value.length() > LABEL_LIMIT || unprintable(value)
        ? problem(field, "must be a name of at most " + LABEL_LIMIT + " printable characters")
        : Optional.empty();
  }

  /**
   * Control and format characters (among them the direction marks), lone surrogates, angle
   * brackets. Not what is unassigned: that differs between JDKs, and replay runs this too.
   *
   * <p>Zero width joiners are among them, although some scripts and emoji are written with one: a
   * termination compares names, and a character that nobody sees must not be what stops it.
   */
  private static boolean unprintable(String value) {
    return value
        .codePoints()
        .anyMatch(
            c ->
                c == '<'
                    || c == '>'
                    || switch (Character.getType(c)) {
                      case Character.CONTROL,
                          Character.FORMAT,
                          Character.SURROGATE,
                          Character.LINE_SEPARATOR,
                          Character.PARAGRAPH_SEPARATOR ->
                          true;
                      default -> false;
                    });
  }

  private static Optional<InputProblem> problem(String field, String message) {
    return Optional.of(new InputProblem(field, message));
  }
}
