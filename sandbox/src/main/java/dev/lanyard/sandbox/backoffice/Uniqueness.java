package dev.lanyard.sandbox.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must be unique in the tenant (section 14). The refusals' real texts were never captured. */
final class Uniqueness {
  private final Records records;
  private final BackofficeSwitches switches;

  Uniqueness(Records records, BackofficeSwitches switches) {
    this.records = records;
    this.switches = switches;
  }

  /**
   * @param self whose own values do not count; empty for a new employee
   */
  List<String> problems(Profile profile, Optional<Employee> self) {
    List<String> problems = new ArrayList<>();
    long own = self.map(Employee::id).orElse(0L);
    if (records
        .employee(other -> other.id() != own && other.profile().posUserId() == profile.posUserId())
        .isPresent()) {
      problems.add(switches.duplicatePosIdText()); // disabled ones keep theirs
    }
    if (isEmailTaken(profile.email(), own, 0)) {
      problems.add(switches.duplicateEmailText());
    }
    return problems;
  }

  /**
   * @param employee whose own e-mail, and whose linked user's, do not count; 0 for none
   * @param user whose own e-mail does not count; 0 for none
   */
  boolean isEmailTaken(String email, long employee, long user) {
    String wanted = email.trim().toLowerCase(Locale.ROOT);
    if (!switches.emailUnique() || wanted.isEmpty()) {
      return false;
    }
    boolean byEmployee =
        records.employees().stream()
            .anyMatch(
                other ->
                    other.id() != employee
                        && (other.active() || switches.disabledEmailReserved())
                        && other.profile().email().toLowerCase(Locale.ROOT).equals(wanted));
    return byEmployee
        || records.users().stream()
            .anyMatch(
                other ->
                    other.id() != user
                        && (other.employeeId() == null || other.employeeId() != employee)
                        && (other.active() || switches.disabledEmailReserved())
                        && other.email().toLowerCase(Locale.ROOT).equals(wanted));
  }
}
